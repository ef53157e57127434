"""Where things stand in the picture of plans, in points: an axis for stock, and names beside their marks."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.playing.report.picture import round_step
from game.playing.views.debrief import Plan, Spot, StandView

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
LINE = 16.0
"""Height of a name."""
GAP = 4.0
FAR = (1.0, 2.0, -2.0, 3.0, 4.0, 5.0)
"""Lines below or above its mark at which a name may stand when there is no room beside it."""
WIDE = 3.0
"""Most over least from which equal steps of an axis double the value."""


@dataclass(frozen=True)
class Axis:
    """From `least` to `most`; `doubling` when equal steps double the value."""

    least: float
    most: float
    doubling: bool

    @classmethod
    def of(cls, values: Iterable[float]) -> "Axis":
        """An axis on which all values have room, from nothing unless they lie far apart."""
        known = [max(1.0, value) for value in values] or [1.0]
        least, most = min(known), max(known)
        return cls(least / 1.25, most * 1.25, True) if most > WIDE * least else cls(0.0, most * 1.08, False)

    def share(self, value: float) -> float:
        """Where a value stands, 0 at the beginning and 1 at the end."""
        if self.doubling:
            return math.log(max(value, 1.0) / self.least) / math.log(self.most / self.least)
        return value / self.most

    def holds(self, value: float) -> bool:
        """Whether it has a place."""
        return self.least <= value <= self.most

    def marks(self) -> list[float]:
        """Round values to write beneath it."""
        if not self.doubling:
            return marks(0.0, self.most, 5)
        tens = range(math.floor(math.log10(self.least)), math.ceil(math.log10(self.most)) + 1)
        return [value for ten in tens for value in (10.0**ten, 2 * 10.0**ten, 5 * 10.0**ten) if self.holds(value)]


def marks(low: float, high: float, count: int = 4) -> list[float]:
    """Round values between two."""
    step = round_step(high - low, count)
    return [k * step for k in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def shared(view: StandView) -> list[tuple[Spot, list[Plan]]]:
    """Plans by where they stand, from little stock to much: those that decide alike share a mark."""
    found: dict[Spot, list[Plan]] = {}
    for plan in view.plans:
        if plan.here.served is not None:
            found.setdefault(plan.here, []).append(plan)
    return sorted(found.items(), key=lambda pair: pair[0].stock)


def beside(points: Sequence[tuple[float, float, float, float]], room: Box) -> list[Box | None]:
    """For each mark (x, y, half its size, width of its name) a free place for the name, None where there is none.

    Right, left, below, above, the corners, then some lines away; the first that is within the room, and free of marks
    and other names. The first mark chooses first; of the others each begins once, until all have a place.
    """
    others = list(range(1, len(points)))
    orders = [[0, *others[k:], *others[:k]] for k in range(max(1, len(others)))] if points else []
    best: list[Box | None] = []
    for order in orders:
        found = _placed(points, order, room)
        if not best or found.count(None) < best.count(None):
            best = found
        if None not in best:
            break
    return best


def _placed(points: Sequence[tuple[float, float, float, float]], order: Sequence[int], room: Box) -> list[Box | None]:
    taken: list[Box] = [(x - size, y - size, 2 * size, 2 * size) for x, y, size, _ in points]
    found: list[Box | None] = [None] * len(points)
    for at in order:
        offers = _offers(*points[at])
        free = (box for box in offers if _within(box, room) and not any(_meet(box, one) for one in taken))
        found[at] = place = next(free, None)
        if place is not None:
            taken.append(place)
    return found


def leader(
    point: tuple[float, float, float, float], box: Box
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """A line from a mark to its name, where the name stands some lines away."""
    x, y = point[:2]
    middle = box[1] + box[3] / 2
    if abs(middle - y) < 1.5 * LINE:
        return None
    return (x, y), (box[0] - GAP / 2 if box[0] > x else box[0] + box[2] + GAP / 2, middle)


def _offers(x: float, y: float, size: float, wide: float) -> Iterator[Box]:
    gap, half = size + GAP, (size + GAP) / 2
    spots = (
        (gap, -LINE / 2), (-gap - wide, -LINE / 2), (-wide / 2, gap), (-wide / 2, -gap - LINE),
        (half, half), (half, -half - LINE), (-half - wide, half), (-half - wide, -gap - LINE),
        *((side, line * LINE) for line in FAR for side in (gap, -gap - wide)),
    )  # fmt: skip
    return ((x + across, y + down, wide, LINE) for across, down in spots)


def _within(box: Box, room: Box) -> bool:
    right, bottom = box[0] + box[2], box[1] + box[3]
    return room[0] <= box[0] and room[1] <= box[1] and right <= room[0] + room[2] and bottom <= room[1] + room[3]


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
    )  # fmt: skip
