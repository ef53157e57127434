"""The world around the plant: customer streams and disruptions."""

from typing import Annotated

from pydantic import Field

from game.level.common import Days, Id, Money, OpenPart, Part, Share
from game.message import Text


class Demand(OpenPart):
    """How a stream's daily quantity arises; the other keys belong to the pattern."""

    pattern: str = Field(description="name of the demand pattern")


class Goodwill(Part):
    """How a customer remembers: poor service lowers later demand, good service wins it back slowly."""

    loss: Annotated[float, Field(gt=0, le=1)] = Field(
        description="share of demand lost when a mean day's units are late or lost"
    )
    recovery: Annotated[float, Field(ge=0, le=1)] = Field(
        description="share of the full demand won back on a day without late or lost units"
    )
    floor: Annotated[float, Field(ge=0, le=1)] = Field(0.0, description="share of demand that stays whatever happens")


class Stream(Part):
    """One customer's demand for one item."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    item: Id = Field(description="id of the item sold")
    demand: Demand = Field(description="pattern and its figures")
    price: Money = Field(0.0, description="price of a unit")
    payment_days: Days = Field(0.0, description="days from shipment to payment")
    due_days: Days = Field(0.0, description="days from order to promised delivery")
    patience_days: Days = Field(
        0.0, description="days beyond the due date until an order is lost; 0 is lost at the due date"
    )
    waits: bool = Field(False, description="true: customers wait for ever and nothing is lost")
    late_penalty: Money = Field(0.0, description="paid once for each unit not shipped when due")
    lost_sale_cost: Money = Field(0.0, description="paid for each unit lost")
    priority: Annotated[int, Field(ge=0, le=99)] = Field(0, description="higher is served first at equal age")
    day_profile: tuple[Annotated[float, Field(ge=0)], ...] = Field(
        (), description="weight of each period of a day; equal by default"
    )
    elasticity: Annotated[float, Field(ge=0, le=10)] = Field(
        0.0, description="percent of demand lost for each percent of a higher price, won for a lower one"
    )
    goodwill: Goodwill | None = Field(None, description="how service changes later demand; by default not at all")
    bad_debt: Share = Field(0.0, description="share of what falls due that is never paid")
    closed: bool = Field(False, description="true: it buys nothing until a project opens it")
    place: tuple[float, float] | None = Field(None, description="column and row on the floor")


class Chance(Part):
    """A disruption drawn by luck."""

    start: Annotated[float, Field(gt=0, le=1)] = Field(description="probability to start, a period")
    mean_days: Annotated[float, Field(gt=0, le=3650)] = Field(description="mean duration in days")
    not_before_day: Annotated[int, Field(ge=1)] = Field(1, description="first day on which it may start")


class Occurrence(Part):
    """A disruption at a fixed date."""

    day: Annotated[int, Field(ge=1)] = Field(description="first day; the level starts with day 1")
    days: Annotated[float, Field(gt=0, le=3650)] = Field(description="duration in days")


class Disruption(OpenPart):
    """Something that goes wrong; the other keys belong to its kind."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    kind: str = Field(description="name of the kind of disruption")
    at: tuple[Occurrence, ...] = Field((), description="fixed dates")
    chance: Chance | None = Field(None, description="drawn by luck instead of fixed dates")
    warn_days: Days = Field(0.0, description="days of warning before it starts")
    expected: Text = Field("", description="what is announced about its length, such as `2 to 4 weeks`")
    expected_days: Days = Field(0.0, description="the longest that it is announced to last; 0 where nobody says")
