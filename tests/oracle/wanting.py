"""What customers want: demand, prices, goodwill (rules 18, D3, D4, D6, M3)."""

from game.demand import thousandths_per_day
from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.parameters import of_stream
from tests.oracle.states import Order
from tests.oracle.world import World


def gather(world: World, t: int) -> None:
    """The period's demand, with the factors of the period, joins what has gathered."""
    for d, state in enumerate(world.streams):
        stream = world.facts.level.stream[d]
        drawn, factor = _levelled(world, t, d), world.conditions.factor[d]
        usual = (drawn * factor + MILLION // 2) // MILLION
        if not (stream.goodwill or stream.elasticity):
            state.carried += usual
            continue
        world.count("market", d, usual)
        if stream.goodwill:
            factor = factor * state.goodwill // MILLION
        factor = factor * _price_factor(world, d) // MILLION
        units, state.rest = divmod(drawn * factor + state.rest, MILLION)
        state.carried += units


def _levelled(world: World, t: int, d: int) -> int:
    """Rule M3."""
    drawn, level = world.luck("demand", d, t), of_stream(world, "levelling", d, 0)
    if not level:
        return drawn
    mean = thousandths_per_day(world.facts.pack, world.facts.level.stream[d])
    whole = 10**9 * world.facts.per_day
    steady = (t + 1) * mean * level // whole - t * mean * level // whole
    return (drawn * (MILLION - level) + MILLION // 2) // MILLION + steady


def price_now(world: World, d: int) -> int:
    """The price in force in cents (rule D4)."""
    return (cents(world.facts.level.stream[d].price) * world.streams[d].price + 50) // 100


def _price_factor(world: World, d: int) -> int:
    elasticity = ppm(world.facts.level.stream[d].elasticity)
    return max(0, MILLION - elasticity * (world.streams[d].price - 100) // 100)


def take_order(world: World, t: int, d: int) -> None:
    """What has gathered becomes an order of this open period."""
    facts, stream, state = world.facts, world.facts.level.stream[d], world.streams[d]
    units, state.carried = state.carried, 0
    world.count("demand", d, units)
    if units:
        due = t + facts.per(stream.due_days)
        lost = None if stream.waits else facts.next_open(due + facts.per(stream.patience_days))
        state.orders.append(Order(t, units, units, facts.next_open(due), lost, price_now(world, d)))


def remember(world: World, t: int) -> None:
    """Rule D6: the end of step 4 of an open period."""
    for d, state in enumerate(world.streams):
        kept = world.facts.level.stream[d].goodwill
        if kept is None:
            continue
        bad = world.flows["late"][d] + world.flows["lost"][d]
        mean = max(1, thousandths_per_day(world.facts.pack, world.facts.level.stream[d]))
        if bad:
            state.goodwill = max(ppm(kept.floor), state.goodwill - bad * ppm(kept.loss) * 1000 // mean)
        else:
            won = world.facts.slice_of_day(ppm(kept.recovery), t)
            state.goodwill = min(MILLION, state.goodwill + won)
