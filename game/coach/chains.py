"""Why: what customers did not get in time, traced back link by link to what began it.

A setting below the formula is charged before an event; a station that starved hands on to the component that was
missing; a bought item to what was announced of its suppliers and to late trucks; what nothing explains stays
unexplained. Each loss has one root, so that losses by root add up to all that was lost, to the cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from game.coach.formulas import card_formula
from game.coach.past import settings_by_turn
from game.levers.choice import SIZES
from game.plant import minor
from game.run import Run
from game.state import POLICIES, Settings
from game.why import Seen, Shipment, shipments
from game.why.seen import Thing
from game.why.stations import missing_component

Kind = Literal[
    "late_units", "lost_units", "stock_out", "starved", "down", "setup", "busy", "setting", "disruption", "late_truck",
    "demand", "unexplained",
]  # fmt: skip
LOOK_BACK = 2
"""Turns in which the cause of a loss is looked for, its own the last."""
SURGE = 1.2
"""Demand of a turn over its mean from which it is a cause."""


@dataclass(frozen=True)
class Link:
    """Something that happened to a thing; `figure` counts what `kind` counts: units, minutes, cards, trucks, days."""

    kind: Kind
    thing: Thing
    figure: int


@dataclass(frozen=True)
class Chain:
    """A loss in a turn (0 is the first): units late or lost, what they cost in minor units, and how it came about.

    `links` lead from the customer back to the root, the last.
    """

    turn: int
    stream: str
    units: int
    cost: int
    links: tuple[Link, ...]

    @property
    def root(self) -> Link:
        """What began it."""
        return self.links[-1]


def chains(run: Run) -> tuple[Chain, ...]:
    """All losses of a run, turn by turn."""
    return tuple(_Tracer(run).chains())


def by_root(found: tuple[Chain, ...]) -> dict[tuple[Kind, Thing], int]:
    """What each root cost in all, the dearest first; together all that was lost."""
    totals: dict[tuple[Kind, Thing], int] = {}
    for chain in found:
        key = (chain.root.kind, chain.root.thing)
        totals[key] = totals.get(key, 0) + chain.cost
    return dict(sorted(totals.items(), key=lambda pair: -pair[1]))


class _Tracer:
    def __init__(self, run: Run) -> None:
        self.run, self.plant = run, run.plant
        self.seen = Seen(run.plant, run.tape, run.history, run.turn)
        self.settings = settings_by_turn(run)

    @cached_property
    def ships(self) -> tuple[Shipment, ...]:
        return shipments(self.seen)

    def chains(self) -> Iterator[Chain]:
        for turn in range(self.run.history.turns):
            for index, stream in enumerate(self.plant.level.stream):
                late, lost = (self._flow(name, turn, index) for name in ("late", "lost"))
                if late + lost:
                    item = self.plant.item_of_stream[index]
                    kind: Kind = "lost_units" if lost else "late_units"
                    first = Link(kind, ("stream", stream.id), late + lost)
                    cost = self._cost(turn, index, lost)
                    yield Chain(turn, stream.id, late + lost, cost, (first, *self._why(item, turn, index)))

    def _flow(self, name: str, turn: int, owner: int) -> int:
        return int(self.seen.total(name, slice(turn, turn + 1))[owner])

    def _cost(self, turn: int, stream: int, lost: int) -> int:
        """Penalties and the sales that were missed."""
        paid = sum(int(self.seen.posted(kind, slice(turn, turn + 1))[stream]) for kind in ("late_penalty", "lost_sale"))
        return paid + lost * minor(self.plant.level.stream[stream].price)

    def _why(self, item: int, turn: int, stream: int | None = None) -> Iterator[Link]:
        yield Link("stock_out", self.seen.thing("item", item), 0)
        missing = self._below_formula(item, turn)
        if missing:
            yield Link("setting", self.seen.thing("item", item), missing)
        elif stream is not None and self._surges(stream, turn):
            yield Link("demand", self.seen.thing("stream", stream), self._flow("demand", turn, stream))
        else:
            yield from self._source(item, turn)

    def _source(self, item: int, turn: int) -> Iterator[Link]:
        source = self.plant.sources[self.plant.sources_of[item][0]]
        if source.station is not None:
            yield from self._station(item, source.station, turn)
        elif source.origin is not None:
            yield from self._why(source.origin, turn)
        else:
            yield self._bought(item, turn)

    def _station(self, item: int, station: int, turn: int) -> Iterator[Link]:
        """What cost the station most minutes, and what it was short of."""
        back = self._back(turn)
        minutes = {
            name: int(self.seen.total(name, back)[station]) // 1000 for name in ("starved", "down", "setup", "running")
        }
        thing = self.seen.thing("station", station)
        missing = missing_component(self.seen, station, back)
        stopped = max(("starved", "down", "setup"), key=lambda name: minutes[name])
        if stopped == "starved" and minutes["starved"] and missing is not None:
            yield Link("starved", thing, minutes["starved"])
            yield from self._why(missing, turn)
        elif stopped == "down" and minutes["down"]:
            yield Link("down", thing, minutes["down"])
        elif stopped == "setup" and minutes["setup"]:
            yield Link("setup", thing, minutes["setup"])
        elif minutes["running"]:
            yield Link("busy", thing, minutes["running"])
        else:
            yield Link("unexplained", self.seen.thing("item", item), 0)

    def _bought(self, item: int, turn: int) -> Link:
        sources = set(self.plant.sources_of[item])
        for spell in self.seen.spells():
            effect = self.seen.effects[spell.disruption]
            hit = {*effect.down, *effect.held, *(source for source, _ in effect.extra)}
            if hit & sources and not spell.announced and self._meets(spell.start, spell.end, turn):
                end = self.seen.now if spell.end is None else spell.end
                return Link("disruption", self.seen.thing("disruption", spell.disruption), end - spell.start)
        late = [ship for ship in self.ships if ship.source in sources and self._came_late(ship, turn)]
        if late:
            return Link("late_truck", self.seen.thing("supplier", self.seen.supplier_of(late[0].source)), len(late))
        return Link("unexplained", self.seen.thing("item", item), 0)

    def _meets(self, start: int, end: int | None, turn: int) -> bool:
        """Whether a spell touches the turn or those just before."""
        starts = self.plant.clock.turn_starts
        return start < starts[turn + 1] and (end is None or end >= starts[self._back(turn).start])

    def _came_late(self, ship: Shipment, turn: int) -> bool:
        starts, clock = self.plant.clock.turn_starts, self.plant.clock
        came = self.seen.now if ship.arrived is None else ship.arrived
        back = starts[self._back(turn).start]
        return clock.day(came) > clock.day(ship.promised) and ship.promised < starts[turn + 1] and came >= back

    def _back(self, turn: int) -> slice:
        return slice(max(0, turn + 1 - LOOK_BACK), turn + 1)

    def _surges(self, stream: int, turn: int) -> bool:
        """Whether a customer wanted far more than usual."""
        totals = [self._flow("demand", t, stream) for t in range(self.plant.clock.play_turns)]
        usual = sum(totals) / max(1, len(totals))
        return turn < len(totals) and usual > 0 and totals[turn] >= SURGE * usual

    def _below_formula(self, item: int, turn: int) -> int:
        """Cards or units that the loop lacks to cover the mean of its lead time; 0 when it does not."""
        settings = self._settings(turn)
        size = SIZES.get(POLICIES[int(settings["policy"][item, 0])])
        if size is None:
            return 0
        found = card_formula(self.plant, settings, item, 0.0)
        if not found.demand:
            return 0
        needed = found.cards if size == "cards" else round(found.demand * found.lead_days)
        return max(0, needed - int(settings[size][item, 0]))

    def _settings(self, turn: int) -> Settings:
        return self.settings[min(turn, len(self.settings) - 1)]
