"""Price breaks, lead times as a list, milk runs and slow suppliers (rules S3, S5, S11, S12)."""

import numpy as np
import pytest

from game import tape
from game.disruptions import Effects
from game.engine import advance, opening
from game.plant.build import Listed
from game.tape import Tape
from tests.engine.supply_hand import item, level, offer, play

BREAKS = [{"from": 50, "price": 3.5}, {"from": 100, "price": 3.0}]


@pytest.mark.parametrize(
    ("units", "cents"), [(49, 49 * 400), (50, 50 * 350), (99, 99 * 350), (100, 100 * 300), (250, 250 * 300)]
)
def test_the_price_follows_the_size_of_the_shipment(units: int, cents: int) -> None:
    played = play(level(item("a", offer(breaks=BREAKS))), {0: {"a.quantity": units}})
    assert played.posting("purchase") == [0, 0, cents, 0, 0, 0]


def test_two_orders_on_one_truck_are_one_shipment() -> None:
    # Base stock 60: demand of 30 on days 0 and 1 is ordered on days 0 and 1; the truck leaves on days 1, 3, 5
    # (every 2 days: where t // 2 rises, days 0, 2, 4). Day 0 takes 30 at 4.00, day 2 the 30 of day 1 and 30 of day 2.
    terms = offer(breaks=BREAKS, lead_time_days=1, departures={"every_days": 2})
    plant = level(item("a", terms, loop={"policy": "order_up_to", "order_up_to": 60}, opening_stock=60))
    played = play(plant, demand=[30, 30, 30, 0, 0, 0])
    assert played.flow("shipped") == [30, 0, 60, 0, 0, 0]
    assert played.posting("purchase") == [0, 30 * 400, 0, 60 * 350, 0, 0]


def test_worth_is_divided_by_per_once_for_all_that_arrives() -> None:
    # 3 and 4 opening orders arrive together (Sunday is closed): (3 + 4) * 100 // 3 = 233, not 100 + 133.
    calendar = {"start": "2026-03-07", "turns": 1, "days_per_turn": 6, "run_out_days": 0, "open_days": ["mon", "tue"]}
    terms = offer(price=1.0, per=3, breaks=[{"from": 50, "price": 0.9}])
    plant = level(item("a", terms, opening_orders=[3, 4]), calendar=calendar)
    assert play(plant).posting("purchase") == [0, 0, 233, 0, 0, 0]


def test_a_list_of_lead_times_is_drawn_evenly() -> None:
    assert Listed((2, 2, 3, 5)).draw(np.array([0, 2**22, 2**23, 2**24 - 1])).tolist() == [2, 2, 3, 5]
    plant = level(item("a", offer(lead_time_days=[1, 2, 4])), days=90, turns=4)
    drawn = tape.make(plant, [1, 2, 3]).transit[0]
    shares = [np.mean(drawn == days) for days in (1, 2, 4)]
    assert set(np.unique(drawn)) == {1, 2, 4}
    assert shares == pytest.approx([1 / 3] * 3, abs=0.06)  # 1080 draws: standard deviation 0.014


def test_opening_orders_take_the_mean_of_the_list() -> None:
    # Mean (1 + 2 + 6) / 3 = 3 days: what was ordered the day before the start arrives on day 2.
    played = play(level(item("a", offer(lead_time_days=[1, 2, 6]), opening_orders=[7])))
    assert played.flow("arrived") == [0, 0, 7, 0, 0, 0]


ROUTE = {"id": "tour", "name": "Tour", "lead_time_days": 2, "truck_capacity": 10, "cost_per_trip": 30.0}


def _on_tour(supplier: str, **changes: object) -> dict[str, object]:
    return {"supplier": supplier, "price": 1.0, "route": "tour", **changes}


def test_a_milk_run_that_fetches_nothing_does_not_drive() -> None:
    """A level file that has one is refused; where one is built all the same, nothing leaves and nothing is paid."""
    played = play(level(item("a", offer()), route=[ROUTE]), {0: {"a.quantity": 5}})
    assert played.posting("freight") == [0] * 6
    assert played.flow("trucks") == [1, 0, 0, 0, 0, 0]


