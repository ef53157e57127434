"""Figures in the texts of Two of everything? and The choice, what their boards advise, and their predictions."""

import csv
from collections import Counter
from io import StringIO

import numpy as np
import pytest

from game.coach import board
from game.level import Level
from game.run import start
from tests.levels.plans import on_board
from tests.levels.reading import said
from tests.levels.test_factory_figures import more, tried
from tests.levels.test_figures import right
from tests.levels.trials import load

MACHINES, KITCHEN = "two-of-everything", "the-choice"
BOARDS = (MACHINES, KITCHEN)


def level_of(name: str) -> Level:
    return load(name).level


def bought(name: str, part: str) -> tuple[int, float]:
    """Units of a part's buffer in the taught plan, and what they cost."""
    level = level_of(name)
    units = int(level.plan["taught"]["1"][f"{part}.buffer"])  # type: ignore[arg-type]
    return units, units * price(name, part)


def price(name: str, part: str) -> float:
    """What a unit of a part costs."""
    return next(item.offer[0].price for item in level_of(name).item if item.id == part)


def large(name: str, part: str) -> int:
    """Units of the largest buffer that the board sets."""
    return int(on_board(load(name), lambda _card, _every: "buffer")[f"{part}.buffer"])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BOARDS)
def test_the_taught_plan_follows_the_board_and_its_reasons_hold(name: str) -> None:
    run, taught = start(load(name), 1), level_of(name).plan["taught"]["1"]
    every = board.cards(run.plant, run.state.settings)
    for card in every:
        part = run.plant.items[card.item].id
        assert taught[f"{part}.board"] == board.advised(card, every), part
        assert board.holds(str(taught[f"{part}.reason"]), card, every), part
    for setting, value in on_board(load(name), board.advised).items():
        assert taught.get(setting, 0) == value, setting


@pytest.mark.parametrize("name", BOARDS)
def test_each_answer_is_advised_for_some_part(name: str) -> None:
    run = start(load(name), 1)
    every = board.cards(run.plant, run.state.settings)
    advice = Counter(board.advised(card, every) for card in every)
    assert set(advice) == set(board.CHOICES)
    assert len(every) == {MACHINES: 8, KITCHEN: 6}[name]


