"""More students who play week by week and see only what the screen shows: shortages, late orders, cash."""

from game.history import History
from game.plant import Plant
from game.state import State
from tests.levels.plans import OWN_TRUCKS, on_the_round
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
