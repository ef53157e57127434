"""INV-16: the same six cards mean three things (Palm, Erlang C, Erlang B).

Base stock orders on demand; kanban with backorders frees a card on issue only; with lost sales unfilled demand
leaves. Demand is Poisson with 0.4 per unit of time, each unit comes back after an exponential time of mean 10 on its
own. A day is an eighth of the unit of time: 0.05 units a day, a mean of 80 days.
"""

import pytest

from game.level.pack import LevelPack
from tests.reference.stock_point import Table, error, fill_rate, mean, simulate, stock_point

KANBAN = {"policy": "kanban", "cards": 6}
CASES = {
    "base stock": ({"policy": "order_up_to", "order_up_to": 6}, True, 0.785130387, {"backorders": 0.1954345815}),
    "kanban, customers wait": (
        {"policy": "kanban", "cards": 6},
        True,
        0.7152391546,
        {"stock": 2.0, "backorders": 0.5695216908},
    ),
    "kanban, sales are lost": (KANBAN, False, 0.8828375286, {"stock": 2.468649886}),
}


@pytest.mark.parametrize("name", CASES)
def test_inv_16(name: str) -> None:
    loop, waits, fill, levels = CASES[name]
    history = simulate(_six_cards(loop, waits), 400, drop_turns=6)
    assert fill_rate(history) == pytest.approx(fill, abs=0.01)
    for level, expected in levels.items():
        assert mean(history, level) == pytest.approx(expected, abs=3 * error(history, level))


def _six_cards(loop: Table, waits: bool) -> LevelPack:
    return stock_point(
        loop=loop,
        offer={"lead_time_days": {"mean": 80, "cv": 1}, "may_overtake": True},
        stream={"demand": {"pattern": "poisson", "mean": 0.05}, "waits": waits},
        item={"opening_stock": 6},
        calendar={"turns": 60, "days_per_turn": 90},
    )
