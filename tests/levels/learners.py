"""More students who play week by week and see only what the screen shows: shortages, late orders, cash."""

from game.history import History
from game.plant import Plant
from game.state import State
from tests.levels.plans import OWN_TRUCKS, SPRING, SUMMER, begun, by_order, each, from_minho, on_the_round, up_to
from tests.levels.students import seen


def set_to(plant: Plant, state: State, setting: str, item: str, replication: int) -> int:
    """An item's setting in force."""
    return int(state.settings[setting][plant.item_index(item), replication])


def dispatcher(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """The milk run: all on the round every other day with half of the cards, then fewer each week down to six."""
    if turn == 0:
        return on_the_round(2, 16, 8)  # type: ignore[return-value]
    made = {}
    for item, least, step in (*((part, 6, 2) for part in OWN_TRUCKS), ("pram", 4, 1)):
        now = set_to(plant, state, "cards", item, replication)
        if seen(history, "short", plant.item_index(item), replication):
            made[f"{item}.cards"] = now + 1
        elif now > least:
            made[f"{item}.cards"] = now - step
    return made


def shopkeeper(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Last season: all near; cards for two weeks of what sold last week; half of them, then none, as a season ends."""
    if turn == 0:
        return {**from_minho(100), **each(SPRING, 16), **each(SUMMER, 0)}  # type: ignore[return-value]
    made: dict[str, int] = {}
    for styles, first, last in ((SPRING, 1, 13), (SUMMER, 12, 22)):
        for style in styles:
            now = set_to(plant, state, "cards", style, replication)
            if turn in (first - 3, first - 1) and styles is SUMMER:
                made[f"{style}.cards"] = 6 if turn == first - 3 else 16
            elif first <= turn < last:
                made[f"{style}.cards"] = _worn(now, seen(history, "demand", plant.item_index(style), replication))
            elif turn in (last, last + 2):
                made[f"{style}.cards"] = now // 2 if turn == last else 0
    return made


def _worn(now: int, sold: int) -> int:
    """Cards of ten after a week that sold so many, a few at a time."""
    wanted = max(13, round(sold * 0.22))
    return min(40, now + 6, wanted) if wanted > now else max(now - 2, wanted)


def planner(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Made to measure: chairs by order, a week later buffers of what is far, then more of what was short."""
    if turn == 0:
        return by_order()  # type: ignore[return-value]
    made: dict[str, int] = {"seat.cards": 16, "seat.buffer": 16, "drive.buffer": 6} if turn == 1 else {}
    for part, step, most in (("seat", 4, 24), ("drive", 2, 10)):
        now = set_to(plant, state, "buffer", part, replication)
        if turn > 1 and turn % 3 == 0 and now < most and seen(history, "short", plant.item_index(part), replication):
            made[f"{part}.buffer"] = now + step
    for part in ("tube", "wheels"):
        now = set_to(plant, state, "cards", part, replication)
        if seen(history, "short", plant.item_index(part), replication):
            made[f"{part}.cards"] = now + 1
        elif 1 < turn < 6 and now > 6:
            made[f"{part}.cards"] = now - 1
    return made


def taster(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """The beer game: once more is drunk, every room up to what is drunk while an order is on its way."""
    if turn and seen(history, "demand", plant.item_index("shop"), replication) == 8 and turn < 7:
        return up_to(4 * 8, 4 * 8, 4 * 8, 3 * 8)  # type: ignore[return-value]
    return {}


LEANEST = {"casting": 18, "motor": 11, "body": 8, "housing": 6, "impeller": 11, "garden": 7, "cellar": 8}
"""Where the works manager of Going lean stops cutting."""
OPENED = {"motor": 1, "casting": 8, "body": 11, "housing": 11, "impeller": 11, "garden": 16, "cellar": 16}
"""The week from which the works manager takes cards away."""


def works_manager(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Going lean: a project every five weeks, then a card or two less a week in what the last one has eased."""
    order = {0: ("upkeep", "foundry-cards"), 5: ("quick-change",), 10: ("fault-proof",)}
    made: dict[str, int] = begun(*order.get(turn, ()))  # type: ignore[assignment]
    made |= {
        10: {"body.lot": 3, "housing.lot": 2, "impeller.lot": 4},
        15: dict.fromkeys(("body.lot", "housing.lot", "impeller.lot"), 1),
    }.get(turn, {})
    late = turn > 0 and seen(history, "late", 0, replication) + seen(history, "late", 1, replication)
    for item, least in LEANEST.items():
        now = set_to(plant, state, "cards", item, replication)
        lacks = (
            late
            if item in ("garden", "cellar")
            else turn and seen(history, "short", plant.item_index(item), replication)
        )
        held = least + 3 * (turn < 15 and item in ("body", "housing", "impeller"))
        if turn >= OPENED[item] and not lacks and now > held:
            made[f"{item}.cards"] = max(held, now - (2 if item in ("motor", "casting", "impeller") else 1))
    return made


SORTED = {"housing": 12, "boiler": 12, "carton": 2, "controls": 26, "grinder": 10, "shell": 3, "pump": 17, "valve": 13}
"""Cards down to which the buyer of Two of everything? goes, about half of what was found."""
KEPT = {"valve.buffer": 400, "pump.buffer": 640, "shell.buffer": 40, "controls.buffer": 200, "grinder.buffer": 40}
"""Buffers of what may be missing: plenty of the cheap, a fortnight of the boards."""


def sorter(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """Two of everything?: buffers for what is unsure or swings, then an eighth of the cards less each week."""
    made = dict(KEPT) if turn == 0 else {}
    for part, least in SORTED.items():
        now = set_to(plant, state, "cards", part, replication)
        if turn and now > least and not seen(history, "stock_out", plant.item_index(part), replication):
            made[f"{part}.cards"] = max(least, now - max(1, now // 8))
    for part in ("valve", "shell"):
        now = set_to(plant, state, "buffer", part, replication)
        if 1 < turn < 12 and now < 600 and seen(history, "short", plant.item_index(part), replication):
            made[f"{part}.buffer"] = now + set_to(plant, state, "container", part, replication)
    return made


def caterer(plant: Plant, state: State, history: History, turn: int, replication: int) -> dict[str, int]:
    """The choice: two weeks of trays, three of shrimps, a month of squid; fresh meat by as few cards as will do."""
    if turn == 0:
        return {"tray.buffer": 6_300, "shrimp.buffer": 1_400, "squid.buffer": 900}
    made = {}
    for part, least in (("chicken", 7), ("mince", 8)):
        now = set_to(plant, state, "cards", part, replication)
        if seen(history, "short", plant.item_index(part), replication) > 200:
            made[f"{part}.cards"] = now + 1
        elif now > least:
            made[f"{part}.cards"] = now - 1
    return made
