"""Students who play week by week and see only what the screen shows: service, shortages, waste."""

import numpy as np

from game.history import History
from game.plant import Plant
from game.state import State
from tests.levels.plans import all_near
from tests.levels.trials import Student

LEAST = {"tube": 5, "wheels": 5, "city-frame": 3, "cargo-frame": 3, "city-bike": 3, "cargo-bike": 3}
"""Where the student of the bicycle works stops cutting."""


def seen(history: History, flow: str, owner: int, replication: int) -> int:
    """A flow of last week, as the floor and the feed show it."""
    rows: np.ndarray = history.total_flow(flow, slice(history.turns - 1, history.turns))
    return int(rows[owner, replication])


def card_by_card(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """First cards: one card less in each loop every week; at the first bad week both cards back, then stop."""
    now = {item: int(state.settings["cards"][plant.item_index(item), replication]) for item in ("tube", "frame")}
    if any(_service(history, week, replication) < 0.97 for week in range(turn)):
        step = 1 if _service(history, turn - 1, replication) < 0.97 else 0
    else:
        step = -1
    return {f"{item}.cards": number + step for item, number in now.items()} if step else {}


def by_the_bin(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Corner bakery: a third of the trays away at once, then one less where waste is high, one more where it lacks."""
    made = {}
    for item, stream in (("rolls", 0), ("rye", 1), ("croissants", 2), ("buns", 3)):
        index = plant.item_index(item)
        trays = int(state.settings["cards"][index, replication])
        if turn == 0:
            made[f"{item}.cards"] = trays * 2 // 3
        elif _share(history, ("filled_at_once", stream), ("demand", stream), replication) < 0.92:
            made[f"{item}.cards"] = trays + 1
        elif _share(history, ("expired", index), ("received", index), replication) > 0.12:
            made[f"{item}.cards"] = max(1, trays - 1)
    return made


def careful(share: int) -> Student:
    """Pedal and Sons: a near share, a buffer, small lots, then a card less a week until a part is short."""

    def decide(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
        if turn == 0:
            return {"city-frame.lot": 2, "cargo-frame.lot": 2}
        made = _cut(plant, state, history, replication)
        if turn == 1:
            made |= {**all_near(share), "gears.buffer": 96}  # type: ignore[dict-item]
        gears = int(state.settings["cards"][plant.item_index("gears"), replication])
        if seen(history, "short", plant.item_index("gears"), replication):
            made["gears.cards"] = gears + 2
        elif turn > 2 and gears > 10:
            made["gears.cards"] = max(10, gears - 3)
        return made

    return decide


def _cut(plant: Plant, state: State, history: History, replication: int) -> dict[str, int]:
    made = {}
    for item, least in LEAST.items():
        index = plant.item_index(item)
        number = int(state.settings["cards"][index, replication])
        if seen(history, "short", index, replication):
            made[f"{item}.cards"] = number + 1
        elif number > least and history.turns < 8:
            made[f"{item}.cards"] = number - 1
    return made


def _service(history: History, week: int, replication: int) -> float:
    turns = slice(week, week + 1)
    filled = history.total_flow("filled_at_once", turns)[0, replication]
    return float(filled / max(1, history.total_flow("demand", turns)[0, replication]))


def _share(history: History, part: tuple[str, int], whole: tuple[str, int], replication: int) -> float:
    return seen(history, *part, replication) / max(1, seen(history, *whole, replication))
