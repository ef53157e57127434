"""What has been seen of a run so far: its figures by turn, with the names of things in the player's language.

Nothing here looks beyond the last period played: of the tape, only what has begun or has been announced is read.
One replication, the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.disruptions import Effects, hidden
from game.history import History
from game.level import Disruption, in_language
from game.message import Message, Money
from game.plant import Plant
from game.plant.parameters import PARAMETERS
from game.tape import Tape

Thing = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Spell:
    """A disruption at work from period `start` to `end - 1`; `end` is None while it lasts or is only announced."""

    disruption: int
    start: int
    end: int | None
    announced: bool = False


@dataclass(frozen=True, eq=False)
class Seen:
    """A run as its player may look at it; `played` turns have been decided and run."""

    plant: Plant
    tape: Tape
    history: History
    played: int
    language: str = "en"

    @cached_property
    def now(self) -> int:
        """Periods played; a firm that failed stands where it stopped."""
        failed = np.flatnonzero(self.history.level("insolvent")[:, 0, 0])
        if len(failed):
            return int(failed[0]) + 1
        return self.history.records[-1].last if self.history.records else 0

    @property
    def since(self) -> int:
        """First period of the last turn; 0 before the first turn."""
        return self.plant.clock.turn_starts[max(0, self.played - 1)]

    @property
    def last_turn(self) -> slice:
        """The last turn; a finished run's includes the run-out."""
        return slice(max(0, self.played - 1), None)

    def flow(self, name: str, turns: slice | None = None) -> np.ndarray:
        """A flow of the last turn (or others), `[period, owner]`."""
        return np.asarray(self.history.flow(name, turns or self.last_turn)[:, :, 0])

    def total(self, name: str, turns: slice | None = None) -> np.ndarray:
        """Sum of a flow over the last turn (or others), `[owner]`."""
        return np.asarray(self.history.total_flow(name, turns or self.last_turn)[:, 0])

    def posted(self, name: str, turns: slice | None = None) -> np.ndarray:
        """Sum of a posting kind over the last turn (or others), `[owner]`, minor units."""
        return np.asarray(self.history.total_posting(name, turns or self.last_turn)[:, 0])

    def level_now(self, name: str) -> np.ndarray:
        """A level or account as it stands, `[owner]`."""
        return np.asarray(self.history.closing(name)[:, 0])

    def level_before(self, name: str) -> np.ndarray:
        """The same before the last turn."""
        if self.played < 2:
            return np.asarray(self.history.opening(name)[:, 0])
        return np.asarray(self.history.closing(name, self.played - 2)[:, 0])

    def name(self, kind: str, index: int) -> str:
        """Name of an item, supplier, station, stream or disruption."""
        return in_language(getattr(self.plant.level, kind)[index].name, self.language)

    def by_id(self, thing: Thing) -> str:
        """Name of a thing."""
        kind, target = thing
        return self.name(kind, self.plant.index[kind][target])

    def thing(self, kind: str, index: int) -> Thing:
        """Kind and id, to jump to."""
        return (kind, getattr(self.plant.level, kind)[index].id)

    def money(self, minor: int) -> Money:
        """An amount in the level's currency."""
        return Money(int(minor), self.plant.level.money.currency)

    def supplier_of(self, source: int) -> int:
        """Index of the supplier of an offer."""
        offer = self.plant.sources[source].offer
        assert offer
        return self.plant.index["supplier"][offer.supplier]

    def weekday(self, period: int) -> Message:
        """Name of the weekday of a period."""
        clock = self.plant.clock
        return Message(f"feed.day.{clock.weekday(clock.day(period))}")

    def parameter(self, name: str, index: int, base: int) -> int:
        """A parameter as projects have changed it by now (rule M2)."""
        for plan, stage in zip(self.plant.projects, self.level_now("project").tolist(), strict=True):
            for change in ((), plan.transition, plan.effect)[stage]:
                if (change.parameter, change.index) == (name, index):
                    base = change.apply(base)
        return min(max(base, PARAMETERS[name].low), PARAMETERS[name].high)

    def minutes(self, name: str, item: int) -> float:
        """`minutes` a unit or `setup_minutes` of a made item, as projects have changed them by now."""
        base = self.plant.work if name == "minutes" else self.plant.setup_work
        return self.parameter(name, item, int(base[item])) / 1000

    def warned_ahead(self, disruption: int) -> int:
        """Periods by which a disruption is announced before it begins; shared schedules tell earlier."""
        days = self.plant.level.disruption[disruption].warn_days
        return self.parameter("warning", disruption, self.plant.periods(days))

    @cached_property
    def effects(self) -> tuple[Effects, ...]:
        """What each disruption does."""
        return self.tape.effects(self.plant)

    def active(self, disruption: int, period: int) -> bool:
        """Whether a disruption was at work in a period already played."""
        return period < self.now and bool(self.tape.active[disruption, period, 0])

    def spells(self) -> Iterator[Spell]:
        """All that has happened or is announced, disruption by disruption."""
        for index, disruption in enumerate(self.plant.level.disruption):
            yield from self._spells(index, disruption)

    def under_way(self) -> tuple[Spell, ...]:
        """Disruptions at work in the last period played, as far as the player knows."""
        return tuple(spell for spell in self.spells() if spell.end is None and not spell.announced)

    def _found_out(self, index: int, start: int, end: int) -> Iterator[Spell]:
        """The period in which bad units of a quality escape came to light, if they did (rule D10)."""
        plant, flow = self.plant, self.history.flow
        items = self.effects[index].tainted(plant)
        sources = [source for item in items for source in plant.sources_of[item]]
        bad = flow("scrapped")[start:end, items, 0].sum(axis=1) + flow("returned")[start:end, sources, 0].sum(axis=1)
        for item, station in self.effects[index].made_at(plant):
            bad += flow("defective")[start:end, item, 0] * flow("stops")[start:end, station, 0]
        if bad.any():
            found = start + int(np.flatnonzero(bad)[0])
            yield Spell(index, found, found + 1)

    def _spells(self, index: int, disruption: Disruption) -> Iterator[Spell]:
        warned = self.now + self.warned_ahead(index)
        row = self.tape.active[index, : max(warned, self.now), 0]
        edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(np.int8), [0]])))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if hidden(disruption):
                yield from self._found_out(index, start, min(end, self.now))
            elif start >= self.now:
                yield Spell(index, start, None, announced=True)
            else:
                yield Spell(index, start, end if end < self.now else None)
