"""The policy board, and how its choices fared."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.message import Message
from game.playing.views.inspection import Fact


@dataclass(frozen=True)
class BoardCard:
    """A part on the board: what is known of it, what was picked and why (words of `board`, `open` before), and what
    each choice would set.
    """

    item: str
    name: str
    facts: tuple[Fact, ...]
    choice: str
    reason: str
    sets: Mapping[str, Message]


@dataclass(frozen=True)
class BoardView:
    """All parts; `choices` and `reasons` in their order; `tolerance` is None where the level does not ask for it;
    `past` when it is looked back on.
    """

    cards: tuple[BoardCard, ...]
    choices: tuple[str, ...]
    reasons: tuple[str, ...]
    tolerance: str | None
    tolerances: tuple[str, ...]
    past: bool = False


@dataclass(frozen=True)
class FaredView:
    """A choice after the run: `agrees` with what the cards advise, what `came` of it, what each other would have
    brought on the same luck (minor units more or less, and stars; the run itself earned `stars`).
    """

    name: str
    choice: str
    reason: Message
    agrees: bool
    advice: Message
    came: Message
    others: tuple[tuple[str, int, int], ...]
    stars: int
