"""A fault that nobody notices, at a supplier or at a station: more bad units come, until the first of them is found."""

from typing import Annotated

from pydantic import Field

from game.disruptions.base import Effects, Kind, OfferTarget
from game.level import Level
from game.level.common import Id
from game.message import Message
from game.plant import Plant, ppm


class QualityEscape(OfferTarget):
    """The share of bad units rises; it ends early when bad units of one of its items come to light."""

    items: tuple[Id, ...] = Field((), description="items it concerns, whoever makes or sells them")
    stations: tuple[Id, ...] = Field((), description="stations it concerns, with all that they make")
    defects: Annotated[float, Field(gt=0, le=1)] = Field(description="share of bad units, beside the usual one")

    def sources(self, plant: Plant) -> tuple[int, ...]:
        """The offers it strikes, those of items named among them."""
        named = {s for s in plant.bought_sources if plant.items[plant.sources[s].item].id in self.items}
        return tuple(sorted({*super().sources(plant), *named}))

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        made = [i for i, item in enumerate(plant.items) if item.make]
        hit = [i for i in made if plant.items[i].id in self.items or self._works_at(plant, i)]
        share = ppm(self.defects)
        return Effects(
            flaws=tuple((source, share) for source in self.sources(plant)),
            spoiled=tuple((item, share) for item in hit),
        )

    def problem(self, level: Level) -> tuple[str, Message] | None:
        """It needs someone to strike, and what is only moved was made or bought elsewhere."""
        moved = [item.id for item in level.item if item.transfer and item.id in self.items]
        if moved:
            return "items", Message("disruption.problem.moved", {"item": moved[0]})
        named = self.suppliers or self.offers or self.items or self.stations
        return None if named else ("suppliers", Message("disruption.problem.no_maker"))

    def _works_at(self, plant: Plant, item: int) -> bool:
        make = plant.items[item].make
        return make is not None and make.station in self.stations


KIND = Kind("quality_escape", QualityEscape, hidden=True)
