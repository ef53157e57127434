"""What all pictures are made from: a run, what the player has planned, and the language."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np

from game.engine.forecast import forecast_targets
from game.history import History
from game.level import Level
from game.measures import daily_demand
from game.message import Message
from game.plant import Plant
from game.playing.figures import figure
from game.playing.season import in_season
from game.run import Run
from game.state import FORECAST, KANBAN, MANUAL, MIN_MAX, ORDER_UP_TO, POLICIES, REORDER, Settings, State
from game.why import Event, Seen, Shipment, events, shipments
from game.why.causes import Loss, losses

Memory = dict[tuple[str, str | None, int, int], float | None]
"""Figures by measure, item, first turn and turn after the last: those of turns played never change."""


@lru_cache(maxsize=2)
def _seen(run: Run, language: str) -> Seen:
    """One for all scenes of a run between two turns, so that what was found of the past is found once."""
    return Seen(run.plant, run.tape, run.history, run.turn, language)


@dataclass(frozen=True, eq=False)
class Scene:
    """A run between two turns; `planned` are the settings with the decisions that wait for the next turn.

    `memory` may be shared by the scenes of one run. `predicted`: the player has said what will happen.
    """

    run: Run
    planned: Settings
    language: str = "en"
    memory: Memory = field(default_factory=dict)
    predicted: bool = False

    @property
    def shows_formula(self) -> bool:
        """Whether the formula's number may stand beside a lever: given by the level, earned by predicting, bought."""
        return self._opened("formula")

    @property
    def shows_ahead(self) -> bool:
        """Whether the look ahead may stand beside the levers, on the same terms as the formula."""
        return not self.run.finished and self._opened("ahead")

    def _opened(self, hint: Literal["formula", "ahead"]) -> bool:
        return self.predicted or hint in self.level.hints or self.seen.parameter("hints", 0, 0) > 0

    @cached_property
    def seen(self) -> Seen:
        """The run as its player may look at it."""
        return _seen(self.run, self.language)

    @property
    def plant(self) -> Plant:
        """The level as arrays."""
        return self.run.plant

    @property
    def level(self) -> Level:
        """The level as written."""
        return self.run.plant.level

    @property
    def state(self) -> State:
        """What is where now."""
        return self.run.state

    @property
    def history(self) -> History:
        """What happened."""
        return self.run.history

    @property
    def per_day(self) -> int:
        """Periods in a day."""
        return self.plant.clock.per_day

    @property
    def turn_word(self) -> Message:
        """What a turn is called: a day, a week or a turn."""
        return Message(f"play.turn.{self.level.calendar.turn_name}.word")

    @cached_property
    def shipments(self) -> tuple[Shipment, ...]:
        """All shipments so far."""
        return shipments(self.seen)

    @cached_property
    def on_road(self) -> tuple[Shipment, ...]:
        """Shipments that have not come."""
        return tuple(ship for ship in self.shipments if ship.arrived is None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What is worth telling of the last turn."""
        return events(self.seen, self.state.settings)

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """What was lost in the last turn, with its causes."""
        return losses(self.seen, self.state.settings) if self.run.turn else ()

    def setting(self, name: str, index: int) -> int:
        """A number in force."""
        return int(self.state.settings[name][index, 0])

    def plan(self, name: str, index: int) -> int:
        """A number as planned for the next turn."""
        return int(self.planned[name][index, 0])

    def policy(self, item: int) -> str:
        """Name of the policy in force."""
        return POLICIES[self.setting("policy", item)]

    def target(self, item: int) -> int:
        """Units that the loop aims at: K*C, s + Q, S, or 1 by hand (model, section 4)."""
        policy = self.setting("policy", item)
        if policy == FORECAST:
            return int(forecast_targets(self.plant, self.state)[item, 0])
        if policy == KANBAN:
            return self.setting("cards", item) * self.setting("container", item)
        if policy == REORDER:
            return self.setting("reorder_point", item) + self.setting("order_quantity", item)
        return 1 if policy == MANUAL else self.setting("order_up_to", item)

    def to_order(self, item: int, planned: bool = False) -> bool:
        """Whether the loop keeps no stock, in force or as planned: what it makes or fetches was ordered first."""
        number = self.plan if planned else self.setting
        return number("policy", item) in (MIN_MAX, ORDER_UP_TO) and not number("order_up_to", item)

    @cached_property
    def in_season(self) -> frozenset[int]:
        """Items that may be asked for in the coming turn."""
        return in_season(self.plant, self.seen.now // self.per_day)

    @cached_property
    def most_buffered(self) -> tuple[int, ...]:
        """The most that stood in the buffer of each item so far."""
        start = self.history.opening("buffer")[None, :, 0]
        return tuple(np.concatenate([start, self.history.level("buffer")[:, :, 0]]).max(axis=0).tolist())

    def on_hand(self, item: int) -> int:
        """Working stock as it is booked."""
        booked = self.state.stock[item, 0] - self.state.buffer[item, 0] + self.state.record_error[item, 0]
        return max(0, int(booked))

    def on_order(self, item: int) -> int:
        """Working units authorised and not yet received."""
        return int(self.seen.level_now("on_order")[item])

    def backorders(self, item: int) -> int:
        """Units owed to customers and to stations that wait."""
        return int(self.seen.level_now("backorders")[item])

    def remembered(self, measure: str, item: str | None, first: int, last: int) -> float | None:
        """A measure over turns `first` to `last - 1`, computed once."""
        key = (measure, item, first, last)
        if key not in self.memory:
            self.memory[key] = figure(self.history, measure, item, slice(first, last)).value
        return self.memory[key]

    @cached_property
    def usual_demand(self) -> tuple[float, ...]:
        """Units of each item used or sold on a usual calendar day."""
        return daily_demand(self.plant)

    @cached_property
    def recent_demand(self) -> tuple[float, ...]:
        """Units of each item used or sold a day in the last turn; the usual before the first."""
        if not self.run.turn:
            return self.usual_demand
        seen = self.seen
        days = max(1, (seen.now - seen.since) / self.per_day)
        units = seen.total("sold") + seen.total("used") + seen.total("moved_out")
        return tuple(float(value) / days for value in units)

    def stock_by_period(self, item: int) -> np.ndarray:
        """Working stock as it was booked before the first period and after each one."""
        stock, buffer = self.history.level("stock")[:, item, 0], self.history.level("buffer")[:, item, 0]
        start = self.history.opening("stock")[item, 0] - self.history.opening("buffer")[item, 0]
        booked = stock - buffer + self.history.level("record_error")[:, item, 0]
        return np.concatenate([[start], np.maximum(booked, 0)])
