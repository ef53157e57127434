"""The short line beneath a lever: the textbook arithmetic with this level's figures."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.coach.formulas import CardFormula, card_formula
from game.message import Message, Number
from game.playing import market_hints, supply_hints
from game.playing.scene import Scene


def hint(scene: Scene, lever: str, index: int) -> Message | None:
    """The hint of a lever of an item (or source); None where there is nothing to say."""
    found = HINTS.get(lever)
    if found is None or (lever in FORMULAS and not scene.shows_formula):
        return None
    return found(scene, index)


def formula(scene: Scene, item: int) -> CardFormula:
    """The card formula with the container planned."""
    found = replace(card_formula(scene.plant, scene.state.settings, item), container=scene.plan("container", item))
    return replace(found, demand=_demand(scene, item)) if _steps(scene) else found


def _steps(scene: Scene) -> bool:
    """Whether a customer's demand changes for good on a day that nobody knows: its mean would give it away."""
    return any(stream.demand.pattern == "step" for stream in scene.level.stream)


def _demand(scene: Scene, item: int) -> float:
    """Units a day as a player may know them: where demand steps, those of the last turn, and none before the first."""
    if not _steps(scene):
        return scene.usual_demand[item]
    return scene.recent_demand[item] if scene.run.turn else 0.0


def _cards(scene: Scene, item: int) -> Message | None:
    found = formula(scene, item)
    if not found.demand:
        return None
    units = found.demand * found.lead_days * (1 + found.safety)
    return Message("hint.cards", {**_terms(found), "cards": Number(units / found.container, 1)})


def _terms(found: CardFormula) -> dict[str, object]:
    return {
        "demand": Number(found.demand, 1),
        "days": Number(found.lead_days, 1),
        "factor": Number(1 + found.safety, 2),
        "container": found.container,
    }


def _container(scene: Scene, item: int) -> Message | None:
    demand = _demand(scene, item)
    return Message("hint.container", {"days": Number(scene.plan("container", item) / demand, 1)}) if demand else None


def _buffer(scene: Scene, item: int) -> Message | None:
    if not scene.setting("buffer", item) and not scene.plan("buffer", item):
        return None
    opened = np.flatnonzero(scene.history.flow("released")[:, item, 0])
    if not len(opened):
        return Message("hint.buffer_unused")
    clock = scene.plant.clock
    days = clock.day(scene.seen.now - 1) - clock.day(int(opened[-1]))
    return Message("hint.buffer_days" if days > 1 else f"hint.buffer_{days}", {"days": days})


def _reorder_point(scene: Scene, item: int) -> Message | None:
    found = formula(scene, item)
    units = found.demand * found.lead_days
    return Message("hint.reorder_point", {**_terms(found), "units": Number(units)}) if units else None


def _order_quantity(scene: Scene, item: int) -> Message | None:
    demand = _demand(scene, item)
    days = Number(scene.plan("order_quantity", item) / demand, 1) if demand else None
    return Message("hint.order_quantity", {"days": days}) if days else None


def _order_up_to(scene: Scene, item: int) -> Message | None:
    found = formula(scene, item)
    units = found.demand * found.lead_days * (1 + found.safety)
    return Message("hint.order_up_to", {**_terms(found), "units": Number(units)}) if units else None


def _quantity(scene: Scene, item: int) -> Message | None:
    units = _demand(scene, item) * scene.level.calendar.days_per_turn
    return Message("hint.quantity", {"units": Number(units)}) if units else None


def _lot(scene: Scene, item: int) -> Message | None:
    make = scene.level.item[item].make
    if make is None:
        return None
    units = scene.plan("lot", item) * scene.plan("container", item)
    setup, work = scene.seen.minutes("setup_minutes", item), units * scene.seen.minutes("minutes", item)
    values = {"units": units, "setup": Number(setup), "work": Number(work)}
    return Message("hint.lot" if setup else "hint.lot_free", values)


def _trip_every(scene: Scene, source: int) -> Message | None:
    offer = scene.plant.sources[source].offer
    if offer is None or not offer.cost_per_trip:
        return None
    return Message("hint.trip", {"money": scene.seen.money(round(offer.cost_per_trip * 100))})


FORMULAS = {"cards", "reorder_point", "order_up_to"}
"""Hints that name the textbook's number: never the answer on the plate, so they are granted or earned."""
HINTS: dict[str, Callable[[Scene, int], Message | None]] = {
    "cards": _cards,
    "container": _container,
    "buffer": _buffer,
    "reorder_point": _reorder_point,
    "order_quantity": _order_quantity,
    "order_up_to": _order_up_to,
    "quantity": _quantity,
    "lot": _lot,
    "trip_every": _trip_every,
    **supply_hints.HINTS,
    **market_hints.HINTS,
}
