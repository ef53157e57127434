"""Charts by period: stock by item, cash, service."""

import numpy as np

from game.level import in_language
from game.playing.scene import Scene
from game.playing.views import Chart, Series


def charts(scene: Scene) -> tuple[Chart, ...]:
    """Stock on hand (buffer included) and cash after each period; fill rate and on time over a turn's length."""
    per_turn = scene.level.calendar.days_per_turn * scene.per_day
    cash = Series("cash", floats(scene.history.level("cash")[:, 0, 0]))
    return (
        Chart("stock", "units", per_turn, tuple(_stock(scene, item) for item in range(len(scene.level.item)))),
        Chart("cash", "money", per_turn, (cash,)),
        Chart("service", "percent", per_turn, tuple(service(scene, *row, per_turn) for row in SERVICE)),
    )


SERVICE = (("fill_rate", "filled_at_once", "demand"), ("on_time_in_full", "lines_in_full", "lines_due"))


def _stock(scene: Scene, item: int) -> Series:
    name = in_language(scene.level.item[item].name, scene.language)
    return Series(name, floats(scene.history.level("stock")[:, item, 0]))


def service(scene: Scene, name: str, served: str, asked: str, window: int) -> Series:
    """Share served over the last turn's length; 1 while nothing was asked."""
    top, bottom = (_rolling(scene.history.flow(flow)[:, :, 0].sum(axis=1), window) for flow in (served, asked))
    return Series(name, floats(np.where(bottom > 0, top / np.maximum(bottom, 1), 1.0)))


def _rolling(values: np.ndarray, window: int) -> np.ndarray:
    sums = np.cumsum(values)
    return np.asarray(sums - np.concatenate([np.zeros(window, dtype=sums.dtype), sums])[: len(sums)])


def floats(values: np.ndarray) -> tuple[float, ...]:
    """An array of one axis as plain numbers."""
    return tuple(float(value) for value in values)
