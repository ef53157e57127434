"""A customer cannot pay: a share of what it owes is lost, and it orders less or nothing while it lasts."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant, ppm


class CustomerDefault(Target):
    """The receivables of some streams when it begins, and their demand from then on."""

    streams: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="customer streams it concerns")
    share: Annotated[float, Field(ge=0, le=1)] = Field(1.0, description="share of what they owe that is never paid")
    factor: Annotated[float, Field(ge=0, le=1)] = Field(0.0, description="demand is multiplied by this")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        index = plant.index["stream"]
        hit = sorted(index[stream] for stream in self.streams)
        return Effects(
            unpaid=tuple((stream, ppm(self.share)) for stream in hit),
            demand=tuple((stream, ppm(self.factor)) for stream in hit),
        )


KIND = Kind("customer_default", CustomerDefault)