class TestTwoOfEverything:
    def test_what_was_found(self) -> None:
        level = level_of(MACHINES)
        formula = on_board(load(MACHINES), lambda _card, _every: "jit")
        found = {item.id: item.loop.cards for item in level.item if item.offer}
        for part, cards in found.items():
            assert cards / int(formula[f"{part}.cards"]) == pytest.approx(2, abs=0.51), part  # type: ignore[arg-type]
        assert sum(found.values()) / sum(int(formula[f"{part}.cards"]) for part in found) == pytest.approx(2, abs=0.1)  # type: ignore[arg-type]
        assert tried(MACHINES).median("do_nothing", "stock_at_cost") == pytest.approx(135_000, rel=0.01)
        said(level, "twice the cards that the formula asks for", "€ 135,000 lie in the racks")

    def test_one_rule_for_all(self) -> None:
        found = tried(MACHINES)
        assert 1 - found.median("all jit", "on_time_in_full") == pytest.approx(3 / 5, abs=0.02)
        assert found.median("all buffer", "stock_at_cost") == pytest.approx(156_000, rel=0.01)
        assert found.median("all buffer", "on_time_in_full") > 0.995
        assert np.mean(found.stars("all hybrid") == 0) == pytest.approx(0.45, abs=0.1)
        assert (found.stars("all hybrid") <= 2).all()
        said(level_of(MACHINES), "three orders of five late", "holds € 156,000", "no star on almost half of the tapes")

    def test_what_a_buffer_costs(self) -> None:
        assert bought(MACHINES, "valve") == (600, 1_800)
        assert bought(MACHINES, "pump") == (760, 5_320)
        assert (large(MACHINES, "boiler"), 140 * price(MACHINES, "boiler")) == (140, 26_600)
        assert bought(MACHINES, "controls") == (200, 17_000)
        assert large(MACHINES, "controls") * price(MACHINES, "controls") == 51_000
        said(level_of(MACHINES), "600 valves are € 1,800", "760 pumps € 5,320", "140 boilers would be € 26,600")
        said(level_of(MACHINES), "€ 17,000 for two weeks", "€ 51,000")

    def test_terms(self) -> None:
        level = level_of(MACHINES)
        valve = next(item.offer[0] for item in level.item if item.id == "valve")
        assert (valve.on_time, valve.late_by_days, valve.price, valve.lead_time_days) == (0.7, 14, 3, 9)
        assert level.stream[0].demand.extras["mean"] == 20
        weeks = {event.id: ((event.at[0].day - 1) // 7 + 1, event.at[0].days) for event in level.disruption}
        assert weeks == {"plant": (12, 25), "port": (17, 18)}
        said(
            level, "for 25 days from week 12 on", "for 18 days from week 17 on", "three times in ten the valve for € 3"
        )

    def test_insuring_what_is_dear(self) -> None:
        found = tried(MACHINES)
        assert found.median("buffers for the dear", "stock_at_cost") == pytest.approx(144_000, rel=0.01)
        assert found.median("buffers for the dear", "on_time_in_full") < 0.5
        assert found.median("buffers for the risky", "stock_at_cost") == pytest.approx(116_000, rel=0.01)
        assert np.mean(found.stars("buffers for the risky") == 0) >= 0.9
        said(level_of(MACHINES), "€ 144,000 in stock, and more than half", "all on time, € 116,000, no star")

    def test_prediction(self) -> None:
        level, found = level_of(MACHINES), tried(MACHINES)
        assert right(level.predict[0]).startswith("Valves: € 3")
        late = [1 - found.median(f"{part} by card", "on_time_in_full") for part in ("valve", "pump", "controls")]
        assert late == pytest.approx([0.47, 1 / 3, 0.1], abs=0.02)
        said(level, "almost half of the orders are late; with the pumps by card a third", "one in ten")


class TestTheChoice:
    def test_one_history_at_two_scales(self) -> None:
        level = level_of(KITCHEN)
        scales = [stream.demand.extras.get("scale", 1) for stream in level.stream]
        assert scales == [1, 6] * 4
        rows = csv.DictReader(StringIO(load(KITCHEN).data["data/restaurant.csv"]))
        assert {row["item"] for row in rows} == {stream.demand.extras["item"] for stream in level.stream}
        said(level, "six houses", "one history at two scales, one and six")

    def test_slogans(self) -> None:
        found = tried(KITCHEN)
        assert found.median("all jit", "fill_rate") == pytest.approx(0.89, abs=0.005)
        assert found.median("tempting", "stock_at_cost") == pytest.approx(23_000, rel=0.02)
        assert found.median("taught", "profit") - found.median("tempting", "profit") == pytest.approx(6_600, rel=0.02)
        assert (found.stars("all jit") <= 1).all()
        assert np.mean(found.stars("all hybrid") == 3) <= 0.2
        said(level_of(KITCHEN), "filled 89 %", "put € 23,000 into stock", "earned € 6,600 less")

    def test_what_cover_costs(self) -> None:
        daily = {"tray": 463, "squid": 29.6}
        trays, squid, shrimps = (bought(KITCHEN, part) for part in ("tray", "squid", "shrimp"))
        assert (trays[1], squid[1]) == pytest.approx((684, 1_860))
        assert (trays[0] / daily["tray"], squid[0] / daily["squid"]) == pytest.approx((12, 50), rel=0.06)
        assert large(KITCHEN, "shrimp") == 3 * shrimps[0]
        limit = level_of(KITCHEN).goal[1].bounds[2]
        assert large(KITCHEN, "shrimp") * price(KITCHEN, "shrimp") == pytest.approx(13_680) and limit < 13_680
        said(level_of(KITCHEN), "trays cost € 684", "squid € 1,860", "€ 13,680", "a third of it", "for 12 cents")

    def test_what_spoils_and_what_is_insured_in_full(self) -> None:
        found = tried(KITCHEN)
        assert more(KITCHEN, "taught", "mince buffered", "profit") == pytest.approx(5_500, rel=0.05)
        assert np.median(found.stars("mince buffered")) == 1
        dear = more(KITCHEN, "buffers for the risky", "taught", "profit")
        assert dear == pytest.approx(0, abs=0.05 * found.median("taught", "profit"))
        assert np.mean(found.stars("buffers for the risky") == 0) >= 0.9
        said(level_of(KITCHEN), "the mince alone costs € 5,500 and two stars")

    def test_half_a_buffer_for_all(self) -> None:
        assert 0.02 < np.mean(tried(KITCHEN).stars("all hybrid") == 0) < 0.2
        said(level_of(KITCHEN), "no star on about one tape in ten")

    def test_what_is_known_beforehand(self) -> None:
        events = {event.id: event for event in level_of(KITCHEN).disruption}
        assert {name for name, event in events.items() if event.warn_days} == {"prices", "rates", "slump", "festival"}
        assert events["port"].chance is not None
        assert (events["trays"].at[0].day - 1) // 7 + 1 == 10

    def test_prediction(self) -> None:
        level, found = level_of(KITCHEN), tried(KITCHEN)
        assert right(level.predict[0]).startswith("Buffers earn more, and neither")
        assert found.median("tempting", "profit") / found.median("all jit", "profit") == pytest.approx(3, abs=0.1)
        assert np.mean(found.stars("all jit") == 0) >= 0.9
        said(level, "about three times as much")
