"""What the generators of random levels share: keys that are set now and then."""

from random import Random
from typing import Any

Table = dict[str, Any]


def maybe(rng: Random, chance: float) -> bool:
    return rng.random() < chance


def often(rng: Random, table: Table, chance: float, key: str, values: list[Any]) -> None:
    """Set a key now and then, so that defaults are met too."""
    if maybe(rng, chance):
        table[key] = rng.choice(values)
