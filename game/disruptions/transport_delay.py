"""Trucks need longer: what leaves while it lasts arrives some days later."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Days, Id
from game.plant import Plant


class TransportDelay(Target):
    """The offers of some suppliers, and single offers written `item/supplier`."""

    suppliers: tuple[Id, ...] = Field((), description="suppliers all of whose offers are delayed")
    offers: tuple[str, ...] = Field((), description="offers that are delayed, each `item/supplier`")
    extra_days: Days = Field(description="days more on the road")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        hit = {plant.index["source"][offer] for offer in self.offers} | set(plant.sources_from(set(self.suppliers)))
        return Effects(extra=tuple((source, plant.periods(self.extra_days)) for source in sorted(hit)))


KIND = Kind("transport_delay", TransportDelay)
