"""Every figure in the texts of the shipped levels, and the right answers of their predictions, tried on tapes."""

import csv
import datetime
from functools import cache
from io import StringIO
from statistics import mean
from typing import Any

import numpy as np
import pytest

from game.level import Prediction, in_language
from game.level.pack import LevelPack
from game.measures import daily_demand
from game.plant.build import build
from tests.levels.plans import cards, lean
from tests.levels.reading import said
from tests.levels.trials import Trials, load, play

TAPES = 20


def right(asked: Prediction) -> str:
    return next(in_language(choice.text).replace("\u00a0", " ") for choice in asked.choices if choice.right)


@cache
def first_cards() -> Trials:
    pack = load("first-cards")
    plans = {
        "do_nothing": {},
        "eight": {"1": cards(tube=8)},
        "best": {"1": cards(tube=6, frame=4)},
        "three": {"1": cards(tube=3, frame=10)},
    }
    return play(pack, plans, TAPES)


class TestFirstCards:
    @property
    def pack(self) -> LevelPack:
        return load("first-cards")

    @pytest.fixture
    def trials(self) -> Trials:
        return first_cards()

    def test_prediction(self, trials: Trials) -> None:
        assert right(self.pack.level.predict[0]).startswith("Nothing")
        assert (trials.values("do_nothing", "fill_rate") - trials.values("eight", "fill_rate") < 0.002).all()

    def test_four_containers_in_two_days(self) -> None:
        a_working_day = daily_demand(build(self.pack))[0] * 7 / 5
        lead = self.pack.level.item[0].offer[0].lead_time_days
        assert a_working_day == pytest.approx(80, abs=1)
        assert a_working_day * lead / self.pack.level.item[0].loop.container == pytest.approx(4, abs=0.1)  # type: ignore[operator]
        said(self.pack.level, "80 tubes a day", "80 Rohre am Tag", "160, four containers", "160, vier Behälter")

    def test_more_than_three_thousand_at_the_start(self, trials: Trials) -> None:
        opening = trials.history.opening("value").sum(axis=0)[0] / 100
        assert 3000 < opening < 3500
        said(self.pack.level, "more than € 3,000", "mehr als 3.000 €")

    def test_stock_with_few_and_with_many_cards(self, trials: Trials) -> None:
        assert trials.median("do_nothing", "stock_at_cost") == pytest.approx(2700, rel=0.03)
        assert trials.median("best", "stock_at_cost") == pytest.approx(800, rel=0.05)
        assert trials.median("best", "fill_rate") > 0.99
        said(self.pack.level, "about € 800 in stock instead of € 2,700", "rund 800 € im Bestand statt 2.700 €")

    def test_three_tube_cards_starve_the_line(self, trials: Trials) -> None:
        assert 1 - trials.median("three", "fill_rate") == pytest.approx(1 / 6, abs=0.035)
        said(self.pack.level, "one frame in six", "jeder sechste Rahmen")


@cache
def corner_bakery() -> Trials:
    pack = load("corner-bakery")
    best = cards(rolls=4, rye=6, croissants=4, buns=5)
    plans = {
        "do_nothing": {},
        "five rolls": {"1": cards(rolls=5)},
        "best": {"1": best},
        "less": {"1": {**best, "croissants.cards": 3}},
        "more": {"1": {**best, "croissants.cards": 6}},
        "half far": {"1": {**best, "rye.cards": 12, "rye.shares": {"mill-lane": 50, "plain-and-far": 50}}},
        "all far": {"1": {**best, "rye.cards": 12, "rye.shares": {"mill-lane": 0, "plain-and-far": 100}}},
    }
    plans |= {
        f"{item} {number}": {"1": {**best, f"{item}.cards": number}}
        for item, spread in (("rolls", (3, 6)), ("rye", (3, 9)), ("buns", (3, 8)))
        for number in spread
    }
    return play(pack, plans, 2 * TAPES)


