"""The look ahead as the inspector draws it."""

from dataclasses import dataclass

from game.measures import Kind
from game.message import Message
from game.playing.views.score import Mood


@dataclass(frozen=True)
class Fan:
    """By step: what one future in ten stays below, the middle, what one in ten exceeds."""

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Chance:
    """A figure of the futures in words: with the settings in force and, where a change waits, with it."""

    words: Message
    mood: Mood | None
    changed: Message | None = None
    changed_mood: Mood | None = None


@dataclass(frozen=True)
class AheadView:
    """The coming days (or turns) of one thing in so many futures.

    `past` are its last values, the latest now; `fan` what the settings planned make likely, `ghost` those in force
    where they differ. `steps` names the steps of the fan; `floor` is a value not to fall below, called `floor_name`.
    """

    title: Message
    kind: Kind
    futures: int
    steps: tuple[Message, ...]
    past: tuple[float, ...]
    fan: Fan
    ghost: Fan | None
    floor: float | None
    floor_name: Message | None
    chances: tuple[Chance, ...]
