"""A level before and after play: briefing, result."""

from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class Lesson:
    """What a teacher reads about a level: what is learned, what is asked before and after, and the author's note."""

    turns: int
    objectives: tuple[str, ...]
    predictions: tuple[str, ...]
    questions: tuple[str, ...]
    note: str
