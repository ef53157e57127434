"""The shocks that a run rode: stock and service around each disruption that struck, and how long the firm lasted."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

import numpy as np

from game.disruptions import effects
from game.measures.risk import Resilience, resilience, struck
from game.message import Message, Number
from game.playing.scene import Scene
from game.playing.views.debrief import ShockView

BEFORE, AFTER = 14, 21
"""Days shown around a shock."""
WEEK = 7


def shocks(scene: Scene) -> tuple[ShockView, ...]:
    """Those that struck in the turns played, the longest first."""
    found = [_Shock(scene, one) for one in resilience(scene.history, scene.run.tape) if _struck(scene, one)]
    return tuple(one.view() for one in sorted(found, key=lambda one: -one.lasts))


def _struck(scene: Scene, one: Resilience) -> bool:
    """Whether it began in a turn that was played."""
    return bool(scene.run.tape.active[one.disruption, : scene.seen.now, 0].any())


@dataclass(eq=False)
class _Shock:
    """One disruption; `item` is the one of which least was left against before; periods from 0."""

    scene: Scene
    found: Resilience

    def __post_init__(self) -> None:
        plant, active = self.scene.plant, self.scene.run.tape.active[self.found.disruption, : self._end, 0]
        self.begins = int(active.argmax())
        over = np.flatnonzero(~active[self.begins :])
        self.ends = self.begins + int(over[0]) if len(over) else None
        items = struck(plant, effects(plant)[self.found.disruption])
        self.lasts = (self._end if self.ends is None else self.ends) - self.begins
        self.item = min(items, key=self._left)

    @property
    def _end(self) -> int:
        return min(self.scene.seen.now, self.scene.plant.clock.end)

    def _left(self, item: int) -> float:
        """The lowest stock while it lasted and just after, over the mean of the week before."""
        stock, week = self.scene.history.level("stock")[:, item, 0], WEEK * self.scene.per_day
        before = stock[max(0, self.begins - week) : self.begins]
        usual = float(before.mean()) if len(before) else float(self.scene.history.opening("stock")[item, 0])
        last = (self.ends or self._end) + week
        return float(stock[self.begins : last].min()) / max(1.0, usual)

    def view(self) -> ShockView:
        scene, per_day = self.scene, self.scene.per_day
        ends = self._end if self.ends is None else self.ends
        recovered = self._number(self.found.recover)
        quiet = max(ends, self.begins + round((recovered or 0.0) * per_day))
        days = slice(max(0, self.begins // per_day - BEFORE), min(self._end // per_day, quiet // per_day + AFTER))
        stock = scene.history.level("stock")[per_day - 1 :: per_day, self.item, 0]
        return ShockView(
            name=scene.seen.name("disruption", self.found.disruption),
            item=scene.seen.name("item", self.item),
            first=days.start,
            stock=tuple(map(float, stock[days])),
            served=tuple(self._served()[days]),
            begins=self.begins / per_day,
            ends=None if self.ends is None else self.ends / per_day,
            survive=self._number(self.found.survive),
            lasted=self._number(self.found.lasted),
            recover=recovered,
            words=tuple(self._words()),
        )

    def _served(self) -> list[float | None]:
        """Share of demand filled at once over the week up to each day."""
        asked, filled = (self._by_day(name) for name in ("demand", "filled_at_once"))
        return [share / total if total else None for share, total in zip(filled, asked, strict=True)]

    def _by_day(self, name: str) -> list[int]:
        flow = self.scene.history.flow(name)[:, :, 0].sum(axis=1)
        daily = np.add.reduceat(flow, np.arange(0, len(flow), self.scene.per_day))
        summed = np.concatenate([[0], np.cumsum(daily)])
        return [int(summed[day + 1] - summed[max(0, day + 1 - WEEK)]) for day in range(len(daily))]

    @staticmethod
    def _number(figures: np.ndarray) -> float | None:
        return float(figures[0]) if isfinite(figures[0]) else None

    def _words(self) -> Iterator[Message]:
        found = self.found
        survive, lasted, recover = (self._number(one) for one in (found.survive, found.lasted, found.recover))
        if survive is not None:
            yield Message("debrief.shock.survive", {"days": _days(survive)})
        if lasted is not None:
            yield Message("debrief.shock.lasted", {"days": _days(lasted)})
        if recover is None:
            yield Message("debrief.shock.never")
        else:
            yield Message("debrief.shock.recover", {"days": _days(recover)})


def _days(value: float) -> Number:
    return Number(value, 0 if abs(value - round(value)) < 0.05 else 1)
