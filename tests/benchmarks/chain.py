"""The four-stage chain against its peers, by hand: `python tests/benchmarks/chain.py [one] [many]`.

Needs the dependency group `peers`. Processor time, medians, ratios within one run; 1,000 periods. Each peer builds its
own network within its time, as a plant here is built once for all runs; tape and opening state are in ours.

one: one replication, whole history. SimPy plays stock alone and hands every order on as an event; SupplyNetPy reviews
(s, S) with s = S - 1 continuously; stockpyl plays base stock. many: 1,000 replications in one sweep. deepbullwhip
orders up to 4 periods of a forecast, the mean of the last 8 orders, at every stage but the customers', where the
forecast is given; suppliers of its stages never run out. Ours plays the same policies, with stages that do run out,
and the books; deepbullwhip keeps orders, stock and costs of each period, ours sums of all it counts.
"""

import statistics
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game.engine import advance, opening  # noqa: E402
from game.plant import Plant  # noqa: E402
from game.tape import make  # noqa: E402
from tests.benchmarks.timing import header, seconds, told  # noqa: E402
from tests.peers.chain import in_simpy, in_stockpyl, plant, played, stage  # noqa: E402

PERIODS, MANY = 1000, 1000
LEVELS = (24, 26, 28, 22)
DEMAND: dict[str, object] = {"pattern": "poisson", "mean": 6}
LEAD, WINDOW = 3, 8
RUNS = 5


def in_supplynetpy(demand: list[int]) -> None:
    """The chain in SupplyNetPy, which knows no order of nothing."""
    from SupplyNetPy import Components as Parts

    units, last = cycle(max(1, wanted) for wanted in demand), len(LEVELS) - 1
    money = {"inventory_holding_cost": 0.1, "product_buy_price": 1, "product_sell_price": 2}
    nodes = [{"ID": "field", "name": "Field", "node_type": "infinite_supplier"}]
    for place, level in enumerate(LEVELS):
        policy = {"replenishment_policy": Parts.SSReplenishment, "policy_param": {"s": level - 1, "S": level}}
        held = {"node_type": "distributor", "capacity": 10_000, "initial_level": level}
        nodes.append({"ID": f"s{place}", "name": f"S{place}", **held, **policy, **money})
    links = [
        {"ID": f"l{k}", "source": "field" if k == last else f"s{k + 1}", "sink": f"s{k}", "cost": 0, "lead_time": LEAD}
        for k in range(len(LEVELS))
    ]
    asked = {"order_arrival_model": lambda: 1, "order_quantity_model": lambda: next(units), "tolerance": PERIODS}
    net = Parts.create_sc_net(nodes, links, [{"ID": "all", "name": "All", "demand_node": "s0", **asked}])
    Parts.simulate_sc_net(net, sim_time=len(demand), logging=False)


def bullwhip() -> Callable[[], object]:
    """The chain in deepbullwhip's vectorised engine, its demand drawn beforehand."""
    from deepbullwhip.chain.config import EchelonConfig
    from deepbullwhip.chain.vectorized import VectorizedSupplyChain

    costs = {"holding_cost": 1.0, "backorder_cost": 2.0, "service_level": 0.5, "initial_inventory": 24.0}
    chain = VectorizedSupplyChain([EchelonConfig(f"S{k}", LEAD, **costs) for k in range(len(LEVELS))])
    demand = np.random.default_rng(1).poisson(6, (MANY, PERIODS)).astype(float)
    return partial(chain.simulate, demand, np.full(demand.shape, 6.0), np.zeros(demand.shape))


def forecasting(place: int) -> dict[str, object]:
    """A stage of ours with deepbullwhip's policy."""
    if place == 0:
        return stage(place, 24)
    loop = {"policy": "forecast", "cover_days": LEAD + 1, "smoothing_days": WINDOW}
    return {**stage(place, 24), "loop": loop}


def summed(chain: Plant) -> None:
    """Many replications, sums only."""
    tape, state = make(chain, range(MANY)), opening(chain, MANY)
    for turn in range(chain.clock.turns):
        state, _ = advance(chain, state, (), tape, turn, keep="sums", used_up=True)


def ratios(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median of our seconds, and of the ratios of ours to theirs, played in turns."""
    pairs = [(seconds(ours, 1), seconds(theirs, 1)) for _ in range(runs)]
    return statistics.median(our for our, _ in pairs), statistics.median(our / their for our, their in pairs)


def one() -> None:
    """One replication."""
    demand = np.random.default_rng(1).poisson(6, PERIODS).tolist()
    chain = plant([stage(place, level) for place, level in enumerate(LEVELS)], DEMAND, PERIODS)
    ours = partial(played, chain, 1)
    ours()
    peers: dict[str, tuple[Callable[[], object], float, float | None]] = {
        "SimPy": (partial(in_simpy, demand, LEVELS), 4.0, 2.5),
        "SupplyNetPy": (partial(in_supplynetpy, demand), 1.0, None),
        "stockpyl": (partial(in_stockpyl, demand, LEVELS), 1.0, None),
    }
    for name, (theirs, aim, reach) in peers.items():
        took, ratio = ratios(ours, theirs, RUNS)
        told(f"chain, one replication ({took * 1000:.0f} ms), times {name}'s time", ratio, "{:.2f}", aim, reach)


def many() -> None:
    """1,000 replications."""
    base = plant([stage(place, level) for place, level in enumerate(LEVELS)], DEMAND, PERIODS)
    same = plant([forecasting(place) for place in range(len(LEVELS))], DEMAND, PERIODS)
    theirs = bullwhip()
    for name, chain in (("the same policy", same), ("base stock", base)):
        took, ratio = ratios(partial(summed, chain), theirs, 3)
        work = f"chain, {MANY} replications, {name} ({took:.2f} s), times as fast as deepbullwhip"
        told(work, 1 / ratio, "{:.2f}", 1.0, 1.7, rising=True)


PARTS = {"one": one, "many": many}

if __name__ == "__main__":
    header()
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
