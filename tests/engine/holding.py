"""What holds in every game, as functions that say so or fail: used by tests of whole games and of single steps.

Histories and states may hold any number of replications.
"""

from collections.abc import Iterable

import numpy as np

from game.history import History
from game.kinds import ACCOUNTS, FLOWS
from game.plant import Plant
from game.state import State

TIMES = ("running", "setup", "down", "starved", "blocked", "idle")
NEVER_NEGATIVE = (
    "stock", "buffer", "value", "in_process", "pool", "on_order", "refill_on_order", "collecting", "backlog", "ready",
    "arrivals", "signals", "refill_signals", "authorised", "authorised_refill", "orders", "overdue", "lots", "bad",
    "receivables", "payables", "worth", "bad_arrivals", "overdue_worth", "goodwill", "demand_rest", "discounts",
    "setup_left", "begun", "work_left", "repair_left", "stop_left", "strain",
)  # fmt: skip


def _alive(history: History) -> np.ndarray:
    """`[period, 1, replication]`: whether the firm had not failed before the period."""
    failed = np.concatenate([history.opening("insolvent")[None], history.level("insolvent")])[:-1]
    return failed == 0


def stock_follows_flows(history: History) -> None:
    """Stock changes by the signed flows of each item and period."""
    stock = np.concatenate([history.opening("stock")[None], history.level("stock")])
    change = sum(flow.sign * history.flow(name) for name, flow in FLOWS.items() if flow.sign)
    assert ((np.diff(stock, axis=0) == change) | ~_alive(history)).all()


def parts_become_products(history: History) -> None:
    """Parts leave the stock for what is begun, scrap included; what is begun is made or under way."""
    plant, alive = history.plant, _alive(history)
    begun, wasted = history.flow("begun"), history.flow("scrapped_in_process")
    taken = np.zeros_like(wasted)
    for part, item, count in plant.uses:
        taken[:, part] += count * (begun[:, plant.first_source[item]] + wasted[:, item])
    left = history.flow("used") + history.flow("moved_out")
    assert ((left == taken) | ~alive).all()
    under_way = np.concatenate([history.opening("under_way")[None], history.level("under_way")])
    made = history.flow("made") + history.flow("moved_in")
    assert ((np.diff(under_way, axis=0) == begun[:, plant.first_source] - made) | ~alive).all()


def books_balance(history: History) -> None:
    """After every period, and every account is its opening balance and what postings moved."""
    assert not np.any(sum(history.level(account) for account in ACCOUNTS))
    moved = sum(
        history.plant.incidence[:, column][None, :, None] * history.posting(name).sum(axis=1)[:, None]
        for column, name in enumerate(history.plant.posting_rows.blocks)
    )
    for row, account in enumerate(ACCOUNTS):
        expected = history.opening(account)[0] + np.cumsum(np.asarray(moved)[:, row], axis=0)
        assert np.array_equal(history.level(account)[:, 0], expected), account


def books_show_what_is_there(history: History, state: State) -> None:
    """Stock, goods in process, what customers owe and what is owed to suppliers."""
    in_books = history.level("raw") + history.level("finished")
    assert (history.level("value").sum(axis=1, keepdims=True) == in_books).all()
    there = {
        "in_process": state.pool.sum(axis=0),
        "receivables": state.receivables.sum(axis=(0, 1)),
        "payables": -state.payables.sum(axis=(0, 1)),
    }
    alive = state.insolvent[0] == 0
    for account, amount in there.items():
        assert (history.closing(account)[0] == amount)[alive].all(), account


def nothing_is_negative(history: History, state: State) -> None:
    """Stock, orders, what is owed; and parts are no more than the whole."""
    for name in NEVER_NEGATIVE:
        assert (getattr(state, name) >= 0).all(), name
    assert (state.buffer <= state.stock).all()
    assert (state.bad <= state.lots).all()
    assert state.discounts.sum() <= state.payables.sum()
    assert (state.strain <= 100).all()
    assert (state.goodwill <= 1_000_000).all()
    assert (history.level("loan") <= 0).all()
    for sheet in ("flows", "postings"):
        assert all((getattr(record, sheet) >= 0).all() for record in history.records)


def what_is_on_order_is_somewhere(plant: Plant, state: State) -> None:
    """On order = collecting + signals + backlog + ready + on the road + authorised + under way."""
    under_way = np.zeros_like(state.on_order)
    for source in plant.internal_sources:
        item = plant.sources[source].item
        under_way[source] += state.authorised[item] + state.authorised_refill[item]
        under_way[source] += state.in_process[item] - state.arrivals[source].sum(axis=0)
    somewhere = state.collecting + state.backlog + state.ready + state.arrivals.sum(axis=1) + under_way
    somewhere += state.signals.sum(axis=1) + state.refill_signals.sum(axis=1)
    assert np.array_equal(state.on_order + state.refill_on_order, somewhere)


def minutes_are_spent_once(history: History, usual: Iterable[int]) -> None:
    """What a station did adds up to its minutes and overtime; stops and maintenance are part of what was down."""
    clock, minutes = history.plant.clock, list(usual)
    did, alive = sum(history.flow(name) for name in TIMES), _alive(history)[:, 0]
    for t in np.flatnonzero(clock.open[: len(did)]).tolist():
        here = np.array([clock.slice_of_day(day, t) for day in minutes]).reshape(-1, 1) + history.flow("overtime")[t]
        assert (did[t] == here)[:, alive[t]].all()
    assert (history.flow("stopped") + history.flow("maintained") <= history.flow("down")).all()
    assert (history.flow("slowed") <= history.flow("running")).all()


def position_of(plant: Plant, state: State, item: int) -> np.ndarray:
    """On hand and on order of an item's working loop, `[replication]`."""
    on_order: np.ndarray = state.on_order[list(plant.sources_of[item])].sum(axis=0)
    return np.asarray(state.stock[item] - state.buffer[item] + on_order)
