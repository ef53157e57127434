"""What a cell of the books is made of: its postings, or the items still open; and all measures with their formulas.

A row stands for some accounts (or a class of cash) and a sign; a posting counts in it as often as the incidence
of its kind on them says.
"""

from collections.abc import Iterator

import numpy as np

from game.books import Ledger
from game.books.ageing import KINDS, ages, open_items
from game.books.balance import RETAINED, side
from game.books.cash_flow import FINANCING, OPERATIONS
from game.books.income import BELOW, RUNNING, TRADE
from game.kinds import ACCOUNTS, POSTINGS
from game.measures import MEASURES, explain
from game.message import Message
from game.playing.figures import figure
from game.playing.scene import Scene
from game.playing.views import Entries, Entry, MeasureView

RESULTS = (*side("income"), *side("expense"))
OWED = (*side("liability"), *side("equity"))
SUMS: dict[str, tuple[tuple[str, ...], int]] = {
    "statement.gross_margin": (TRADE, -1),
    "statement.operating_profit": ((*TRADE, *RUNNING), -1),
    "statement.profit_before_tax": ((*TRADE, *RUNNING, BELOW[0]), -1),
    "statement.net_profit": (RESULTS, -1),
    RETAINED: (RESULTS, -1),
    "statement.total_assets": (side("asset"), 1),
    "statement.total_liabilities": (side("liability"), -1),
    "statement.total_equity": ((*side("equity"), *RESULTS), -1),
    "statement.liabilities_and_equity": ((*OWED, *RESULTS), -1),
    "statement.net_cash_flow": (("cash",), 1),
    "statement.closing_cash": (("cash",), 1),
}
"""Accounts and sign of the rows that are sums."""


def entries(scene: Scene, statement: str, key: str, column: str) -> Entries | None:
    """What a cell is made of; `column` is a turn from "1", `total`, `opening` or `run_out`. None for headings."""
    ledger = Ledger(scene.history)
    if statement in KINDS:
        return _open(scene, ledger, statement, key, column)
    weights = _weights(scene, statement, key)
    if weights is None or column == "opening" or not scene.history.turns:
        return None
    turns = _turns(ledger, column)
    before = 0
    if statement == "balance" or key == "statement.closing_cash":
        before = _balance(ledger, key, turns)
    return Entries(
        before, tuple(sorted(_posted(scene, weights, turns), key=lambda entry: (entry.day, -abs(entry.amount))))
    )


def _turns(ledger: Ledger, column: str) -> slice:
    if column == "total":
        return slice(0, ledger.history.turns)
    turn = ledger.turns.index(column)
    return slice(turn, turn + 1)


def _accounts(statement: str, key: str) -> tuple[tuple[str, ...], int] | None:
    if key in SUMS:
        return SUMS[key]
    name = key.partition(".")[2]
    if name.removeprefix("change_") in ACCOUNTS and statement == "cash":
        return (name.removeprefix("change_"),), -1
    if name in ACCOUNTS:
        return (name,), 1 if ACCOUNTS[name] == "asset" else -1
    return None


def _weights(scene: Scene, statement: str, key: str) -> np.ndarray | None:
    """How often each posting kind counts in a row, `[posting kind]`."""
    name = key.removeprefix("statement.")
    classes = OPERATIONS if name == "cash_operations" else (FINANCING,) if name == FINANCING else ()
    classes = classes or tuple(one for one in OPERATIONS if name == f"cash_{one}")
    if statement == "cash" and classes:
        signs = [(posting.cash in classes) * (1 if posting.debit == "cash" else -1) for posting in POSTINGS.values()]
        return np.array(signs)
    found = _accounts(statement, key)
    if found is None:
        return None
    rows = [list(ACCOUNTS).index(account) for account in found[0]]
    return np.asarray(scene.plant.incidence[rows].sum(axis=0) * found[1])


def _balance(ledger: Ledger, key: str, turns: slice) -> int:
    found = _accounts("balance", key)
    assert found is not None
    return found[1] * sum(int(ledger.balances(account)[turns.start]) for account in found[0])


def _posted(scene: Scene, weights: np.ndarray, turns: slice) -> Iterator[Entry]:
    """Postings day by day; over several turns, turn by turn."""
    clock, first = scene.plant.clock, scene.history.records[turns][0].first
    for kind, weight in zip(POSTINGS, weights.tolist(), strict=True):
        if not weight:
            continue
        amounts = _gathered(scene, scene.history.posting(kind, turns)[:, :, 0] * weight, turns)
        for at, owner in np.argwhere(amounts).tolist():
            day = clock.day(first) + at if _by_day(turns) else clock.day(clock.turn_starts[at])
            amount = int(amounts[at, owner])
            yield Entry(day, clock.weekday(day), Message(f"posting.{kind}"), owner_of(scene, kind, owner), amount)


def _by_day(turns: slice) -> bool:
    return bool(turns.stop - turns.start == 1)


def _gathered(scene: Scene, amounts: np.ndarray, turns: slice) -> np.ndarray:
    """Sums by day of one turn, or by turn of several, `[day or turn, owner]`."""
    if _by_day(turns):
        starts = np.arange(0, len(amounts), scene.per_day)
    else:
        starts = np.array([record.first for record in scene.history.records[turns]])
    return np.asarray(np.add.reduceat(amounts, starts, axis=0)) if len(amounts) else amounts


def owner_of(scene: Scene, kind: str, index: int) -> str:
    """Who a posting of a kind is for: empty for the firm; of an offer the item and the supplier."""
    owner = POSTINGS[kind].owner
    if owner == "firm":
        return ""
    if owner != "source":
        return scene.seen.name(owner, index)
    source = scene.plant.sources[index]
    item = scene.seen.name("item", source.item)
    return f"{item}, {scene.seen.name('supplier', scene.seen.supplier_of(index))}" if source.bought else item


def _open(scene: Scene, ledger: Ledger, name: str, key: str, column: str) -> Entries | None:
    """Open items of a row of an ageing, by the day on which they arose."""
    turn = _turns(ledger, column).start
    left = open_items(ledger, name, turn)  # type: ignore[arg-type]
    place = key.rpartition("_")[2]
    rows = ages(ledger, len(left)) == int(place) if place.isdigit() else np.ones(len(left), dtype=bool)
    kind, clock = KINDS[name][0][0], scene.plant.clock  # type: ignore[index]
    days: dict[tuple[int, int], int] = {}
    for at, owner in np.argwhere(left * rows[:, None]).tolist():
        spot = (clock.day(max(0, at - 1)), owner)
        days[spot] = days.get(spot, 0) + int(left[at, owner])
    found = (
        Entry(day, clock.weekday(day), Message(f"posting.{kind}"), owner_of(scene, kind, owner), amount)
        for (day, owner), amount in sorted(days.items())
    )
    return Entries(0, tuple(found))


def measures(scene: Scene) -> tuple[MeasureView, ...]:
    """All measures of the whole firm that have a figure by now."""
    if not scene.run.turn:
        return ()
    found = []
    for name, measure in MEASURES.items():
        whole = figure(scene.history, name)
        if whole.value is not None:
            last = figure(scene.history, name, None, scene.seen.last_turn)
            found.append(MeasureView(name, last, whole, explain(measure, scene.history)))
    return tuple(found)
