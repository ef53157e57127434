"""BG-01 to BG-04: Sterman's benchmark (Management Science 35(3), 1989), its trajectories, passing on, equilibrium."""

from dataclasses import dataclass

import pytest

from game.engine import advance, opening
from game.history import History
from game.levers import Decision
from game.plant.build import build
from game.tape import make
from tests.reference.beer_game import STAGES, beer_game

STEP = {"pattern": "step", "units": 4, "then": 8, "day": 5}
BENCHMARK = (32, 32, 32, 24)
NET = {
    "retailer": [12, 12, 12, 12, 8, 4, 0, -4, 0, 0, 0, -4, 0, 0, 0, -4, 0, 0, -4, 0] + [0] * 16,
    "wholesaler": [12, 12, 12, 12, 12, 12, 4, 0, 0, -4, 0, 0, 0, -4, 0, 0, -4, 0, 0, 0] + [0] * 16,
    "distributor": [12, 12, 12, 12, 12, 12, 8, 8, 4, 0, 0, -4, 0, 0, -4, 0, 0, 0, 0, 0] + [0] * 16,
    "factory": [12, 12, 12, 12, 12, 12, 8, 8, 4, 8, 0, 0, -4, 0, 0, 0, 0, 0, 0, 0] + [0] * 16,
}
ORDERS = {
    "retailer": [4, 4, 4, 4, 12, 8, 8, 8, 8, 8, 8, 8] + [8] * 24,
    "wholesaler": [4, 4, 4, 4, 8, 4, 12, 8, 8, 8, 8, 8] + [8] * 24,
    "distributor": [4, 4, 4, 4, 8, 4, 8, 4, 12, 8, 8, 8] + [8] * 24,
    "factory": [4, 4, 4, 4, 4, 4, 8, 4, 8, 4, 12, 8] + [8] * 24,
}


@dataclass
class Played:
    """Costs by stage in cents; net stock and orders by stage and week."""

    costs: list[int]
    net: dict[str, list[int]]
    orders: dict[str, list[int]]


def play(base_stocks: tuple[int, ...] | None, demand: dict[str, object]) -> Played:
    """Orders of 4 by hand in weeks 1 to 4, then order-up-to; for ever by hand without base stocks."""
    plant = build(beer_game(demand))
    tape, state = make(plant, [1]), opening(plant)
    history = History(plant, state.levels)
    for turn in range(36):
        decisions = _order_up_to(base_stocks) if turn == 4 and base_stocks else ()
        state, record = advance(plant, state, decisions, tape, turn)
        history = history.append(record)
    net = history.level("stock")[:, :, 0] - history.level("backorders")[:, :, 0]
    orders = history.flow("ordered")[:, :, 0]
    by_stage = {stage: plant.index["item"][stage] for stage in STAGES}
    return Played(
        costs=history.total_flow("chain_cost")[:, 0].tolist(),
        net={stage: net[:, i].tolist() for stage, i in by_stage.items()},
        orders={stage: orders[:, i].tolist() for stage, i in by_stage.items()},
    )


def _order_up_to(base_stocks: tuple[int, ...]) -> tuple[Decision, ...]:
    pairs = zip(STAGES, base_stocks, strict=True)
    return tuple(
        decision
        for stage, units in pairs
        for decision in (Decision("order_up_to", stage, units), Decision("policy", stage, "order_up_to"))
    )


def test_bg_01_the_benchmark_costs_204() -> None:
    played = play(BENCHMARK, STEP)
    assert played.costs == [4600, 5000, 5400, 5400]
    assert sum(played.costs) == 20_400


def test_bg_02_trajectories_of_the_benchmark() -> None:
    played = play(BENCHMARK, STEP)
    assert played.net == NET
    assert played.orders == ORDERS


def test_bg_03_passing_orders_on_costs_792() -> None:
    played = play((28, 28, 28, 24), STEP)
    assert played.costs == [33_000, 24_200, 15_400, 6_600]
    assert played.net["retailer"][4:20] == [8, 4, 0, -4, -4, -4, -4, -8, -8, -8, -8, -12, -12, -12, -12, -12]
    assert [played.net[stage][-1] for stage in STAGES] == [-12, -8, -4, 0]


def test_bg_04_equilibrium_costs_864() -> None:
    played = play(None, {"pattern": "constant", "units": 4})
    assert played.costs == [21_600] * 4
    assert all(set(net) == {12} for net in played.net.values())


@pytest.mark.parametrize("stage", range(4))
@pytest.mark.parametrize("change", [-1, 1])
def test_bg_01_neighbours_of_the_benchmark_cost_more(stage: int, change: int) -> None:
    base_stocks = list(BENCHMARK)
    base_stocks[stage] += change
    assert sum(play(tuple(base_stocks), STEP).costs) > 20_400
