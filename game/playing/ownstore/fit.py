"""What a sales history looks like, item by item: mean, weekdays, months, swings, and the pattern that fits.

Weekday factors are means of weekdays over the mean of open days; month factors, from eleven months of history on,
sums over what mean and weekdays would have sold. The swing is what is left after dividing by both.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from game.demand.history_csv import Sales

SEASONS_FROM = 330
"""Days of history from which months are told apart."""
RARE = 1 / 1.32
"""Share of days with sales below which demand is intermittent (Syntetos and Boylan: 1.32 days between sales)."""
MANY = 200.0
"""Mean from which a normal quantity is as good as any."""
QUIET = 0.2
"""Factor below which a day says too little about swings."""


@dataclass(frozen=True)
class Fit:
    """`mean` units an open day; factors by weekday (Monday first, 0 closed) and month; `sold` the share of open days
    with sales; `sd` of a day's units at factor 1; `sizes` mean and sd of a day's units when there are sales.
    """

    item: str
    mean: float
    weekday: tuple[float, ...]
    month: tuple[float, ...]
    sold: float
    sd: float
    sizes: tuple[float, float]

    @property
    def pattern(self) -> str:
        """Name of the demand pattern that fits."""
        if self.sold < RARE:
            return "intermittent"
        if self.sd**2 <= 1.05 * self.mean:
            return "poisson"
        return "negative_binomial" if self.mean < MANY else "normal"

    @property
    def swing(self) -> float:
        """Standard deviation over mean."""
        return self.sd / self.mean if self.mean else 0.0


@dataclass(frozen=True)
class Days:
    """The days of a history: from the first to the last, and the weekdays on which anything was ever sold."""

    first: datetime.date
    last: datetime.date
    open: tuple[int, ...]

    @property
    def all_open(self) -> list[datetime.date]:
        """Every open day."""
        count = (self.last - self.first).days + 1
        days = (self.first + datetime.timedelta(day) for day in range(count))
        return [day for day in days if day.weekday() in self.open]


def days_of(sales: Sales) -> Days:
    """The days of all items together."""
    sold = [day for units in sales.values() for day, number in units.items() if number]
    sold = sold or [day for units in sales.values() for day in units]
    return Days(min(sold), max(sold), tuple(sorted({day.weekday() for day in sold})))


def fit(item: str, sales: Sales, days: Days) -> Fit:
    """The figures of one item."""
    dates = days.all_open
    units = [float(sales[item].get(day, 0)) for day in dates]
    mean = fmean(units)
    weekday = tuple(_ratio(_on(dates, units, day), mean) for day in range(7))
    month = _months(dates, units, mean, weekday)
    levels = [weekday[day.weekday()] * month[day.month - 1] for day in dates]
    levelled = [number / level for number, level in zip(units, levels, strict=True) if level > QUIET]
    sold = [number for number in units if number]
    sizes = (fmean(sold), pstdev(sold)) if sold else (0.0, 0.0)
    return Fit(item, mean, weekday, month, len(sold) / len(units), pstdev(levelled) if levelled else 0.0, sizes)


def _on(dates: Sequence[datetime.date], units: Sequence[float], weekday: int) -> float:
    """Mean units on a weekday, 0 where it is closed."""
    found = [number for day, number in zip(dates, units, strict=True) if day.weekday() == weekday]
    return fmean(found) if found else 0.0


def _months(
    dates: Sequence[datetime.date], units: Sequence[float], mean: float, weekday: tuple[float, ...]
) -> tuple[float, ...]:
    if (dates[-1] - dates[0]).days < SEASONS_FROM:
        return (1.0,) * 12
    sold, usual = [0.0] * 12, [0.0] * 12
    for day, number in zip(dates, units, strict=True):
        sold[day.month - 1] += number
        usual[day.month - 1] += mean * weekday[day.weekday()]
    return tuple(_ratio(a, b) if b else 1.0 for a, b in zip(sold, usual, strict=True))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