class TestCornerBakery:
    @property
    def pack(self) -> LevelPack:
        return load("corner-bakery")

    @pytest.fixture
    def trials(self) -> Trials:
        return corner_bakery()

    def test_prediction(self, trials: Trials) -> None:
        roll = self.pack.level.stream[0]
        margin = roll.price - self.pack.level.item[0].offer[0].price + roll.lost_sale_cost
        lost = self.more(trials, "lost_sales") * margin
        saved = trials.total("do_nothing", "spoilage_raw", "rolls") - trials.total(
            "five rolls", "spoilage_raw", "rolls"
        )
        assert right(self.pack.level.predict[0]).startswith("The saving")
        assert (saved > 5 * lost).all()

    def more(self, trials: Trials, measure: str) -> np.ndarray:
        return trials.values("five rolls", measure, "rolls") - trials.values("do_nothing", measure, "rolls")

    def test_rolls_missing_and_rolls_thrown_away(self, trials: Trials) -> None:
        assert np.median(self.more(trials, "lost_sales")) == pytest.approx(100, rel=0.2)
        expired = trials.history.total_flow("expired")[0]
        fewer = expired[trials.columns("do_nothing")] - expired[trials.columns("five rolls")]
        assert np.median(fewer) == pytest.approx(5000, rel=0.05)
        said(
            self.pack.level, "about 100 rolls more", "about 5,000 fewer", "rund 100 Brötchen mehr", "rund 5.000 weniger"
        )

    def test_each_item_has_a_best_number_between(self, trials: Trials) -> None:
        best = trials.median("best", "profit")
        others = [player for player in trials.players if player not in ("best", "do_nothing", "five rolls")]
        assert all(trials.median(player, "profit") < best for player in others)

    def test_one_tray_less_and_two_more(self, trials: Trials) -> None:
        best = trials.values("best", "profit")
        assert np.median(best - trials.values("less", "profit")) == pytest.approx(450, rel=0.15)
        assert np.median(best - trials.values("more", "profit")) == pytest.approx(550, rel=0.15)
        said(self.pack.level, "costs about € 450", "cost about € 550", "rund 450 €", "rund 550 €")

    def test_what_a_roll_too_many_and_one_too_few_cost(self) -> None:
        roll, price = self.pack.level.stream[0], self.pack.level.item[0].offer[0].price
        assert (price, round(roll.price - price, 2), roll.lost_sale_cost) == (0.31, 0.44, 0.20)
        twice = (0.44 + 0.20) / 0.31
        assert twice == pytest.approx(2, abs=0.1)
        said(self.pack.level, "31 cents", "44 cents", "20 cents", "twice as often", "31 Cent", "44 Cent", "20 Cent")

    def test_fridays_and_sundays(self) -> None:
        sold: dict[int, list[float]] = {day: [] for day in range(7)}
        for row in csv.DictReader(StringIO(self.pack.data["data/bakery.csv"])):
            if row["item"] == "rolls":
                sold[datetime.date.fromisoformat(row["date"]).weekday()].append(float(row["units"]))
        average = {day: mean(units) for day, units in sold.items()}
        assert min(average[4], average[6]) > 100
        assert mean(average[day] for day in (0, 1, 2, 3, 5)) == pytest.approx(65, abs=1.5)
        said(self.pack.level, "more than 100 rolls", "about 65", "mehr als 100 Brötchen", "um die 65")

    def test_the_far_baker_asks_a_quarter_less_and_comes_twice_a_week(self) -> None:
        near, far = self.pack.level.item[1].offer
        assert far.price == pytest.approx(0.75 * near.price)
        assert far.departures.weekdays == ("mon", "thu")
        assert far.lead_time_days == 1
        said(self.pack.level, "Tuesdays and Fridays", "dienstags und freitags")

    def test_the_far_baker_saves_nothing(self, trials: Trials) -> None:
        best = trials.values("best", "profit")
        assert np.median(best - trials.values("half far", "profit")) > 0
        assert np.median(best - trials.values("all far", "profit")) > 500
        said(self.pack.level, "the far baker saves nothing", "spart auch der ferne Bäcker nichts")


@cache
def pedal_and_sons() -> Trials:
    pack = load("pedal-and-sons")
    stock_alone = {"1": {**lean(pack), "gears.buffer": 240}}
    plans = {"do_nothing": {}, **pack.level.plan, "stock alone": stock_alone}
    return play(pack, plans, 2 * TAPES)


