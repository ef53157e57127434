"""What kinds of disruption share: their targets and their effects on parameters of the plant."""

from dataclasses import dataclass

from pydantic import Field

from game.level import Level, Part
from game.level.common import Id
from game.message import Message
from game.plant import Plant

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Effects:
    """What an active disruption changes (rule 5), by indices of the plant.

    `down` sources whose supplier does not deliver; `extra` (source, periods) longer on the road; `held` sources whose
    arrivals wait; `demand` (stream, factor in parts per million); `stopped` stations;
    in parts per million: `slow` (source, capacity), `hands` (station, minutes), `cost` (source, price), `flaws`
    (source, more bad units until one comes to light), `spoiled` (item, the same among units made), `rates` more a year
    on the credit line and loan. At its beginning, shares in parts per million: `destroyed`, `written_down` (item,
    stock), `unpaid` (stream, what it owes).
    """

    down: tuple[int, ...] = ()
    extra: Pairs = ()
    held: tuple[int, ...] = ()
    demand: Pairs = ()
    stopped: tuple[int, ...] = ()
    slow: Pairs = ()
    hands: Pairs = ()
    cost: Pairs = ()
    flaws: Pairs = ()
    spoiled: Pairs = ()
    rates: tuple[int, ...] = ()
    destroyed: Pairs = ()
    written_down: Pairs = ()
    unpaid: Pairs = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """Sources it strikes, those that stop first."""
        changed = (source for source, _ in (*self.extra, *self.slow, *self.cost, *self.flaws))
        return tuple(dict.fromkeys((*self.down, *self.held, *changed)))

    def tainted(self, plant: Plant) -> list[int]:
        """Items of which bad units come without anybody's knowing, in file order."""
        return sorted({*(plant.sources[source].item for source, _ in self.flaws), *dict(self.spoiled)})

    def made_at(self, plant: Plant) -> Pairs:
        """(Item, station) of those of them that are made."""
        places = ((item, station) for station, made in enumerate(plant.station_items) for item in made)
        return tuple(place for place in places if place[0] in dict(self.spoiled))

    @property
    def stations(self) -> tuple[int, ...]:
        """Stations it strikes, those that stop first."""
        return tuple(dict.fromkeys((*self.stopped, *(station for station, _ in self.hands))))

    @property
    def streams(self) -> tuple[int, ...]:
        """Customers it strikes."""
        return tuple(dict.fromkeys(stream for stream, _ in (*self.demand, *self.unpaid)))

    @property
    def items(self) -> tuple[int, ...]:
        """Items whose stock it strikes, or whose making."""
        return tuple(dict.fromkeys(item for item, _ in (*self.destroyed, *self.written_down, *self.spoiled)))


class Target(Part):
    """The keys of `[[disruption]]` that belong to one kind, and what follows from them."""

    def effects(self, plant: Plant) -> Effects:
        """What it changes while it is active."""
        raise NotImplementedError

    def problem(self, level: Level) -> tuple[str, Message] | None:
        """What is wrong beyond the form of the keys: a key and a sentence; None when nothing is."""
        return None


class OfferTarget(Target):
    """What strikes the offers of some suppliers, and single offers written `item/supplier`."""

    suppliers: tuple[Id, ...] = Field((), description="suppliers all of whose offers it concerns")
    offers: tuple[str, ...] = Field((), description="single offers it concerns, each `item/supplier`")

    def sources(self, plant: Plant) -> tuple[int, ...]:
        """The sources it strikes, in order."""
        single = {plant.index["source"][offer] for offer in self.offers}
        return tuple(sorted(single | set(plant.sources_from(set(self.suppliers)))))

    def problem(self, level: Level) -> tuple[str, Message] | None:
        """It needs someone to strike."""
        return None if self.suppliers or self.offers else ("suppliers", Message("disruption.problem.nobody"))


@dataclass(frozen=True)
class Kind:
    """Something that goes wrong. Its texts are `disruption.<name>.name` and `.help`."""

    name: str
    params: type[Target]
    hidden: bool = False
    """whether nobody is told that it has begun"""
