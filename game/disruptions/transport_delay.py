"""Trucks need longer: what leaves while it lasts arrives some days later."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, OfferTarget
from game.level.common import Days
from game.plant import Plant


class TransportDelay(OfferTarget):
    """The offers of some suppliers, and single offers."""

    extra_days: Days = Field(description="days more on the road")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(extra=tuple((source, plant.periods(self.extra_days)) for source in self.sources(plant)))


KIND = Kind("transport_delay", TransportDelay)