class TestPedalAndSons:
    @property
    def pack(self) -> LevelPack:
        return load("pedal-and-sons")

    @pytest.fixture
    def trials(self) -> Trials:
        return pedal_and_sons()

    def test_prediction(self) -> None:
        bought = {item.id: item for item in self.pack.level.item if item.offer}
        days = {name: max(build_days(offer.lead_time_days) for offer in item.offer) for name, item in bought.items()}
        assert right(self.pack.level.predict[0]) == "Gear sets"
        assert max(days, key=days.__getitem__) == "gears"
        made = {item.id: item.make.components for item in self.pack.level.item if item.make}
        for bike in ("city-bike", "cargo-bike"):
            frame = next(part for part in made[bike] if part.endswith("frame"))
            assert {"gears", "wheels"} <= set(made[bike])
            assert "tube" in made[frame]

    def test_seventeen_sets_a_day_of_which_ostrava_builds_fourteen(self) -> None:
        streams = {stream.id: stream.demand.extras["mean"] for stream in self.pack.level.stream}
        near, far = offers(self.pack)
        assert (streams["dealers"], streams["couriers"]) == (12, 5)
        assert near.capacity_per_day == 14
        assert round(near.price - far.price, 2) == 6.50
        assert (far.departures.every_days, far.share) == (28, 80)
        said(
            self.pack.level,
            "14 a day for you, not the 17",
            "€ 6.50",
            "a ship every four weeks",
            "alle vier Wochen ein Schiff",
        )

    def test_the_racks_as_found(self, trials: Trials) -> None:
        assert 1 - trials.median("do_nothing", "on_time_in_full") == pytest.approx(1 / 12, abs=0.015)
        assert trials.median("do_nothing", "stock_at_cost") == pytest.approx(20_000, rel=0.05)
        said(self.pack.level, "€ 20,000 in them", "one order in twelve", "20.000 € Inhalt", "jeden zwölften Auftrag")

    def test_what_it_takes_without_and_with_the_near_source(self, trials: Trials) -> None:
        assert trials.median("stock alone", "on_time_in_full") > 0.98
        assert trials.median("stock alone", "stock_at_cost") == pytest.approx(19_000, rel=0.05)
        assert trials.median("taught", "stock_at_cost") == pytest.approx(12_000, rel=0.05)
        said(self.pack.level, "about € 19,000", "with € 12,000", "rund 19.000 €", "Mit 12.000 €")

    def test_the_near_share_costs_and_the_far_plan_costs_more(self, trials: Trials) -> None:
        taught = trials.values("taught", "profit")
        assert np.median(trials.values("stock alone", "profit") - taught) == pytest.approx(10_000, rel=0.15)
        assert np.median(taught - trials.values("tempting", "profit")) == pytest.approx(14_000, rel=0.2)
        said(self.pack.level, "about € 10,000 of profit", "€ 14,000 behind", "rund 10.000 € Gewinn", "14.000 € hinter")

    def test_the_far_plan_looks_best_until_the_port_closes(self, trials: Trials) -> None:
        before = slice(0, 8)
        port = next(event for event in self.pack.level.disruption if event.id == "port")
        assert (port.at[0].day - 1) // 7 + 1 == 8
        for other in ("do_nothing", "taught"):
            assert trials.median("tempting", "profit", turns=before) > trials.median(other, "profit", turns=before)
            assert trials.median("tempting", "cash", turns=before) > trials.median(other, "cash", turns=before)
        assert trials.median("tempting", "on_time_in_full", turns=before) > 0.99
        for week in range(11, 20):
            assert trials.median("tempting", "on_time_in_full", turns=slice(week - 1, week)) < 0.5, week
        assert trials.median("tempting", "on_time_in_full") == pytest.approx(0.5, abs=0.08)
        said(self.pack.level, "From week 11 the plant starves", "ab Woche 11 fehlen dem Werk die Schaltungen")


def offers(pack: LevelPack) -> tuple[Any, Any]:
    near, far = next(item for item in pack.level.item if item.id == "gears").offer
    return near, far


def build_days(lead: Any) -> float:
    return float(getattr(lead, "mean", lead))
