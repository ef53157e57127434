"""Students who play week by week and see only what the screen shows: service, shortages, waste."""

import numpy as np

from game.history import History
from game.plant import Plant
from game.state import State
from tests.levels.plans import PRESSED, all_near, near
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


def quick_changer(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Small lots: the project first; from week 4 fewer cards and lots a quarter of them, until a part is missing."""
    if turn < 3:
        return {"quick-change.project": 1} if turn == 0 else {}
    made = {}
    missing = [_share(history, ("filled_at_once", s), ("demand", s), replication) < 0.97 for s in range(len(PRESSED))]
    for item, lacks in zip(PRESSED, missing, strict=True):
        now = _cards(plant, state, item, replication)
        if lacks:
            made[f"{item}.cards"] = now + 2
        elif not any(missing) and now > 3:
            fewer = max(3, now - (6 if now > 14 else 2))
            made |= {f"{item}.cards": fewer, f"{item}.lot": max(1, fewer // 4)}
    strips = _cards(plant, state, "coil", replication)
    if seen(history, "short", plant.item_index("coil"), replication):
        made["coil.cards"] = strips + 1
    elif strips > 8:
        made["coil.cards"] = strips - 1
    return made


def buyer(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Near or far: a quarter of the orders nearer each week, then fewer cards until modules are short."""
    made: dict[str, int] = {"module.shares": near(25 * turn + 25, 0)["module.shares"]} if turn < 4 else {}  # type: ignore[dict-item]
    now = _cards(plant, state, "module", replication)
    if turn and seen(history, "short", plant.item_index("module"), replication):
        made["module.cards"] = now + 3
    elif turn > 1 and now > 18:
        made["module.cards"] = max(18, now - 8)
    return made


def foreman(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Stop the line: stops it, two weeks later maintains the mill, then takes cards away while nobody waits."""
    if turn < 3:
        return {0: {"mill.stop_the_line": 1}, 2: {"mill.maintenance": 1}}.get(turn, {})
    if seen(history, "late", 0, replication) or seen(history, "lost", 0, replication):
        return {}
    made = {}
    for item, least in (("casting", 8), ("housing", 5), ("pump", 6)):
        now = _cards(plant, state, item, replication)
        if now > least:
            made[f"{item}.cards"] = max(least, now - 2)
    return made


def owner(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Growing pains: few cards, the offices with € 6,000 in the bank, the hotels eleven weeks later with € 3,000."""
    made = {"give-back.project": 1} if turn == 1 else {}
    signed = list(history.closing("project")[:2, replication] > 0) if turn else [False, False]
    cash = int(history.closing("cash")[0, replication]) // 100 if turn else 0
    if not signed[0] and cash >= 6000:
        made["offices-contract.project"] = signed[0] = 1
    elif turn > 10 and history.closing("project", turn - 11)[0, replication] and not signed[1] and cash >= 3000:
        made["hotels-contract.project"] = signed[1] = 1
    for item, least in (("coffee", 8 + 7 * signed[0] + 8 * signed[1]), ("mugs", 6)):
        now = _cards(plant, state, item, replication)
        out = turn and seen(history, "stock_out", plant.item_index(item), replication)
        made[f"{item}.cards"] = max(now + 1 if out else now - 5, int(least))
    return made


def _cards(plant: Plant, state: State, item: str, replication: int) -> int:
    return int(state.settings["cards"][plant.item_index(item), replication])


def _service(history: History, week: int, replication: int) -> float:
    turns = slice(week, week + 1)
    filled = history.total_flow("filled_at_once", turns)[0, replication]
    return float(filled / max(1, history.total_flow("demand", turns)[0, replication]))


def _share(history: History, part: tuple[str, int], whole: tuple[str, int], replication: int) -> float:
    return seen(history, *part, replication) / max(1, seen(history, *whole, replication))
