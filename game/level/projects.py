"""What changes the plant for good: projects, and the leases that some of them end."""

from typing import Annotated

from pydantic import Field

from game.level.common import Days, Id, Money, Part
from game.message import Text


class Effect(Part):
    """What a project does to one parameter: value * factor + add, for its targets."""

    parameter: str = Field(description="name of the parameter")
    targets: tuple[str, ...] = Field((), description="ids of what it is changed for; by default all that have it")
    factor: Annotated[float, Field(ge=0, le=1000)] = Field(1.0, description="multiplies the value")
    add: Annotated[float, Field(ge=-1e9, le=1e9)] = Field(
        0.0, description="added to it: minutes, currency, days, shares from 0 to 1 or numbers, as the parameter has it"
    )


class Project(Part):
    """A change that is paid for, takes its time and lasts."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    text: Text = Field("", description="what is done, one or two sentences")
    cost: Money = Field(0.0, description="paid when it starts")
    cost_per_day: Money = Field(0.0, description="paid every day from its start on")
    days: Days = Field(0.0, description="days from its start until it has its effects")
    transition: tuple[Effect, ...] = Field((), description="what is different until then")
    effect: tuple[Effect, ...] = Field((), description="what is different from then on")


class Lease(Part):
    """A fixed cost for the use of something, paid on every pay day."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    cost: Money = Field(description="paid on every pay day")
