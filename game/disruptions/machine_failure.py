"""A station stands still for days, beside the small failures it has anyway."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant


class MachineFailure(Target):
    """One station."""

    station: Id = Field(description="id of the station that stands still")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(stopped=(plant.index["station"][self.station],))


KIND = Kind("machine_failure", MachineFailure)
