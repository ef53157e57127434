"""Customers order more, or with a factor below 1 less, while it lasts."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant, ppm


class DemandSpike(Target):
    """Some streams, all of them by default."""

    streams: tuple[Id, ...] = Field((), description="customer streams it concerns; all by default")
    factor: Annotated[float, Field(ge=0, le=100)] = Field(description="demand is multiplied by this")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        index = plant.index["stream"]
        hit = sorted(index[stream] for stream in self.streams or index)
        return Effects(demand=tuple((stream, ppm(self.factor)) for stream in hit))


KIND = Kind("demand_spike", DemandSpike)
