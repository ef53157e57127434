"""Where the money went: the difference in profit between two runs on one luck, cause by cause, to the cent.

Each posting that touches income or expenses belongs to one cause; what differs between the runs is summed by cause,
kind and owner, so that each step opens the postings that it is made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.history import History
from game.kinds import ACCOUNTS, POSTINGS
from game.plant import Plant
from game.run import Run

CAUSES: dict[str, tuple[str, ...]] = {
    "sales": ("revenue", "cost_of_goods"),
    "service": ("penalties",),
    "stock": ("storage", "insurance", "handling", "interest"),
    "waste": ("spoilage", "scrap", "obsolescence", "losses"),
    "transport": ("freight", "expediting"),
    "making": ("wages", "overtime", "setups", "maintenance"),
    "suppliers": ("supplier_management", "inspection", "discounts"),
    "firm": ("overhead", "leases", "projects", "depreciation", "bad_debt"),
    "tax": ("tax",),
}
"""Income and expense accounts by cause, in the order of the steps; an account that is not named counts as `other`."""
OTHER = "other"


@dataclass(frozen=True)
class Line:
    """Postings of one kind for one owner: by how much they changed the profit, in all and by turn, minor units."""

    kind: str
    owner: tuple[str, str]
    amount: int
    by_turn: tuple[int, ...]


@dataclass(frozen=True)
class Step:
    """One cause: by how much it changed the profit, and its postings, the largest first."""

    cause: str
    amount: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bridge:
    """From one profit to the other: start + sum of the steps = end."""

    start: int
    end: int
    steps: tuple[Step, ...]


def bridge(before: Run, after: Run) -> Bridge:
    """What makes the profit of `after` differ from that of `before`; both on one level and one luck."""
    first, second = profit_rows(before.history), profit_rows(after.history)
    lines = list(_lines(before.plant, second - first))
    steps = [_step(cause, [line for line in lines if cause_of(line.kind) == cause]) for cause in (*CAUSES, OTHER)]
    return Bridge(int(first.sum()), int(second.sum()), tuple(step for step in steps if step.lines))


def profit_rows(history: History, replication: int = 0) -> np.ndarray:
    """What each posting row did to the profit in each turn, `[turn, row]`, minor units."""
    plant = history.plant
    totals = np.array([record.postings[:, :, replication].sum(axis=0) for record in history.records])
    return np.asarray(totals.reshape(-1, plant.posting_rows.length) * _signs(plant))


def cause_of(kind: str) -> str:
    """The cause of a posting kind."""
    touched = {POSTINGS[kind].debit, POSTINGS[kind].credit}
    return next((cause for cause, accounts in CAUSES.items() if touched & set(accounts)), OTHER)


def _signs(plant: Plant) -> np.ndarray:
    """By posting row: -1 where it is a cost, +1 where it is income, 0 where it touches neither."""
    signs = np.zeros(plant.posting_rows.length, dtype=np.int64)
    for name, block in plant.posting_rows.blocks.items():
        posting = POSTINGS[name]
        signs[block] = _moves(posting.credit) - _moves(posting.debit)
    return signs


def _moves(account: str) -> int:
    return int(ACCOUNTS[account] in ("income", "expense"))


def _lines(plant: Plant, change: np.ndarray) -> Iterator[Line]:
    for kind, block in plant.posting_rows.blocks.items():
        names = {index: name for name, index in plant.index[POSTINGS[kind].owner].items()}
        for row in range(block.start, block.stop):
            if change[:, row].any():
                owner = (POSTINGS[kind].owner, names[row - block.start])
                yield Line(kind, owner, int(change[:, row].sum()), tuple(change[:, row].tolist()))


def _step(cause: str, lines: list[Line]) -> Step:
    ordered = sorted(lines, key=lambda line: (-abs(line.amount), line.kind, line.owner))
    return Step(cause, sum(line.amount for line in lines), tuple(ordered))
