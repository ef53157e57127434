"""A turn as its record tells it: the floor before its first period and after each one, for the window to play.

Drawn from the history alone; of the plant as it stands now only names and settings are taken, which do not
change within a turn. Trucks that have come since carry the day on which they did, so that they roll in on time.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game import engine
from game.message import Message
from game.playing.floor_arrows import route_of
from game.playing.floor_items import mood_of
from game.playing.floor_places import STATES, stream_mood, stream_note
from game.playing.plant_view import plant_view
from game.playing.scene import Scene
from game.playing.trouble import spell_note, truck_late
from game.playing.views import ItemView, Link, PlantView, Playback, StationView, StreamView, SupplierView, Truck
from game.why import Spell
from game.why.stations import TIMES


def playback(scene: Scene) -> Playback | None:
    """The last turn played, at the end with the run-out; None before the first."""
    if not scene.run.turn:
        return None
    record = scene.history.records[scene.run.turn - 1]
    film = _Film(scene, record.first, scene.seen.now)
    frames = tuple(film.frame(moment) for moment in range(record.first, film.last + 1))
    return Playback(record.first / scene.per_day, scene.per_day, frames)


@dataclass(frozen=True, eq=False)
class _Film:
    """Looks at moments: `moment` m lies after m periods of the run."""

    scene: Scene
    first: int
    last: int

    @cached_property
    def now(self) -> PlantView:
        return plant_view(self.scene)

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        return tuple(spell for spell in self.scene.seen.spells() if not spell.announced)

    @cached_property
    def _memory(self) -> dict[str, np.ndarray]:
        return {}

    def level(self, name: str, moment: int) -> np.ndarray:
        """A level at a moment, `[owner]`."""
        if name not in self._memory:
            whole = self.scene.history.level(name)[:, :, 0]
            start = self.scene.history.opening(name)[None, :, 0]
            self._memory[name] = np.concatenate([start, whole])
        return np.asarray(self._memory[name][moment])

    @cached_property
    def most_buffered(self) -> np.ndarray:
        """The most that had stood in each buffer by each moment, `[moment, item]`."""
        self.level("buffer", 0)
        return np.maximum.accumulate(self._memory["buffer"], axis=0)

    def so_far(self, name: str, moment: int) -> np.ndarray:
        """Sum of a flow from the start of the run to a moment, `[owner]`."""
        key = f"sum {name}"
        if key not in self._memory:
            flow = self.scene.history.flow(name)[:, :, 0]
            self._memory[key] = np.concatenate([np.zeros_like(flow[:1]), np.cumsum(flow, axis=0)])
        return np.asarray(self._memory[key][moment])

    def in_turn(self, name: str, moment: int) -> np.ndarray:
        """Sum of a flow from the start of the turn to a moment."""
        return np.asarray(self.so_far(name, moment) - self.so_far(name, self.first))

    @cached_property
    def asked_at_first(self) -> np.ndarray:
        """Units that sources had to send or begin before the first period, `[source]`."""
        state = engine.opening(self.scene.plant, 1)
        units = state.backlog + state.ready + state.collecting
        units = units + state.signals.sum(axis=1) + state.refill_signals.sum(axis=1)
        for source in self.scene.plant.internal_sources:
            item = self.scene.plant.sources[source].item
            units[source] += state.authorised[item] + state.authorised_refill[item]
        return np.asarray(units[:, 0])

    def asked(self, moment: int) -> np.ndarray:
        """Units asked of each source that it has not sent or begun, `[source]`."""
        gone = self.so_far("shipped", moment) + self.so_far("begun", moment) + self.so_far("recalled", moment)
        return np.asarray(np.maximum(0, self.asked_at_first + self.so_far("ordered", moment) - gone))

    def authorised(self, item: int, moment: int) -> int:
        """Units of a made item that its source may begin: what is asked and no longer on its way there."""
        plant = self.scene.plant
        source, delay = plant.sources_of[item][0], 1 + int(plant.signal_delay[item])
        at = int(np.searchsorted(plant.clock.next_open, moment)) - delay
        under_way = self.so_far("ordered", moment)[source] - self.so_far("ordered", max(0, min(at, moment)))[source]
        return max(0, int(self.asked(moment)[source] - under_way))

    def frame(self, moment: int) -> PlantView:
        """The floor at a moment."""
        now, trucks = self.now, self.trucks(moment)
        return replace(
            now,
            suppliers=tuple(self.supplier(view, i, moment, trucks) for i, view in enumerate(now.suppliers)),
            items=tuple(self.item(view, i, moment) for i, view in enumerate(now.items)),
            stations=tuple(self.station(view, w, moment) for w, view in enumerate(now.stations)),
            streams=tuple(self.stream(view, d, moment) for d, view in enumerate(now.streams)),
            links=self.links(moment),
            trucks=trucks,
        )

    def item(self, view: ItemView, index: int, moment: int) -> ItemView:
        """Containers, buffer, what is owed."""
        stock, buffer = (int(self.level(name, moment)[index]) for name in ("stock", "buffer"))
        on_hand, owed = stock - buffer, int(self.level("backorders", moment)[index])
        full = -(-max(0, on_hand) // view.container)
        reached = min(view.buffer_target, int(self.most_buffered[moment, index]))
        return replace(
            view,
            on_hand=on_hand,
            on_order=int(self.level("on_order", moment)[index]),
            backorders=owed,
            full=full,
            places=max(full, view.cards or -(-view.target // view.container)),
            buffer=buffer,
            buffer_reached=reached,
            cover=(on_hand - owed) / max(1, view.target),
            mood=mood_of(self.scene, index, on_hand - owed, buffer, reached),
            ages=self.ages(view, index, stock, moment),
        )

    def ages(self, view: ItemView, index: int, stock: int, moment: int) -> tuple[int, ...]:
        """Units by age in days, oldest first: what came last is still there, as the oldest goes first."""
        if not view.ages:
            return ()
        found, left, came = [], stock, self._came(index, moment)
        for age in range(len(view.ages)):
            since = came - self._came(index, max(0, moment - (age + 1) * self.scene.per_day))
            units = max(0, min(left, since - (stock - left)))
            found.append(units)
            left -= units
        found[min(len(found) - 1, moment // self.scene.per_day)] += left
        return tuple(reversed(found))

    def _came(self, index: int, moment: int) -> int:
        return sum(int(self.so_far(name, moment)[index]) for name in ("received", "made", "moved_in"))

    def station(self, view: StationView, index: int, moment: int) -> StationView:
        """What it did in the period before, and how its minutes of the turn went so far."""
        if moment == self.first and not moment:
            return replace(view, state="idle", split={}, note=None)
        did = {name: int((self.so_far(name, moment) - self.so_far(name, moment - 1))[index]) for name in TIMES}
        spent = {name: int(self.in_turn(name, moment)[index]) for name in TIMES}
        state = "starved" if did["starved"] else max(STATES, key=lambda name: did[name])
        if not any(did.values()):
            return replace(view, state="closed", split=_shares(spent), note=None)
        note = None if state in ("running", "idle") else view.note if state == view.state else Message(f"note.{state}")
        return replace(view, state=state, split=_shares(spent), note=note)

    def stream(self, view: StreamView, index: int, moment: int) -> StreamView:
        """What was late or lost in the turn so far."""
        late, lost = (int(self.in_turn(name, moment)[index]) for name in ("late", "lost"))
        waiting = int(self.level("waiting", moment)[index])
        asked = int(self.in_turn("demand", moment)[index])
        note = stream_note(self.scene, late, lost, waiting, int(self.in_turn("delivered", moment)[index]))
        return replace(view, demand=view.demand[:-1], late=late, lost=lost, waiting=waiting, note=note,
                       mood=stream_mood(asked, late, lost))  # fmt: skip

    def supplier(self, view: SupplierView, index: int, moment: int, trucks: tuple[Truck, ...]) -> SupplierView:
        """Its lamp: red under a disruption or while a truck of it is late."""
        sources = self.scene.plant.sources_from({view.id})
        backlog = int(self.asked(moment)[list(sources)].sum())
        for spell in self.spells:
            ends = self.last + 1 if spell.end is None else spell.end
            if spell.start < moment <= ends and set(self.scene.seen.effects[spell.disruption].sources) & set(sources):
                return replace(view, backlog=backlog, mood="bad", note=spell_note(self.scene, spell))
        late = sum(truck.units for truck in trucks if truck.late and truck.supplier == view.id)
        note = Message("note.late", {"units": late}) if late else None
        return replace(view, backlog=backlog, mood="bad" if late else "good", note=note)

    def trucks(self, moment: int) -> tuple[Truck, ...]:
        """Shipments that have left and not come."""
        scene, level = self.scene, self.scene.level
        found = []
        for ship in scene.shipments:
            if ship.left < moment and (ship.arrived is None or ship.arrived >= moment):
                came = ship.promised if ship.arrived is None else min(ship.promised, ship.arrived + 1)
                supplier = level.supplier[scene.seen.supplier_of(ship.source)].id
                item = level.item[scene.plant.sources[ship.source].item].id
                late = truck_late(scene, ship, moment)
                days = (ship.left / scene.per_day, came / scene.per_day)
                found.append(Truck(supplier, item, ship.units, *days, late, route_of(scene, ship.source)))
        return tuple(found)

    def links(self, moment: int) -> tuple[Link, ...]:
        """Cards on their way upstream."""
        asked = self.asked(moment)
        return tuple(replace(link, signals=self.signals(link, asked, moment)) for link in self.now.links)

    def signals(self, link: Link, asked: np.ndarray, moment: int) -> int:
        """Whole containers asked over an arrow."""
        plant, container = self.scene.plant, self.scene.state.settings["container"][:, 0]
        index = plant.index["item"]
        if link.kind == "sell":
            return 0
        if link.kind == "use":
            part, station = index[link.source[1]], plant.index["station"][link.target[1]]
            units = sum(
                count * self.authorised(item, moment)
                for item in plant.station_items[station]
                for one, count in plant.components[item]
                if one == part
            )
            return -(-units // int(container[part]))
        item = index[link.target[1]]
        sources = plant.sources_of[item]
        if link.kind == "supply":
            mine = plant.sources_from({link.source[1]})
            sources = tuple(source for source in sources if source in mine)
        return -(-sum(int(asked[source]) for source in sources) // int(container[item]))


def _shares(spent: dict[str, int]) -> dict[str, float]:
    total = sum(spent.values())
    return {name: minutes / total for name, minutes in spent.items()} if total else {}
