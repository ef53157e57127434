"""Suppliers charge more, or less, for what leaves while it lasts."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, OfferTarget
from game.plant import Plant, ppm


class InputPrice(OfferTarget):
    """The offers of some suppliers, and single offers."""

    price_factor: Annotated[float, Field(ge=0, le=100)] = Field(description="prices are multiplied by this")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(cost=tuple((source, ppm(self.price_factor)) for source in self.sources(plant)))


KIND = Kind("input_price", InputPrice)
