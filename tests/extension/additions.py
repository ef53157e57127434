"""One of each, as somebody adds it who writes one file and one line of a register: nothing in `game` knows of these.

Cleaning: a lever of stations; 30.00 a day while it is set (a posting kind), a price that a project may change (a
parameter), and what was paid so far (a measure). A pattern of demand: every so many days. A disruption: a heat wave.
"""

from fractions import Fraction
from typing import Annotated

import numpy as np
from pydantic import Field

from game.demand.base import Figures, Pattern, Span
from game.disruptions.base import Effects, Kind, Target
from game.engine.context import Period
from game.kinds import Posting
from game.levers.numbers import NumberLever
from game.measures.base import Measure, Term
from game.plant import PPM, Plant, ppm
from game.plant.parameters import Parameter

PRICE = 3000
"""Cents for a day of cleaning at one station."""


class Pulse(Figures):
    """`units` on the first day and every `every` days after it."""

    draws = False
    units: Annotated[int, Field(ge=0)] = Field(description="units of a day on which customers order")
    every: Annotated[int, Field(ge=1)] = Field(description="days from one to the next")

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        return np.where(np.arange(span.days) % self.every, 0, self.units)[:, None]

    def means(self, span: Span) -> list[Fraction]:
        return [Fraction(0 if day % self.every else self.units) for day in range(span.days)]


class HeatWave(Target):
    """Crews work slower and customers drink more."""

    thirst: Annotated[float, Field(ge=1)] = Field(description="demand is multiplied by this")
    pace: Annotated[float, Field(ge=0, le=1)] = Field(description="share of their minutes that stations work")

    def effects(self, plant: Plant) -> Effects:
        def all_of(owner: str, factor: float) -> tuple[tuple[int, int], ...]:
            return tuple((index, ppm(factor)) for index in plant.index[owner].values())

        return Effects(demand=all_of("stream", self.thirst), hands=all_of("station", self.pace))


def clean(p: Period) -> None:
    """What cleaning costs, in the last period of an open day."""
    if p.open and p.ends_day:
        for station, cleaned in enumerate(p.state.settings["cleaning"]):
            p.post("cleaning", station, cleaned * p.value("cleaning_price", station, PRICE))


PATTERN = Pattern("pulse", Pulse)
KIND = Kind("heat_wave", HeatWave)
LEVER = NumberLever("cleaning", "station", "switch", 0, lambda _plant, _station: 1)
PARAMETER = Parameter("station", "money", high=PPM)
POSTING = Posting("station", "overhead", "cash", "other")
MEASURE = Measure("cleaning_paid", "money", False, {"paid": Term("money", lambda window: window.posting("cleaning"))})

TEXTS = """
[pattern.pulse]
name = "Pulse"
help = "Customers order every few days."
[disruption.heat_wave]
name = "Heat wave"
help = "Crews work slower and customers want more."
[lever.cleaning]
name = "Cleaning"
help = "Whether the station is cleaned every day."
[measure]
cleaning_paid = "Paid for cleaning"
how.cleaning_paid = "{paid} were paid for cleaning."
"""
