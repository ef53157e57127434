"""What kinds of disruption share: their targets and their effects on parameters of the plant."""

from dataclasses import dataclass

from game.level import Part
from game.plant import Plant


@dataclass(frozen=True)
class Effects:
    """What an active disruption changes (rule 5), by indices of the plant.

    `down` sources whose supplier does not deliver; `extra` (source, periods) longer on the road; `held` sources whose
    arrivals wait; `demand` (stream, factor in parts per million); `stopped` stations;
    `slow` (source, capacity in parts per million).
    """

    down: tuple[int, ...] = ()
    extra: tuple[tuple[int, int], ...] = ()
    held: tuple[int, ...] = ()
    demand: tuple[tuple[int, int], ...] = ()
    stopped: tuple[int, ...] = ()
    slow: tuple[tuple[int, int], ...] = ()


class Target(Part):
    """The keys of `[[disruption]]` that belong to one kind, and what follows from them."""

    def effects(self, plant: Plant) -> Effects:
        """What it changes while it is active."""
        raise NotImplementedError


@dataclass(frozen=True)
class Kind:
    """Something that goes wrong. Its texts are `disruption.<name>.name` and `.help`."""

    name: str
    params: type[Target]