def test_a_milk_run_fills_its_truck_by_volume_and_drives_empty() -> None:
    # Day 0: 5 * 1.5 + 6 * 0.5 = 10.5 in trucks of 10: two. Other days nothing: one truck each, 30.00.
    items = [item("a", _on_tour("s"), volume=1.5), item("b", _on_tour("z"), volume=0.5)]
    played = play(level(*items, route=[ROUTE]), {0: {"a.quantity": 5, "b.quantity": 6}})
    assert played.posting("freight") == [6000, 3000, 3000, 3000, 3000, 3000]
    assert played.posting("freight", 1) == [0] * 6
    assert played.flow("trucks") == [2, 1, 1, 1, 1, 1]
    assert [played.flow("arrived", source)[2] for source in (0, 1)] == [5, 6]
    assert [played.flow("departures", source) for source in (0, 1)] == [[1, 0, 0, 0, 0, 0]] * 2


def test_a_milk_run_leaves_by_its_own_timetable() -> None:
    route = {**ROUTE, "departures": {"weekdays": ["wed"], "periods": [0]}}
    played = play(level(item("a", _on_tour("s")), route=[route]), {0: {"a.quantity": 3}})
    assert played.flow("trucks") == [0, 0, 1, 0, 0, 0]
    assert played.flow("arrived") == [0, 0, 0, 0, 3, 0]


def test_trips_of_a_milk_run_are_late_together_and_do_not_overtake() -> None:
    # On time 0: every trip takes 2 + 2 days. The trip of day 0 carries a, that of day 1 (in time) b: due on day 3,
    # but not before a's on day 4.
    items = [item("a", _on_tour("s")), item("b", _on_tour("z"), signal_delay_days=1)]
    plant = level(*items, route=[{**ROUTE, "on_time": 0.5}])
    late = np.full((2, plant.clock.end, 1), 2**20 - 1)
    late[:, 0] = 0
    played = play(plant, {0: {"a.quantity": 3, "b.quantity": 4}}, late_bits=late)
    assert played.flow("arrived", 0) == [0, 0, 0, 0, 3, 0]
    assert played.flow("arrived", 1) == [0, 0, 0, 0, 4, 0]
    assert played.flow("late_departures", 0) == [1, 0, 0, 0, 0, 0]


def test_offers_of_a_milk_run_share_its_draws_and_its_interval() -> None:
    route = {**ROUTE, "lead_time_days": {"mean": 3, "cv": 1}, "on_time": 0.5}
    plant = level(item("a", _on_tour("s")), item("b", _on_tour("z", defects=0.1)), route=[route])
    drawn = tape.make(plant, [5])
    assert (drawn.transit[0] == drawn.transit[1]).all()
    assert (drawn.late_bits[0] == drawn.late_bits[1]).all()
    state = play(plant, {0: {"b/z.trip_every": 3}}).states[-1]
    assert state.settings["trip_every"][:, 0].tolist() == [3, 3]


class _Struck(Tape):
    """A tape whose only disruption slows the first offer down."""

    def effects(self, plant):
        return (Effects(slow=((0, 300_000),)),)


@pytest.mark.parametrize(("capacity", "shipped"), [(None, [30, 21, 49, 0, 0, 0]), (25, [7, 7, 25, 25, 25, 11])])
def test_a_slow_supplier_makes_ready_less(capacity: int | None, shipped: list[int]) -> None:
    # 100 ordered on day 0, slow (30 %) on days 0 and 1. No capacity: 30 % of the backlog, rounded up: 30, then 21 of
    # 70, then the rest. Capacity 25 a day: 25 * 3 // 10 = 7 twice, then 25.
    terms = offer() if capacity is None else offer(capacity_per_day=capacity)
    strike = {"id": "slow", "name": "x", "kind": "machine_failure", "at": [{"day": 1, "days": 2}], "station": "none"}
    plant = level(item("a", terms, loop={"quantity": 100}), disruption=[strike])
    drawn = tape.make(plant, [1])
    drawn = _Struck(**{**vars(drawn), "demand": drawn.demand * 0})
    _, record = advance(plant, opening(plant), (), drawn, 0)
    assert plant.flow_rows.view(record.flows[:, :, 0].T, "shipped")[0].tolist() == shipped
