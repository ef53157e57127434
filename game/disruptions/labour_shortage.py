"""People are missing: stations work fewer minutes, and wages are paid all the same."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant, ppm


class LabourShortage(Target):
    """Some stations, all of them by default."""

    stations: tuple[Id, ...] = Field((), description="stations it concerns; all by default")
    factor: Annotated[float, Field(ge=0, le=1)] = Field(description="minutes are multiplied by this")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        index = plant.index["station"]
        hit = sorted(index[station] for station in self.stations or index)
        return Effects(hands=tuple((station, ppm(self.factor)) for station in hit))


KIND = Kind("labour_shortage", LabourShortage)
