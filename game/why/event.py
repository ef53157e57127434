"""Something worth telling: when, how much it matters, the sentence, and the thing to look at."""

from dataclasses import dataclass
from typing import Literal

from game.message import Message
from game.why.seen import Thing

Mood = Literal["good", "warn", "bad", "info"]


@dataclass(frozen=True)
class Event:
    """`weight` orders events by importance, 0 to 100; one of 60 or more is never dropped."""

    period: int
    weight: int
    mood: Mood
    message: Message
    thing: Thing | None = None


SERIOUS = 60
