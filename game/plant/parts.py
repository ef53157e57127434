"""The parts of a plant: sources of items, and what step 3 plays together."""

from dataclasses import dataclass
from functools import cached_property

from game.level import Offer


@dataclass(frozen=True)
class Source:
    """One way to get an item: `offer` bought, else made at `station`, else moved from `origin`."""

    item: int
    offer: Offer | None
    station: int | None
    origin: int | None

    @property
    def bought(self) -> bool:
        """Whether a supplier delivers it."""
        return self.offer is not None


@dataclass(frozen=True)
class Depth:
    """What step 3 plays together: stations, transfers, and who consumes each shared component.

    `consumers` are items in file order; `components` are (component, ((item, units in one unit), ...)).
    """

    stations: tuple[int, ...]
    transfers: tuple[int, ...]
    consumers: tuple[int, ...]
    components: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]

    @cached_property
    def contested(self) -> bool:
        """Whether cover has to decide: several items want one component or one station."""
        return len(self.consumers) > len(self.stations) + len(self.transfers) or any(
            len(users) > 1 for _, users in self.components
        )
