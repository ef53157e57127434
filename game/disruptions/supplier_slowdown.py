"""A supplier works more slowly: it makes ready only a part of what it could."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, OfferTarget
from game.plant import Plant, ppm


class SupplierSlowdown(OfferTarget):
    """Capacity is multiplied; an offer without a capacity makes ready a part of what is ordered each time."""

    factor: Annotated[float, Field(ge=0, le=1)] = Field(description="capacity is multiplied by this")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(slow=tuple((source, ppm(self.factor)) for source in self.sources(plant)))


KIND = Kind("supplier_slowdown", SupplierSlowdown)
