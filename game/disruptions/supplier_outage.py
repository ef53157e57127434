"""A supplier stops: nothing is made ready and nothing leaves; orders wait in its backlog."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Id
from game.plant import Plant


class SupplierOutage(Target):
    """One supplier, with all its offers."""

    supplier: Id = Field(description="id of the supplier that stops")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(down=plant.sources_from({self.supplier}))


KIND = Kind("supplier_outage", SupplierOutage)
