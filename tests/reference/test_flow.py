"""Factory physics played as small factories: FL-13, 18, 20; the card formula of the hints: FL-01, 02."""

import pytest

from game.coach.formulas import CardFormula
from tests.reference.factory import SUPPLIER, bought, constant, play
from tests.reference.stock_point import Table

WHEEL = {"a": (200, 0.02, 0.5), "b": (120, 0.03, 0.75), "c": (80, 0.025, 1.0)}
"""FL-20: units a day, hours a unit, hours of setup; 15 hours a day."""


@pytest.mark.parametrize(
    ("demand", "days", "safety", "container", "cards"),
    [
        (2000, 0.4, 0.1, 200, 5),
        (200, 2, 0.05, 48, 9),
        (500, 2.5, 0, 250, 5),
        (2000, 0.1, 0.1, 22, 10),
        (8, 4, 0.1, 10, 4),
        (300, 0.12, 0.2, 25, 2),
    ],
)
def test_fl_01_02_cards(demand: float, days: float, safety: float, container: int, cards: int) -> None:
    """The fourth is 10.000000000000002 in floating point and must stay 10."""
    assert CardFormula(demand, days, safety, container).cards == cards


@pytest.mark.parametrize(("between", "repair"), [(744, 248), (114, 38)])
def test_fl_13_availability_and_effective_process_time(between: float, repair: float) -> None:
    """Hare and tortoise: A = .75, 15 minutes a unit become 20; the station runs whenever it is up."""
    content = {
        "calendar": {"turns": 12, "days_per_turn": 60, "periods_per_day": 8},
        **SUPPLIER,
        "item": [
            bought("raw", 900_000),
            {
                "id": "part",
                "name": "Part",
                "loop": {"policy": "kanban", "cards": 10_000, "container": 100},
                "make": {"station": "machine", "minutes": 15, "components": {"raw": 1}},
            },
        ],
        "station": [
            {
                "id": "machine",
                "name": "Machine",
                "minutes_per_day": 480,
                "failure_every_minutes": between,
                "repair_minutes": repair,
            }
        ],
        "stream": [constant("part", 0)],
    }  # fmt: skip
    history = play(content, 60)
    running, down = (float(history.total_flow(name).sum()) for name in ("running", "down"))
    assert running / (running + down) == pytest.approx(0.75, rel=0.01)
    assert (running + down) / 1000 / float(history.total_flow("made")[1].sum()) == pytest.approx(20, rel=0.01)


def test_fl_18_yield_chain() -> None:
    """Yields .95, .90, .98: 119.35 starts for 100 good, 5.97 + 11.34 + 2.04 of them scrapped."""
    parts = ["raw", "first", "second", "third"]
    yields = dict(zip(parts[1:], (0.95, 0.90, 0.98), strict=True))
    made = [_step(part, parts[place], 1 - yields[part]) for place, part in enumerate(parts[1:])]
    content = {
        "calendar": {"turns": 20, "days_per_turn": 50},
        **SUPPLIER,
        "item": [bought("raw", 1000), *made],
        "station": [{"id": part, "name": part} for part in parts[1:]],
        "stream": [constant("third", 100)],
    }
    history = play(content, 20, drop_turns=2)
    good = float(history.total_flow("sold")[3].mean())
    scrapped = history.total_flow("scrapped_in_process").mean(axis=1)[1:] / good * 100
    starts = float(history.total_flow("used")[0].mean()) / good * 100
    assert starts == pytest.approx(119.346, rel=0.001)
    assert scrapped.tolist() == pytest.approx([5.967299, 11.33787, 2.040816], rel=0.01)


def _step(part: str, component: str, scrap: float) -> Table:
    return {
        "id": part,
        "name": part,
        "opening_stock": 500,
        "loop": {"policy": "order_up_to", "order_up_to": 500},
        "make": {"station": part, "minutes": 0.1, "scrap": round(scrap, 6), "components": {component: 1}},
    }


@pytest.mark.parametrize(("share", "least", "most"), [(2.0, 12.0, 12.6), (1.0, 12.3, 15.0), (0.5, 14.9, 15.0)])
def test_fl_20_setups_fill_the_day_at_the_smallest_lots(share: float, least: float, most: float) -> None:
    """EPEI = 2.25 / (15 - 9.6) = .4167 days. Hours a day = sum of d * (p + s / Q).

    Lots of two EPEI need 9.6 + 2.7 = 12.3 hours; of one, 15, the whole day; of a half, 20.4, which no day has. Our
    station stays on its item while that is asked for, so its lots grow when it falls behind: hours stop at 15.
    """
    history = play(_wheel(share), keep="periods")
    worked = history.flow("running")[-1120:, 0, 0] + history.flow("setup")[-1120:, 0, 0]
    assert least <= 8 * float(worked.mean()) / 60_000 <= most


def _wheel(share: float) -> Table:
    epei = 2.25 / (15 - 9.6)
    items = []
    for name, (units, hours, setup) in WHEEL.items():
        lot = round(units * epei * share)
        items.append(
            {
                "id": name,
                "name": name,
                "opening_stock": 3 * units,
                "loop": {"policy": "order_up_to", "order_up_to": 3 * units, "container": lot},
                "make": {"station": "wheel", "minutes": hours * 60, "setup_minutes": setup * 60},
            }
        )
    return {
        "calendar": {"turns": 60, "days_per_turn": 7, "periods_per_day": 8},
        "item": items,
        "station": [{"id": "wheel", "name": "Wheel", "minutes_per_day": 900}],
        "stream": [constant(name, units) for name, (units, _, _) in WHEEL.items()],
    }
