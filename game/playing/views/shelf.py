"""Levels and runs before and after play: cards, briefing, result."""

from dataclasses import dataclass, field

from game.levelfile.problems import Problem
from game.message import Message
from game.playing.views.plant import PlantView
from game.playing.views.score import Figure, GoalView


@dataclass(frozen=True)
class PredictionView:
    """A prediction and what came of it: the question, the answer chosen, the one that came true and why."""

    question: str
    chosen: str
    right: str
    explain: str

    @property
    def came_true(self) -> bool:
        """Whether the player was right."""
        return self.chosen == self.right


@dataclass(frozen=True)
class Result:
    """How a run ended: `headline` and `reason` are sentences with this run's figures.

    `lesson` is the level's text with this run's figures filled in; `questions` are (kind, text); `prediction` is
    the answer the player gave, None when the level asked nothing or nothing was answered.
    """

    stars: int
    score: float
    insolvent: bool
    headline: Message
    reason: Message
    goals: tuple[GoalView, ...]
    figures: tuple[Figure, ...] = field(default=())
    lesson: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    prediction: PredictionView | None = None


@dataclass(frozen=True)
class LevelCard:
    """An entry of the Levels page; `problems` is not empty for a broken level, which cannot be played."""

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
    problems: tuple[Problem, ...] = ()


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


@dataclass(frozen=True)
class Briefing:
    """What is read before play; `currency` is the level's, `objectives` what the learner can do afterwards."""

    title: str
    kind: str
    minutes: int
    turns: int
    days_per_turn: int
    story: str
    task: str
    teaches: tuple[str, ...]
    goals: tuple[GoalView, ...]
    levers: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]
    plant: PlantView
    prediction: tuple[str, tuple[str, ...]] | None
    currency: str = "EUR"
    objectives: tuple[str, ...] = ()
