"""A new model or fashion: what is in stock is worth less from one day to the next."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant, ppm


class Obsolescence(Target):
    """The book value of some items falls when it begins; no unit leaves."""

    items: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="items it concerns")
    share: Annotated[float, Field(gt=0, le=1)] = Field(description="share of the book value that is written down")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        hit = sorted(plant.index["item"][item] for item in self.items)
        return Effects(written_down=tuple((item, ppm(self.share)) for item in hit))


KIND = Kind("obsolescence", Obsolescence)
