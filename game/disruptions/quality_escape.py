"""A fault at a supplier that nobody notices: more bad units come, until the first of them is found."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, OfferTarget
from game.plant import Plant, ppm


class QualityEscape(OfferTarget):
    """The share of bad units rises; it ends early when bad units of one of its items come to light."""

    defects: Annotated[float, Field(gt=0, le=1)] = Field(description="share of bad units, beside the usual one")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(flaws=tuple((source, ppm(self.defects)) for source in self.sources(plant)))


KIND = Kind("quality_escape", QualityEscape, hidden=True)
