"""The nouns of a level: what a level file says, checked for form and frozen.

A `Level` holds what the author wrote, in the author's units (days, currency, percent). `plant.py` turns it
into integer arrays. Cross-checks between parts (does the supplier exist?) live in `levelfile`.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.level.common import Date, Days, Id, Money, Part, Percent
from game.level.market import Chance, Demand, Disruption, Goodwill, Occurrence, Stream
from game.level.network import (
    Break,
    Departures,
    Item,
    LeadTime,
    Loop,
    Make,
    Offer,
    PolicyName,
    Route,
    Spread,
    Station,
    Supplier,
    Transfer,
    Weekday,
)
from game.level.projects import Effect, Lease, Project
from game.level.teaching import (
    Beside,
    Choice,
    Goal,
    Objective,
    Plan,
    Prediction,
    Question,
    Setting,
    Term,
    Texts,
)
from game.message import Text, in_language

__all__ = [
    "WEEKDAYS", "Beside", "Break", "Calendar", "Chance", "Choice", "Demand", "Departures", "Disruption", "Effect",
    "Goal", "Goodwill", "Item", "LeadTime", "Lease", "Level", "Loop", "Make", "MoneyRules", "Objective", "Occurrence",
    "Offer", "Part", "Plan", "PolicyName", "Prediction", "Project", "Question", "Route", "Scoring", "Setting",
    "Spread", "Station", "Stream", "Supplier", "Term", "Text", "Texts", "Transfer", "Weekday", "in_language",
]  # fmt: skip

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Calendar(Part):
    """How time runs."""

    start: Date = Field(description="first day")
    turns: Annotated[int, Field(ge=1, le=520)] = Field(description="turns the player decides")
    days_per_turn: Annotated[int, Field(ge=1, le=92)] = Field(7, description="days in a turn")
    periods_per_day: Literal[1, 2, 4, 8] = Field(1, description="steps of the engine in a day")
    open_days: Annotated[tuple[Weekday, ...], Field(min_length=1)] = Field(
        WEEKDAYS, description="days on which the plant works, trucks come and goods are sold"
    )
    run_out_days: Annotated[int, Field(ge=0, le=365)] | None = Field(
        None, description="days played after the last turn; by default the longest mean lead time and delay"
    )

    @property
    def turn_name(self) -> Literal["day", "week", "turn"]:
        """What a turn is called: by its length where that has a name."""
        names: dict[int, Literal["day", "week"]] = {1: "day", 7: "week"}
        return names.get(self.days_per_turn, "turn")


class MoneyRules(Part):
    """Cash, credit and rates; amounts in the level's currency."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field("EUR", description="ISO code")
    opening_cash: Money = Field(description="cash at the start")
    credit_limit: Money = Field(0.0, description="how far the bank lends; beyond it the firm is insolvent")
    credit_rate: Percent = Field(0.0, description="interest on the credit line")
    loan: Money = Field(0.0, description="loan outstanding")
    loan_rate: Percent = Field(0.0, description="interest on the loan")
    principal: Money = Field(0.0, description="part of the loan repaid at fixed intervals")
    principal_days: Annotated[int, Field(ge=1, le=3650)] = Field(28, description="days between these repayments")
    storage_rate: Percent = Field(0.0, description="storage in percent of stock value a year")
    insurance_rate: Percent = Field(0.0, description="insurance in percent of stock value a year")
    capital_rate: Percent = Field(0.0, description="what capital should earn; for economic profit, never posted")
    overhead_per_day: Money = Field(0.0, description="fixed cost of a day")
    pay_day: Weekday = Field("fri", description="day on which wages and overhead are paid")
    interest_days: Annotated[int, Field(ge=1, le=365)] = Field(28, description="days between interest payments")
    tax_rate: Percent = Field(0.0, description="tax on the profit of the run, in percent")
    fixed_assets: Money = Field(0.0, description="buildings and machines at the start")
    depreciation_per_day: Money = Field(0.0, description="their loss of value a day")


class Scoring(Part):
    """How the end is valued."""

    closing_cover_days: Days = Field(14.0, description="days of demand up to which closing stock has a value")


class Level(Part):
    """One level: a plant, its world, what the player may set and what is taught."""

    format: Literal[1] = Field(description="version of the level file's format")
    id: Id = Field(description="short name, unique among the levels; luck depends on it")
    title: Text = Field(description="name shown to the player")
    kind: Literal["factory", "store"] = Field(description="which words and pictures are used")
    chapter: Annotated[int, Field(ge=1, le=9)] | None = Field(None, description="chapter of the campaign")
    order: Annotated[int, Field(ge=1, le=99)] | None = Field(None, description="place in the campaign")
    minutes: Annotated[int, Field(ge=1, le=240)] = Field(10, description="usual time to play, minutes")
    teaches: tuple[Text, ...] = Field((), description="concepts, a word or two each")
    calendar: Calendar = Field(description="how time runs")
    money: MoneyRules = Field(description="cash, credit and rates")
    scoring: Scoring = Field(Scoring(), description="how the end is valued")
    texts: Texts = Field(Texts(), description="what the player reads")
    supplier: tuple[Supplier, ...] = Field((), description="firms that sell items")
    item: Annotated[tuple[Item, ...], Field(min_length=1)] = Field(description="what is stocked")
    route: tuple[Route, ...] = Field((), description="milk runs that several offers share")
    relationship: bool = Field(
        False, description="whether suppliers reward steady orders, resent wild ones and use dependence"
    )
    station: tuple[Station, ...] = Field((), description="where items are made")
    stream: Annotated[tuple[Stream, ...], Field(min_length=1)] = Field(description="customers' demand")
    disruption: tuple[Disruption, ...] = Field((), description="what may go wrong")
    project: tuple[Project, ...] = Field((), description="changes that may be bought")
    lease: tuple[Lease, ...] = Field((), description="fixed costs of every pay day")
    levers: tuple[str, ...] = Field((), description="what the player may set: `cards`, or `tube.cards` for one item")
    hints: tuple[Literal["formula", "ahead"], ...] = Field(
        (), description="help shown from the start; otherwise it comes once the player has made a prediction"
    )
    goal: tuple[Goal, ...] = Field((), description="what the score looks at")
    plan: dict[Id, Plan] = Field({}, description="named plans: settings from a turn on")
    objective: tuple[Objective, ...] = Field((), description="what the learner can do afterwards")
    question: tuple[Question, ...] = Field((), description="for the debrief")
    predict: tuple[Prediction, ...] = Field((), description="asked before a turn is played")
    glossary: tuple[Term, ...] = Field((), description="words met in this level")
