"""What prices do: asked by the player, obeyed by the engine (rules D4 and D5)."""

import numpy as np

from game.plant import PPM, Plant
from game.state import Array, Settings

PERCENT = 100


def prices(plant: Plant, settings: Settings) -> Array:
    """Prices in force, minor units, `[stream, replication]`."""
    price: Array = (plant.market.list_price * settings["price"] + PERCENT // 2) // PERCENT
    return price


def response(plant: Plant, settings: Settings, stream: int) -> Array:
    """Demand at the price in force in parts per million of that at list price."""
    dearer = settings["price"][stream] - PERCENT
    factor: Array = np.maximum(PPM - plant.market.elasticity[stream] * dearer // PERCENT, 0)
    return factor


def tempted(plant: Plant, settings: Settings, stream: int) -> Array:
    """Passers-by that a markdown tempts, in parts per million of the stream's demand."""
    off = settings["markdown"][plant.item_of_stream[stream]]
    more: Array = plant.market.elasticity.get(stream, 0) * off // PERCENT
    return more
