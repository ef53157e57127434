"""Step 5, age: perishables expire and stock is destroyed, on closed days too."""

from game.engine.context import Period, any_of
from game.engine.stock import discard
from game.engine.strike import destroy


def age(p: Period) -> None:
    """What is too old leaves, then what disruptions destroy."""
    _expire(p)
    if p.effects:
        destroy(p)


def _expire(p: Period) -> None:
    """A lot of life n received in period t expires in step 5 of t + n - 1, bad units with it."""
    state = p.state
    for item, row in p.plant.lot_of.items():
        life = int(p.plant.shelf_life[item])
        if not life:
            continue
        expired = state.lots[row, life - 1].copy()
        if any_of(expired):
            state.lots[row, life - 1] = 0
            state.bad[row, life - 1] = 0
            discard(p, item, expired, "expired", "spoilage")
