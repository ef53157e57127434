"""The state of the oracle's play: plain objects with plain numbers.

`World.post` and `World.count` note a period's postings and flows; the books follow the postings.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS
from tests.oracle.facts import Facts
from tests.oracle.states import Conditions, ItemState, SourceState, StationState, StreamState

WORKING, REFILL = 0, 1


Sheet = dict[str, list[int]]


@dataclass
class World:
    """Everything that changes."""

    facts: Facts
    tape: Any
    replication: int
    items: list[ItemState]
    sources: list[SourceState]
    stations: list[StationState]
    streams: list[StreamState]
    balances: dict[str, int]
    payables: list[dict[int, list[int]]]
    conditions: Conditions
    turn: int = 0
    turn_start: int = 0
    t: int = 0
    project_starts: list[int | None] = field(default_factory=list)
    escapes_found: set[int] = field(default_factory=set)
    repay: int = 0
    credit_rest: int = 0
    loan_rest: int = 0
    insolvent: bool = False
    flows: Sheet = field(default_factory=dict)
    postings: Sheet = field(default_factory=dict)
    latest_levels: Sheet = field(default_factory=dict)

    def luck(self, name: str, owner: int, t: int) -> int:
        """A number from the tape."""
        return int(getattr(self.tape, name)[owner, t, self.replication])

    def counts(self) -> dict[str, int]:
        """How many owners of each kind there are."""
        return {
            "item": len(self.items),
            "source": len(self.sources),
            "station": len(self.stations),
            "stream": len(self.streams),
            "firm": 1,
            "lease": len(self.facts.level.lease),
            "project": len(self.facts.level.project),
            "disruption": len(self.facts.level.disruption),
        }

    def new_sheets(self) -> None:
        """Blank sheets for a period's flows and postings."""
        counts = self.counts()
        self.flows = {name: [0] * counts[flow.owner] for name, flow in FLOWS.items()}
        self.postings = {name: [0] * counts[posting.owner] for name, posting in POSTINGS.items()}

    def count(self, flow: str, owner: int, amount: int) -> None:
        """Add to a flow."""
        self.flows[flow][owner] += amount

    def post(self, kind: str, owner: int, amount: int) -> None:
        """Book an amount: debit one account, credit another."""
        self.postings[kind][owner] += amount
        self.balances[POSTINGS[kind].debit] += amount
        self.balances[POSTINGS[kind].credit] -= amount

    # -- what an item has and owes

    def on_hand(self, i: int) -> int:
        """Working stock, hidden bad units included."""
        return self.items[i].stock - self.items[i].buffer

    def hidden_bad(self, i: int) -> int:
        """Bad units that nobody has found."""
        return sum(lot.bad for lot in self.items[i].lots)

    def good_on_hand(self, i: int) -> int:
        """Working stock that can be used or sold."""
        return max(0, self.on_hand(i) - self.hidden_bad(i))

    def on_order(self, i: int, loop: int) -> int:
        """Units on order for the working loop or the buffer."""
        return sum(self.sources[s].on_order[loop] for s in self.facts.sources_of(i))

    def backorders(self, i: int) -> int:
        """Rule 30: what customers and authorised makes and transfers wait for."""
        customers = sum(self.streams[d].waiting() for d in self.facts.streams_of(i))
        downstream = sum(
            sum(self.items[user].authorised) * parts.get(i, 0) for user, parts in enumerate(self.facts.parts)
        )
        return customers + downstream

    def target(self, i: int) -> int:
        """The position that the policy orders up to, for cover (rules 11 and P1)."""
        item = self.items[i]
        settings = item.settings
        match settings.policy:
            case "kanban":
                return settings.cards * settings.container
            case "reorder":
                return settings.reorder_point + settings.order_quantity
            case "forecast":
                recent = item.demands[-settings.smoothing :]
                usual = sum(recent) * settings.cover // len(recent) if recent else 0
                return usual + settings.safety
            case "manual":
                return 1
        return settings.order_up_to

    def cover(self, i: int) -> Fraction:
        """Rule 11."""
        return Fraction(self.on_hand(i) - self.backorders(i), max(1, self.target(i)))

    def recorded(self, i: int) -> int:
        """Working stock as the books have it, for all policies but kanban (rule P2)."""
        return max(0, self.on_hand(i) + self.items[i].record_error)

    def qualified(self, s: int, t: int) -> bool:
        """Whether a source may have a share (rule S7)."""
        source = self.sources[s]
        return source.qualified is not None and t >= source.qualified

    def stage(self, k: int) -> int:
        """Of a project: 0 not begun, 1 in transition, 2 with its effects (rule M1)."""
        start = self.project_starts[k]
        if start is None:
            return 0
        return 1 if self.t < start + self.facts.per(self.facts.level.project[k].days) else 2

    def levels(self) -> Sheet:
        """The levels at the end of a period, and the balance of each account."""
        owners = range(len(self.items))
        levels = {
            "stock": [item.stock for item in self.items],
            "buffer": [item.buffer for item in self.items],
            "on_order": [self.on_order(i, WORKING) for i in owners],
            "backorders": [self.backorders(i) for i in owners],
            "value": [item.value for item in self.items],
            "waiting": [stream.waiting() for stream in self.streams],
            "insolvent": [int(self.insolvent)],
            "record_error": [item.record_error for item in self.items],
            "strain": [station.strain for station in self.stations],
            "goodwill": [
                state.goodwill if stream.goodwill else 0
                for state, stream in zip(self.streams, self.facts.level.stream, strict=True)
            ],
            "under_way": [item.units_in_process for item in self.items],
            "project": [self.stage(k) for k in range(len(self.facts.level.project))],
        }
        assert set(levels) == set(LEVELS)
        return levels | {name: [self.balances[name]] for name in ACCOUNTS}
