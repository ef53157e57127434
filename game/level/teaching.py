"""The teaching side of a level: goals, plans, questions and texts."""

from typing import Annotated, Literal

from pydantic import Field

from game.level.common import Id, Part
from game.message import Text

Setting = int | str | dict[str, int]


class Beside(Part):
    """How others did, to stand beside a goal's figure."""

    value: float = Field(description="their figure, in the unit of the bounds")
    text: Text = Field(description="who they are, a word or two")


class Goal(Part):
    """What the score looks at; bounds for one, two and three stars rise or fall together."""

    measure: str = Field(description="name of the measure")
    item: Id | None = Field(None, description="one item instead of the whole plant")
    fail: float = Field(description="value that scores 0")
    bounds: tuple[float, float, float] = Field(description="values for one, two and three stars")
    weight: Annotated[float, Field(gt=0, le=100)] = Field(1.0, description="weight in the score")
    objective: Id | None = Field(None, description="id of the objective it serves")
    beside: tuple[Beside, ...] = Field((), description="how others did, shown beside the figure")


class Objective(Part):
    """Something the learner can do afterwards."""

    id: Id = Field(description="short name used in the file")
    text: Text = Field(description="one sentence")


class Question(Part):
    """A question of the debrief."""

    kind: Literal["describe", "explain", "transfer"] = Field(description="what it asks for")
    text: Text = Field(description="the question")
    objective: Id | None = Field(None, description="id of the objective it serves")


class Choice(Part):
    """One answer of a prediction."""

    text: Text = Field(description="the answer")
    right: bool = Field(False, description="whether it comes true")


class Prediction(Part):
    """A question asked before a turn is played."""

    turn: Annotated[int, Field(ge=1)] = Field(1, description="turn before which it is asked")
    text: Text = Field(description="the question")
    choices: tuple[Choice, ...] = Field((), description="answers to pick from")
    explain: Text = Field("", description="shown in the debrief")


class Term(Part):
    """A word met for the first time, with its meaning."""

    term: Text = Field(description="the word")
    meaning: Text = Field(description="one or two sentences")


class Texts(Part):
    """What the player reads."""

    story: Text = Field("", description="who you are and what is wrong, two or three sentences")
    task: Text = Field("", description="what to do, one sentence")
    lesson: Text = Field("", description="shown in the debrief; {measure} stands for this run's figure")
    note: Text = Field("", description="for the instructor: aim, usual mistakes, ten minutes of debrief")


Plan = dict[str, dict[str, Setting]]
