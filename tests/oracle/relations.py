"""Rule S10: suppliers look at the orders of the last turns."""

from tests.oracle.world import World

LOOK_BACK = 8
DEPENDENT, TURNS_OF_IT = 80, 12


def look_at_orders(world: World, t: int) -> None:
    """End of step 6 of a turn's last period."""
    if not world.facts.level.relationship or t != world.facts.turns[world.turn][-1]:
        return
    for s, source in enumerate(world.facts.sources):
        if source.offer:
            _judge(world, s)
            _lean(world, s)


def _judge(world: World, s: int) -> None:
    """Steady or wild, by the coefficient of variation of eight turns."""
    if world.turn < LOOK_BACK - 1:
        return
    source = world.sources[s]
    orders = [source.ordered_by_turn[turn] for turn in range(world.turn - LOOK_BACK + 1, world.turn + 1)]
    total, squares = sum(orders), sum(units * units for units in orders)
    source.steady = total > 0 and 200 * squares < 26 * total * total
    source.wild = total > 0 and 200 * squares > 34 * total * total


def _lean(world: World, s: int) -> None:
    """Who gets most of an item's orders for long raises the price."""
    source, i = world.sources[s], world.facts.sources[s].item
    offers = world.facts.sources_of(i)
    if len(offers) == 1:
        return
    if world.items[i].settings.shares[offers.index(s)] < DEPENDENT:
        source.turns_of_dependence = 0
        return
    source.turns_of_dependence += 1
    if source.turns_of_dependence == TURNS_OF_IT:
        source.turns_of_dependence = 0
        source.raised = source.raised * 102 // 100
        world.count("dearer", s, 1)
