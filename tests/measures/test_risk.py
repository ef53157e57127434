"""Time to survive and to recover: DIS-12, and an outage played by hand."""

import numpy as np
import pytest

from game import run
from game.measures.risk import resilience, time_to_survive
from tests.why.test_causes import shop


def test_stock_and_pipeline_last_so_long() -> None:
    """DIS-12: 900 in stock, 300 on its way from elsewhere, 80 a day: 15 days; 18 without supply lose 240 units."""
    survive = time_to_survive(np.array([900 + 300]), 80.0)[0]
    assert survive == 15
    assert (18 - survive) * 80 == 240


def test_an_outage_survived_for_a_day() -> None:
    """Three cards, ten a day, two days away: 10 on the shelf before day 8 last one day. It lasts 4 days."""
    at = [{"day": 8, "days": 4}]
    outage = {"id": "fire", "name": "Fire", "kind": "supplier_outage", "supplier": "mill", "at": at}
    played = run.start(shop(cards=3, disruption=[outage]), 1)
    while not played.finished:
        played = run.play_turn(played)
    (found,) = resilience(played.history, played.tape)
    assert found.survive[0] == pytest.approx(1)
    assert found.lasted[0] == 4
    assert found.recover[0] == 4, "customers of a shelf do not wait"
