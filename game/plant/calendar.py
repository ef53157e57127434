"""Days, periods and turns as arrays: when the plant is open, when turns begin, what moves to the next open period."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from game.level import WEEKDAYS, Level

Whole = TypeVar("Whole", int, np.ndarray)


def periods(days: float, periods_per_day: int) -> int:
    """Days as periods, rounded half up (model, section 1)."""
    return int(days * periods_per_day + 0.5)


@dataclass(frozen=True, eq=False)
class Clock:
    """Time of a level in periods from 0; arrays reach `margin` periods beyond the end for what is still due."""

    per_day: int
    turn_starts: tuple[int, ...]
    play_turns: int
    first_weekday: int
    open: np.ndarray
    next_open: np.ndarray
    last_open: np.ndarray

    @property
    def end(self) -> int:
        """Number of periods, run-out included."""
        return self.turn_starts[-1]

    @property
    def turns(self) -> int:
        """Number of turns, the run-out included."""
        return len(self.turn_starts) - 1

    def turn_of(self, period: int) -> int:
        """The turn a period belongs to."""
        return bisect_right(self.turn_starts, period) - 1

    def day(self, period: int) -> int:
        """The day a period belongs to."""
        return period // self.per_day

    def weekday(self, day: int) -> int:
        """0 for Monday to 6 for Sunday."""
        return (self.first_weekday + day) % 7

    def ends_day(self, period: int) -> bool:
        """Whether a period is the last of its day."""
        return (period + 1) % self.per_day == 0

    def slice_of_day(self, total: Whole, period: int) -> Whole:
        """What a period gets of a day's whole number, as differences of rounded-down shares."""
        k = period % self.per_day
        part: Whole = total * (k + 1) // self.per_day - total * k // self.per_day
        return part


def clock(level: Level, run_out_days: int, margin: int) -> Clock:
    """The clock of a level; `margin` in periods."""
    calendar = level.calendar
    per_day = calendar.periods_per_day
    starts = [turn * calendar.days_per_turn * per_day for turn in range(calendar.turns + 1)]
    if run_out_days:
        starts.append(starts[-1] + run_out_days * per_day)
    first = calendar.start.weekday()
    is_open = _open_periods(level, first, starts[-1] + margin)
    return Clock(
        per_day=per_day,
        turn_starts=tuple(starts),
        play_turns=calendar.turns,
        first_weekday=first,
        open=is_open,
        next_open=_next_open(is_open),
        last_open=_last_open(is_open),
    )


def _open_periods(level: Level, first_weekday: int, length: int) -> np.ndarray:
    open_days = {WEEKDAYS.index(day) for day in level.calendar.open_days}
    week = np.array([(first_weekday + day) % 7 in open_days for day in range(7)])
    days = np.arange(length) // level.calendar.periods_per_day
    return week[days % 7]


def _next_open(is_open: np.ndarray) -> np.ndarray:
    index = np.where(is_open, np.arange(len(is_open)), len(is_open) - 1)
    return np.minimum.accumulate(index[::-1])[::-1]


def _last_open(is_open: np.ndarray) -> np.ndarray:
    index = np.where(is_open, np.arange(len(is_open)), -1)
    return np.concatenate([[-1], np.maximum.accumulate(index)[:-1]])
