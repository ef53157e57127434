"""On the same luck better terms never do worse: what the rules make a theorem, with its proof in a sentence.

Orders are by hand, so that what is ordered does not depend on what came of it.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import opening
from game.engine.period import play as play_period
from game.engine.sheet import Page
from game.engine.turn import Turn
from game.history import History
from game.levers import Decision
from game.plant import Plant
from game.plant.build import build
from game.run import play_turn, start
from game.tape import make
from tests.engine.supply_hand import Table
from tests.oracle.levels import pack_of
from tests.properties.levels import SEEDS, open_level

ORDERS = st.lists(st.integers(0, 30), min_size=8, max_size=8)
SHARES = st.lists(st.sampled_from((0.0, 0.02, 0.3, 0.31, 0.9, 0.999, 1.0)), min_size=2, max_size=2).map(sorted)
LEADS: st.SearchStrategy[Any] = st.sampled_from((1, 2.5, [1, 1, 6], {"mean": 3, "cv": 0.7}))
EXAMPLES = settings(max_examples=25, deadline=None)


def shop(offer: Table | None = None, item: Table | None = None, stream: Table | None = None, **changes: Any) -> Table:
    """Eight turns of two days: an item that is bought, and customers who walk away at once."""
    sold = {
        "id": "a",
        "name": "A",
        "loop": {"policy": "manual"},
        "offer": [{"supplier": "s", "price": 1, "lead_time_days": 2, **(offer or {})}],
        **(item or {}),
    }
    wanted = {"pattern": "poisson", "mean": 6}
    return {
        "format": 1,
        "id": "coupled",
        "title": "Coupled",
        "kind": "store",
        "levers": ["quantity"],
        "calendar": {"start": "2026-03-02", "turns": 8, "days_per_turn": 2, "run_out_days": 4},
        "money": {"opening_cash": 1_000_000},
        "supplier": [{"id": "s", "name": "S"}],
        "item": [sold],
        "stream": [{"id": "d", "name": "D", "item": "a", "demand": wanted, **(stream or {})}],
        **changes,
    }


def history(table: Table, luck: int, orders: list[int]) -> History:
    """What comes of ordering so many units in each turn."""
    run = start(pack_of(table), luck)
    for units in orders:
        run = play_turn(run, [Decision("quantity", "a", units)])
    return run.history


def by_period(found: History, flow: str) -> np.ndarray:
    """A flow of the first owner, period by period."""
    return np.asarray(found.flow(flow)[:, 0, 0])


def in_all(found: History, flow: str) -> np.ndarray:
    """What has been of it by each period."""
    return np.cumsum(by_period(found, flow))


@given(luck=SEEDS, orders=ORDERS, share=SHARES, lead=LEADS, overtake=st.booleans())
@EXAMPLES
def test_a_more_reliable_route_brings_no_load_later(
    luck: int, orders: list[int], share: list[float], lead: Any, overtake: bool
) -> None:
    """The same loads leave; a load late at the higher share is late at the lower one, and the latest arrival of
    earlier loads, which none may overtake, is no later either."""
    worse, better = (
        history(
            shop({"on_time": one, "late_by_days": 2, "lead_time_days": lead, "may_overtake": overtake}), luck, orders
        )
        for one in share
    )
    assert np.array_equal(by_period(worse, "shipped"), by_period(better, "shipped"))
    assert (by_period(better, "arrival_period") <= by_period(worse, "arrival_period")).all()
    assert (by_period(better, "late_departures") <= by_period(worse, "late_departures")).all()
    assert (in_all(better, "arrived") >= in_all(worse, "arrived")).all()


@given(luck=SEEDS, orders=ORDERS, share=SHARES)
@EXAMPLES
def test_a_lower_share_of_bad_units_never_brings_more_of_them(luck: int, orders: list[int], share: list[float]) -> None:
    """floor(n * p + u) grows with p; with every unit inspected all bad ones of a receipt are found."""
    better, worse = (history(shop({"defects": one or 1e-6, "inspect": 100}), luck, orders) for one in share)
    assert np.array_equal(by_period(worse, "arrived"), by_period(better, "arrived"))
    assert (by_period(better, "returned") <= by_period(worse, "returned")).all()


@given(luck=SEEDS, orders=ORDERS, stock=st.lists(st.integers(0, 40), min_size=2, max_size=2).map(sorted))
@EXAMPLES
def test_more_opening_stock_never_loses_more_sales(luck: int, orders: list[int], stock: list[int]) -> None:
    """max(0, stock - demand) + arrivals grows with stock, so that more is never overtaken, and what is lost on a day,
    max(0, demand - stock), falls with it."""
    little, much = (history(shop(item={"opening_stock": units}), luck, orders) for units in stock)
    assert (much.level("stock") >= little.level("stock")).all()
    assert (in_all(much, "lost") <= in_all(little, "lost")).all()
    assert (by_period(much, "lost") <= by_period(little, "lost")).all()


@given(luck=SEEDS, orders=ORDERS, day=st.integers(1, 12), days=st.integers(1, 6))
@EXAMPLES
def test_an_outage_never_brings_more_by_any_day(luck: int, orders: list[int], day: int, days: int) -> None:
    """What is ready waits; a load that leaves later, at the same lead time, does not arrive earlier."""
    outage = {
        "id": "out",
        "name": "Out",
        "kind": "supplier_outage",
        "supplier": "s",
        "at": [{"day": day, "days": days}],
    }
    calm, struck = (history(shop(disruption=troubles), luck, orders) for troubles in ([], [outage]))
    assert (in_all(struck, "shipped") <= in_all(calm, "shipped")).all()
    assert (in_all(struck, "arrived") <= in_all(calm, "arrived")).all()
    assert (in_all(struck, "lost") >= in_all(calm, "lost")).all()


@given(luck=SEEDS, orders=ORDERS, minutes=st.lists(st.integers(1, 90), min_size=2, max_size=2).map(sorted))
@EXAMPLES
def test_more_minutes_never_make_less_by_any_day(luck: int, orders: list[int], minutes: list[int]) -> None:
    """One item, asked for by hand, without parts: what is done by a day is what was asked for or what the minutes
    since the queue was last empty allow, and both grow with the minutes."""
    made = {"offer": [], "make": {"station": "w", "minutes": 7}}

    def by(day: int) -> History:
        station = {"id": "w", "name": "W", "minutes_per_day": day}
        return history(shop(item=made, supplier=[], station=[station]), luck, orders)

    few, many = (by(day) for day in minutes)
    assert (in_all(many, "made") >= in_all(few, "made")).all()


@given(luck=SEEDS, mean=st.lists(st.sampled_from((0.3, 1, 4, 4.01, 15)), min_size=2, max_size=2).map(sorted))
@EXAMPLES
def test_a_larger_mean_never_asks_for_less(luck: int, mean: list[float]) -> None:
    """The quantile of a Poisson or a gamma law (of the same spread) at the same luck grows with its mean."""
    for law in ({"pattern": "poisson"}, {"pattern": "gamma", "cv": 0.6}):
        few, many = (history(shop(stream={"demand": {**law, "mean": one}}), luck, [0] * 8) for one in mean)
        assert (by_period(few, "demand") <= by_period(many, "demand")).all(), law


def _failures(plant: Plant, prepared: Callable[[], Any], tape: Any, t: int) -> np.ndarray:
    return _play(plant, prepared(), tape, t)["failures"]


def _play(plant: Plant, state: Any, tape: Any, t: int) -> Page:
    """Period t, not the first of its turn; returns its flows."""
    flows, postings = (
        Page(rows, np.zeros((rows.length, 1), dtype=np.int64)) for rows in (plant.flow_rows, plant.posting_rows)
    )
    play_period(Turn.of(plant, state, tape, t + 1), t, flows, postings)
    return flows


@given(seed=SEEDS, luck=SEEDS, factor=st.sampled_from((1.0, 1.3, 4.0)), upkeep=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_sturdier_machine_is_spared_no_event_that_a_weaker_one_meets_not(
    seed: int, luck: int, factor: float, upkeep: bool
) -> None:
    """From the same state, in every period: bits * M < ran grows rarer with M, and maintenance doubles M."""
    pack = open_level(seed)
    weak = build(pack)
    if not weak.failing:
        return
    stations = [
        station.model_copy(update={"failure_every_minutes": station.failure_every_minutes * factor})
        for station in pack.level.station
    ]
    strong = build(type(pack)(pack.level.model_copy(update={"station": tuple(stations)}), pack.text, pack.data))
    tape, state = make(weak, [luck]), opening(weak)

    def kept(maintained: int) -> Callable[[], Any]:
        def prepared() -> Any:
            copy = state.copy()
            copy.settings["maintenance"][:] = maintained
            return copy

        return prepared

    for t in range(min(10, weak.clock.end)):
        worse = _failures(weak, kept(0), tape, t)
        better = _failures(strong, kept(int(upkeep)), tape, t)
        assert (better <= worse).all()
        _play(weak, state, tape, t)
