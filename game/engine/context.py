"""One period under way: what the eight steps share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy._core import multiarray

from game.disruptions import Effects
from game.engine.loops import Loops
from game.engine.sheet import Ledger, Page
from game.kinds import ACCOUNTS, normal_side
from game.plant import PPM, Plant
from game.plant.groups import Index, add
from game.plant.parameters import PARAMETERS
from game.state import Array, Flags, State
from game.tape import Luck, Reel, Tape

any_of = multiarray.count_nonzero
"""Whether anything is there: asked so often that the layers which numpy puts around it would count."""
ACCOUNT = {name: row for row, name in enumerate(ACCOUNTS)}
ALL = slice(None)
NOTHING, ONE = np.zeros((), dtype=np.int64), np.ones((), dtype=np.int64)
"""Numbers that numpy meets sooner than Python's."""


@dataclass(eq=False)
class Force:
    """Parameters in force in a period, formed in step 1 from the disruptions that are active.

    `up [S]` whether the supplier delivers, `extra [S]` periods more on the road, `held [S]` whether arrivals
    wait, `factor [D]` demand in parts per million, `working [W]` whether the station may work,
    and, of those that are struck, in parts per million: `slow` capacity and `cost` prices of sources, `hands` minutes
    of stations, `flaws` more bad units of sources and `spoiled` of items made, `rates` more interest a year on the
    credit line (0) and loan (1).
    """

    up: Flags
    extra: Array
    held: Flags
    factor: Array
    working: Flags
    slow: dict[int, Array] = field(default_factory=dict)
    cost: dict[int, Array] = field(default_factory=dict)
    hands: dict[int, Array] = field(default_factory=dict)
    flaws: dict[int, Array] = field(default_factory=dict)
    spoiled: dict[int, Array] = field(default_factory=dict)
    rates: dict[int, Array] = field(default_factory=dict)
    changes: dict[tuple[str, int], list[tuple[Flags, int, int]]] = field(default_factory=dict)
    """what projects change: where, factor in parts per million and addend, by parameter and thing"""

    @classmethod
    def usual(cls, plant: Plant, replications: int) -> "Force":
        """Nothing is wrong."""
        sources = len(plant.sources)
        return cls(
            up=np.ones((sources, replications), dtype=bool),
            extra=np.zeros((sources, replications), dtype=np.int64),
            held=np.zeros((sources, replications), dtype=bool),
            factor=np.repeat(plant.demand_share, replications, axis=1),
            working=np.ones((len(plant.level.station), replications), dtype=bool),
        )


class Stood(NamedTuple):
    """What was noted of firms that had failed before a period, `[row, failed firm]`."""

    levels: Array
    flows: Array
    postings: Array


@dataclass(eq=False)
class Period:
    """Period `t` of a turn. Steps change `state` in place and note what happens in `flows` and `postings`.

    On both there may stand what was noted in earlier periods, but for flows that are read again (`noted`).
    """

    plant: Plant
    state: State
    tape: Tape | Reel
    luck: Luck
    """what the tape holds for this period"""
    effects: tuple[Effects, ...]
    t: int
    turn_start: int
    loops: Loops
    force: Force
    flows: Page
    postings: Page
    ledger: Ledger
    opening_debt: Array
    """[2, R] credit line and loan at the period's start"""
    failed: Flags
    """[R] firms insolvent before this period"""
    called: dict[int, Array] = field(default_factory=dict)
    """units of components that stations and transfers were authorised to use in this period, by item"""
    waiting: Array = field(init=False)
    """[D] open customer units, once customers have been served"""
    unserved: Array = field(init=False)
    """[I] the same by item, to be read only"""
    owed: Array = field(init=False)
    """[I] backorders, from then on"""

    def __post_init__(self) -> None:
        clock = self.plant.clock
        self.open = bool(clock.open[self.t])
        """whether the plant works"""
        self.ends_day = clock.ends_day(self.t)
        """whether this is the day's last period"""
        self.gap = self.t - int(clock.last_open[self.t])
        """periods since the latest open one: 1 unless closed days lie between"""
        self.stood = self._stood() if any_of(self.failed) else None
        """what had been noted of firms that have failed, if there are any"""

    def _stood(self) -> Stood:
        return Stood(*(sheet[:, self.failed] for sheet in (self.state.levels, self.flows.sheet, self.postings.sheet)))

    @property
    def turn(self) -> int:
        """The turn it belongs to."""
        return self.plant.clock.turn_of(self.t)

    def acts(self, interval: Array) -> Flags:
        """Whether what happens every so many periods happens in this one (rule 3)."""
        return self.t // interval > (self.t - self.gap) // interval

    def value(self, parameter: str, index: int, base: int | Array) -> Array:
        """A parameter of a thing as projects have changed it (rule M2), `[replication]` or as `base` has it."""
        changes = self.force.changes.get((parameter, index))
        if changes is None:
            return np.asarray(base)
        for where, factor, more in changes:
            base = np.where(where, base * factor // PPM + more, base)
        bounds = PARAMETERS[parameter]
        return np.minimum(np.maximum(base, bounds.low), bounds.high)

    def values(self, parameter: str, things: Sequence[int] | Array, base: Array) -> Array:
        """The same for many things, `base` and result `[thing, replication or 1]`."""
        if not self.force.changes:
            return base
        changed = [k for k, thing in enumerate(things) if (parameter, thing) in self.force.changes]
        if changed:
            base = np.broadcast_to(base, (len(base), self.state.replications)).copy()
        for k in changed:
            base[k] = self.value(parameter, things[k], base[k])
        return base

    def next_open(self, period: int | Array) -> int | Array:
        """The first open period at or after a period."""
        found: int | Array = self.plant.clock.next_open[period]
        return int(found) if isinstance(period, int) else found

    def put(self, ring: Array, things: Index, due: int | Array, units: Array) -> None:
        """Add units to what things have due in a period, or in periods `[thing, replication or 1]`."""
        slots = due % ring.shape[1]
        if isinstance(slots, int):
            add(ring[:, slots], things, units)
            return
        rows = np.arange(len(ring))[things] if isinstance(things, slice) else things
        if slots.shape[1] == 1:
            ring[rows, slots[:, 0]] += units
        else:
            ring[rows[:, None], slots, np.arange(slots.shape[1])] += units

    def note(self, name: str, at: Index, units: Array | Flags) -> None:
        """Add units to the flows of a kind, for owners none twice."""
        part = self.flows[name][at]
        part += units
        if type(at) is not slice:
            self.flows[name][at] = part

    def flow(self, name: str) -> Array:
        """Flows of a kind, `[owner, replication]`, to be added to."""
        return self.flows[name]

    def noted(self, name: str) -> Array:
        """This period's flows of a kind so far; KeyError for one that is not in the plant's `read_again`."""
        if name not in self.plant.read_again:
            raise KeyError(name)
        return self.flows[name]

    def post(self, kind: str, owner: int | Index, amount: Array) -> None:
        """Post amounts (minor units) of a kind for an owner or for several, none twice."""
        if not any_of(amount):
            return
        add(self.postings[kind], owner, amount)
        if amount.ndim > 1:
            amount = amount[0] if len(amount) == 1 else np.add.reduce(amount)
        debit, credit = self.ledger[kind]
        debit += amount
        credit -= amount

    def balance(self, account: str) -> Array:
        """An account's balance with what this period has posted, `[replication]`, positive on its normal side."""
        balance: Array = self.state.accounts[ACCOUNT[account]]
        return balance.copy() if normal_side(account) > 0 else -balance
