"""What is left at the end, and cash once all is settled (rule 31)."""

from typing import Any

import pytest

from game.measures import MEASURES, daily_demand
from tests.hand import LEVEL, Pen, plant

COVER_4 = {"closing_cover_days": 4.0}


def items(**tube: Any) -> list[dict[str, Any]]:
    """The items of the level, the tube with further keys."""
    return [{**LEVEL["item"][0], **tube}, LEVEL["item"][1]]


def settled(pen: Pen) -> float:
    return float(MEASURES["settled_cash"].value(pen.history)[0])


def left(stock: list[int], value: list[int], **changes: Any) -> float:
    """Value of closing stock: cash after settling where nothing else is left."""
    pen = Pen(plant(**changes), {})
    return settled(pen.period(stock=stock, value=value).turn())


def test_demand_reaches_components_through_the_bill_of_materials() -> None:
    """10 frames of 2 tubes and 3 spare tubes: 23 tubes and 10 frames a day."""
    assert daily_demand(plant()) == (23.0, 10.0)


def test_scrap_raises_the_demand_for_components() -> None:
    """10 good frames need 10/0.8 = 12.5 begun, 25 tubes, and 3 spares."""
    frame = {**LEVEL["item"][1], "make": {**LEVEL["item"][1]["make"], "scrap": 0.2}}
    assert daily_demand(plant(item=[LEVEL["item"][0], frame])) == pytest.approx((28.0, 10.0))


def test_demand_passes_transfers_and_several_depths() -> None:
    """Shelf <- frame <- 2 tubes: 10 a day from the shelf, 10 frames, 20 tubes and 3 spares."""
    shelf = {"id": "shelf", "name": "Shelf", "transfer": {"from": "frame", "days": 1.0}}
    streams = [{**LEVEL["stream"][0], "item": "shelf"}, LEVEL["stream"][1]]
    assert daily_demand(plant(item=[*LEVEL["item"], shelf], stream=streams)) == (23.0, 10.0, 10.0)


def test_stock_counts_up_to_the_cover() -> None:
    """Cover 4 days: 92 tubes of 100 at 4.00 = 368.00; all 40 frames of 40 at 9.00 = 360.00."""
    assert left([100, 40], [40_000, 36_000], scoring=COVER_4) == 36_800 + 36_000


def test_the_cover_is_rounded_up() -> None:
    """1.5 days of 23 tubes: 34.5, so 35 at 4.00."""
    assert left([100, 0], [40_000, 0], scoring={"closing_cover_days": 1.5}) == 35 * 400


def test_a_product_that_is_whole_but_for_floating_point_is_not_rounded_up() -> None:
    """0.1 + 0.2 a day over 10 days are 3 units."""
    streams = [
        {**LEVEL["stream"][1], "demand": {"pattern": "constant", "units": 0.1}},
        {**LEVEL["stream"][1], "id": "more", "demand": {"pattern": "constant", "units": 0.2}},
    ]
    assert left([10, 0], [1000, 0], stream=streams, scoring={"closing_cover_days": 10.0}) == 300


def test_stock_is_worth_resale_where_that_is_less() -> None:
    """50 tubes at a cost of 4.00, resale 1.50; at a resale of 9.00 they stay at cost."""
    assert left([50, 0], [20_000, 0], item=items(resale=1.5)) == 50 * 150
    assert left([50, 0], [20_000, 0], item=items(resale=9.0)) == 20_000


def test_resale_counts_for_the_units_covered() -> None:
    assert left([100, 0], [40_000, 0], item=items(resale=1.5), scoring=COVER_4) == 92 * 150


FASHION = [
    {
        "id": "new",
        "name": "New",
        "kind": "obsolescence",
        "items": ["tube"],
        "share": 0.25,
        "at": [{"day": 1, "days": 1}],
    }
]


def out_of_fashion(times: list[int], value: int, **tube: Any) -> float:
    """Value of 50 tubes after so many ends of a fashion in each of two turns, each a quarter of what was left."""
    pen = Pen(plant(item=items(**tube), disruption=FASHION), {})
    for struck in times:
        pen.period(flows={"struck": struck}, stock=[50, 0], value=[value, 0]).turn()
    return settled(pen)


def test_what_goes_out_of_fashion_fetches_less() -> None:
    """A tube that cost 4.00 fetches 3.00 after one end of a fashion, 2.25 after two, whatever was paid for it later."""
    assert out_of_fashion([0, 0], 20_000) == 20_000
    assert out_of_fashion([1, 0], 20_000) == 50 * 300
    assert out_of_fashion([1, 1], 20_000) == out_of_fashion([0, 2], 20_000) == 50 * 225


def test_stock_written_down_further_keeps_its_lower_value() -> None:
    """50 tubes at 2.50 in the books stay at 125.00; with a resale of 2.00 they fetch 1.50."""
    assert out_of_fashion([1, 0], 12_500) == 12_500
    assert out_of_fashion([1, 0], 12_500, resale=2.0) == 50 * 150


def test_cash_after_settling() -> None:
    """1,000 cash + 300 owed by customers + 80 in process - 200 payables - 30 wages - 4 interest - 6 tax - 50 - 400."""
    opening = {
        "cash": 1000, "receivables": 300, "in_process": 80, "payables": -200, "wages_payable": -30,
        "accrued_interest": -4, "tax_payable": -6, "credit_line": -50, "loan": -400, "fixed_assets": 5000,
    }  # fmt: skip
    assert settled(Pen(plant(), opening)) == 1000 + 300 + 80 - 200 - 30 - 4 - 6 - 50 - 400


def test_the_terms_of_cash_after_settling_are_what_is_owned_and_owed() -> None:
    pen = Pen(plant(), {"cash": 1000, "payables": -200, "loan": -400})
    pen.period(stock=[10, 0], value=[4000, 0]).turn()
    terms = MEASURES["settled_cash"].parts(pen.history).terms
    assert {name: float(figure[0]) for name, figure in terms.items()} == {
        "cash": 1000, "receivables": 0, "stock": 4000, "debts": 200, "bank": 400,
    }  # fmt: skip


def test_selling_off_stock_at_cost_changes_nothing_and_dumping_it_loses() -> None:
    """10 tubes at 4.00: sold for 40.00 the figure stays, for 30.00 it falls by 10.00."""

    def after(price: int) -> float:
        pen = Pen(plant(), {"raw": 4000})
        return settled(pen.period({"sale_cash": price, "goods_raw": 4000}, stock=[0, 0], value=[0, 0]).turn())

    kept = settled(Pen(plant(), {"raw": 4000}).period(stock=[10, 0], value=[4000, 0]).turn())
    assert (after(4000), after(3000)) == (kept, kept - 1000)
