"""Chain cost: units in stock and units owed after each period, at the level's own rates (rule 30)."""

from game.measures.base import Measure, Term

CHAIN_COST = Measure(
    name="chain_cost",
    kind="money",
    rising=False,
    terms={"cost": Term("money", lambda window: window.flow("chain_cost"))},
    per_item=True,
)

FAMILY = (CHAIN_COST,)
