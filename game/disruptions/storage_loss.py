"""Fire, flood or theft: a part of the stock is gone when it begins."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant, ppm


class StorageLoss(Target):
    """A share of the stock of some items, buffers included."""

    items: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="items it concerns")
    share: Annotated[float, Field(gt=0, le=1)] = Field(description="share of the units that is destroyed")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        hit = sorted(plant.index["item"][item] for item in self.items)
        return Effects(destroyed=tuple((item, ppm(self.share)) for item in hit))


KIND = Kind("storage_loss", StorageLoss)
