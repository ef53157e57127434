"""A level and a run as one line of a list. Imports nothing that takes long: the first page is made of these."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.levelfile.problems import Problem


@dataclass(frozen=True)
class LevelCard:
    """An entry of the Levels page; `problems` is not empty for a broken level, which cannot be played.

    `order` is the number in the campaign, None of a sandbox or an own level.
    """

    path: str
    id: str
    title: str
    kind: str
    minutes: int
    teaches: tuple[str, ...]
    order: int | None
    own: bool
    stars: int | None
    score: float | None
    problems: tuple["Problem", ...] = ()
    chapter: int | None = None

    @property
    def free(self) -> bool:
        """Whether it is a sandbox: shipped, and no stop of the campaign."""
        return self.order is None and not self.own


@dataclass(frozen=True)
class RunCard:
    """A run kept on disk: where it stands and when it was last played.

    `parted` is the turn before which a what-if left its run `parent` (None when that is gone), None of one that counts.
    """

    id: int
    level_id: str
    title: str
    seed: int
    turn: int
    turns: int
    stars: int | None
    finished: bool
    played_at: str
    score: float | None = None
    insolvent: bool = False
    parent: int | None = None
    parted: int | None = None
