"""A pandemic: demand, crews, suppliers and transport are hit at the same time."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, Pairs, Target
from game.level.common import Days, Id
from game.plant import Plant, ppm


class Pandemic(Target):
    """Demand of all streams, minutes of all stations, and suppliers of some regions, all by default."""

    demand: Annotated[float, Field(ge=0, le=100)] = Field(1.0, description="demand is multiplied by this")
    labour: Annotated[float, Field(ge=0, le=1)] = Field(1.0, description="minutes of stations are multiplied by this")
    supply: Annotated[float, Field(ge=0, le=1)] = Field(1.0, description="capacity of suppliers is multiplied by this")
    extra_days: Days = Field(0.0, description="days more on the road for what leaves while it lasts")
    regions: tuple[Id, ...] = Field((), description="regions whose suppliers it concerns; all by default")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        level, regions = plant.level, self.regions
        hit = plant.sources_from({one.id for one in level.supplier if not regions or one.region in regions})
        delay = plant.periods(self.extra_days)
        return Effects(
            demand=_all(len(level.stream), self.demand),
            hands=_all(len(level.station), self.labour),
            slow=tuple((source, ppm(self.supply)) for source in hit if self.supply < 1),
            extra=tuple((source, delay) for source in hit if delay),
        )


def _all(count: int, factor: float) -> Pairs:
    return tuple((index, ppm(factor)) for index in range(count)) if factor != 1 else ()


KIND = Kind("pandemic", Pandemic)
