"""The four-stage chain: base stock at each stage, an order is read a period after it is placed, goods take two more.

The same chain three times: here, in SimPy by its events, in stockpyl. Each tells stock less backorders of each stage
after each period, `[period, stage]`, the customers' stage first.
"""

from collections.abc import Generator, Sequence

import numpy as np
import simpy
from stockpyl.sim import simulation
from stockpyl.supply_chain_network import SupplyChainNetwork, serial_system

from game.engine import advance, opening
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.plant import Plant
from game.plant.build import build
from game.tape import make

STAGES = 4
ROAD = (2, 2, 2, 3)
"""Periods on the road to each stage."""
MAIL = (1, 1, 1, 0)
"""Periods until an order of each stage is read."""


def here(demand: dict[str, object], levels: Sequence[int], periods: int, replications: int) -> np.ndarray:
    """`[period, stage, replication]`."""
    history = played(plant([stage(place, level) for place, level in enumerate(levels)], demand, periods), replications)
    return history.level("stock") - history.level("backorders")


def plant(stages: list[dict[str, object]], demand: dict[str, object], periods: int) -> Plant:
    """The chain here."""
    content = {
        "format": 1,
        "id": "peers",
        "title": "Peers",
        "kind": "store",
        "calendar": {"start": "2026-01-05", "turns": periods // 50, "days_per_turn": 50, "run_out_days": 0},
        "money": {"opening_cash": 100_000_000},
        "supplier": [{"id": "field", "name": "Field"}],
        "item": stages,
        "stream": [{"id": "all", "name": "All", "item": "s0", "demand": demand, "waits": True}],
    }
    return build(LevelPack(Level.model_validate(content, strict=False), ""))


def played(plant: Plant, replications: int) -> History:
    """Its history, period by period."""
    tape, state = make(plant, range(1, replications + 1)), opening(plant, replications)
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        state, record = advance(plant, state, (), tape, turn)
        history = history.append(record)
    return history


def stage(place: int, level: int) -> dict[str, object]:
    """A stage that starts at its base stock."""
    last = place == STAGES - 1
    bought = {"offer": [{"supplier": "field", "price": 0.01, "lead_time_days": ROAD[place]}]}
    fetched = {"transfer": {"from": f"s{place + 1}", "days": ROAD[place]}}
    loop = {"policy": "order_up_to", "order_up_to": level}
    return {
        "id": f"s{place}",
        "name": f"S{place}",
        "opening_stock": level,
        "loop": loop,
        **(bought if last else fetched),
    }


def in_stockpyl(demand: Sequence[int], levels: Sequence[int]) -> np.ndarray:
    """The chain in stockpyl."""
    network = serial_system(
        num_nodes=STAGES,
        node_order_in_system=[4, 3, 2, 1],
        node_order_in_lists=[1, 2, 3, 4],
        shipment_lead_time=list(ROAD),
        order_lead_time=list(MAIL),
        policy_type="BS",
        base_stock_level=list(levels),
        initial_inventory_level=list(levels),
        local_holding_cost=[1] * STAGES,
        stockout_cost=[0] * STAGES,
        demand_type="D",
        demand_list=list(demand),
    )
    simulation(network, len(demand), rand_seed=1, progress_bar=False)
    return np.array([[_net(network, stage + 1, t) for stage in range(STAGES)] for t in range(len(demand))])


def _net(network: SupplyChainNetwork, node: int, period: int) -> float:
    state = network.nodes_by_index[node].state_vars[period]
    return float(sum(state.inventory_level.values()))


class Stage:
    """A stage in SimPy: what lies there, what it owes downstream, what it has ordered beyond."""

    def __init__(self, level: int) -> None:
        self.level, self.stock, self.owed, self.ordered = level, level, 0, 0

    def ask(self, units: int) -> int:
        """Units wanted here; what can be handed out now."""
        self.owed += units
        given = min(self.stock, self.owed)
        self.stock -= given
        self.owed -= given
        return given


class Chain:
    """In a period: goods come (.1), orders are read and filled (.2), customers (.4), orders (.6), a look (.8)."""

    def __init__(self, demand: Sequence[int], levels: Sequence[int]) -> None:
        self.env, self.demand = simpy.Environment(), demand
        self.stages = [Stage(level) for level in levels]
        self.seen: list[list[int]] = []
        self.env.process(self.days())

    def days(self) -> Generator[simpy.Event, None, None]:
        for units in self.demand:
            yield self.env.timeout(0.2)
            for place in range(1, STAGES):
                self.send(place - 1, self.stages[place].ask(0))
            yield self.env.timeout(0.2)
            self.stages[0].ask(units)
            yield self.env.timeout(0.2)
            for place, stage in enumerate(self.stages):
                self.order(place, stage.level - (stage.stock - stage.owed + stage.ordered))
            yield self.env.timeout(0.2)
            self.seen.append([stage.stock - stage.owed for stage in self.stages])
            yield self.env.timeout(0.2)

    def order(self, place: int, units: int) -> None:
        self.stages[place].ordered += units
        self.env.process(self.mail(place, units))

    def mail(self, place: int, units: int) -> Generator[simpy.Event, None, None]:
        if place == STAGES - 1:
            self.send(place, units)
            return
        yield self.env.timeout(0.55)
        self.send(place, self.stages[place + 1].ask(units))

    def send(self, place: int, units: int) -> None:
        if units:
            self.env.process(self.road(place, units))

    def road(self, place: int, units: int) -> Generator[simpy.Event, None, None]:
        """Goods arrive in the first tenth of their period."""
        now = self.env.now
        yield self.env.timeout(np.floor(now) + ROAD[place] + 0.1 - now)
        self.stages[place].stock += units
        self.stages[place].ordered -= units


def in_simpy(demand: Sequence[int], levels: Sequence[int]) -> np.ndarray:
    """The chain in SimPy."""
    chain = Chain(demand, levels)
    chain.env.run(until=len(demand))
    return np.array(chain.seen)
