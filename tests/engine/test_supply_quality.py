"""Inspection of receipts and returns (rule S4)."""

import pytest

from tests.engine.supply_hand import item, level, offer, play


@pytest.mark.parametrize(("percent", "luck", "found"), [(0, 0, 0), (50, 0, 5), (33, 0, 3), (33, 0.75, 4), (100, 0, 10)])
def test_what_inspection_finds_goes_back_at_the_invoice_price(percent: int, luck: float, found: int) -> None:
    # 100 units at 4.00, 10 of them bad; of `percent` looked at, floor(10 * percent / 100 + luck) are found.
    terms = offer(defects=0.1, inspect=percent, inspection_cost=0.2)
    played = play(level(item("a", terms)), {0: {"a.quantity": 100}}, defect_bits=0, late_bits=int(luck * 2**20))
    assert played.flow("inspected")[2] == percent
    assert played.flow("returned")[2] == found
    assert played.posting("inspection")[2] == percent * 20
    assert played.posting("purchase_return")[2] == found * 400
    assert played.level("stock")[2] == 100 - found
    assert played.level("value")[2] == 40_000 - found * 400
    assert played.level("payables")[2] == -(40_000 - found * 400)
    assert played.level("on_order")[2] == 0
    assert played.states[-1].bad.sum() == 10 - found


def test_bad_units_sent_back_are_ordered_again() -> None:
    # Base stock 50: the 5 sent back on day 2 leave the position and are ordered that day.
    terms = offer(defects=0.1, inspect=100)
    loop = {"policy": "order_up_to", "order_up_to": 50}
    played = play(level(item("a", terms, loop=loop)), defect_bits=0)
    assert played.flow("ordered") == [50, 0, 5, 0, 0, 0]
    assert played.flow("arrived") == [0, 0, 50, 0, 5, 0]
    assert played.flow("received") == [0, 0, 45, 0, 5, 0]


def test_only_what_stays_is_paid_for() -> None:
    # 100 at 4.00 come on day 2, the 10 bad ones go back at once; two days later 90 * 4.00 are paid.
    terms = offer(defects=0.1, inspect=100, payment_days=2)
    played = play(level(item("a", terms)), {0: {"a.quantity": 100}}, defect_bits=0)
    assert played.posting("supplier_payment") == [0, 0, 0, 0, 36_000, 0]
