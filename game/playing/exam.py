"""The test before and after: eight concepts in two parallel forms (`assets/test.toml`), and how they were answered."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from game.archive import Sitting
from game.message import in_language

Form = Literal["before", "after"]
FORMS: tuple[Form, ...] = ("before", "after")
FILE = Path(__file__).resolve().parent.parent.parent / "assets" / "test.toml"
SURENESS = (0.25, 0.5, 0.75, 1.0)
"""What the four answers to "how sure" stand for: a guess among four choices to certainty."""


@dataclass(frozen=True)
class Item:
    """A question with four choices; `right` is the index of the one that is true, `explain` says why."""

    concept: str
    name: str
    text: str
    choices: tuple[str, ...]
    right: int
    explain: str


@dataclass(frozen=True)
class Answer:
    """An item with what was picked and how sure the learner was (0 to 3)."""

    item: Item
    choice: int
    sure: int

    @property
    def good(self) -> bool:
        """Whether the choice is right."""
        return self.choice == self.item.right


@dataclass(frozen=True)
class Filled:
    """A form filled in. Both shares go from 0 to 1; confidence is the mean of `SURENESS`."""

    form: Form
    finished_at: str
    answers: tuple[Answer, ...]

    @property
    def right(self) -> int:
        """How many are right."""
        return sum(answer.good for answer in self.answers)

    @property
    def share(self) -> float:
        """Share of right answers."""
        return self.right / len(self.answers)

    @property
    def confidence(self) -> float:
        """How sure the learner was on average."""
        return sum(SURENESS[answer.sure] for answer in self.answers) / len(self.answers)


def items(form: Form, language: str) -> tuple[Item, ...]:
    """The questions of a form in a language."""
    return tuple(_item(concept, form, language) for concept in _file())


def filled(sitting: Sitting, language: str) -> Filled | None:
    """A kept form with its questions; None when nothing of it belongs to today's test."""
    form: Form = "after" if sitting.form == "after" else "before"
    answers = tuple(
        Answer(item, *sitting.picks[item.concept]) for item in items(form, language) if item.concept in sitting.picks
    )
    return Filled(form, sitting.finished_at, answers) if answers else None


def _item(concept: Mapping[str, Any], form: Form, language: str) -> Item:
    asked = concept[form]
    return Item(
        concept=concept["id"],
        name=in_language(concept["name"], language),
        text=in_language(asked["text"], language),
        choices=tuple(in_language(choice, language) for choice in asked["choices"]),
        right=asked["right"] - 1,
        explain=in_language(asked["explain"], language),
    )


@cache
def _file() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["concept"]
    return found
