"""A region is hit (port congestion, strike, disaster): its goods take longer, or none arrive until it ends."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level.common import Days, Id
from game.plant import Plant


class RegionalEvent(Target):
    """All offers of the suppliers of a region."""

    region: Id = Field(description="region that is hit")
    extra_days: Days = Field(0.0, description="days more on the road for what leaves while it lasts")
    closed: bool = Field(False, description="whether what is due to arrive waits until it ends")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        suppliers = {supplier.id for supplier in plant.level.supplier if supplier.region == self.region}
        hit = plant.sources_from(suppliers)
        periods = plant.periods(self.extra_days)
        return Effects(
            extra=tuple((source, periods) for source in hit if periods),
            held=hit if self.closed else (),
        )


KIND = Kind("regional_event", RegionalEvent)
