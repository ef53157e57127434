"""Figures in the texts of the level on growth, and the right answer of its prediction."""

import numpy as np
import pytest

from game.level.pack import LevelPack
from tests.levels.reading import said
from tests.levels.test_factory_figures import more, tried
from tests.levels.test_figures import right
from tests.levels.trials import load


class TestGrowingPains:
    LEVEL = "growing-pains"

    @property
    def pack(self) -> LevelPack:
        return load(self.LEVEL)

    def test_what_a_contract_ties_up(self) -> None:
        coffee = self.pack.level.item[0].offer[0]
        tied = {}
        for stream in self.pack.level.stream:
            if stream.closed:
                days = stream.payment_days - coffee.payment_days
                tied[stream.id] = (
                    stream.demand.extras["mean"],
                    days,
                    stream.demand.extras["mean"] * coffee.price * days,
                )
                assert stream.price - coffee.price == pytest.approx(3.50)
        assert tied == {"offices": (30, 40, pytest.approx(9_600)), "hotels": (30, 50, pytest.approx(12_000))}
        said(self.pack.level, "40 days of it are your money: € 9,600", "it is € 12,000", "9.600 €", "12.000 €")

    def test_money_on_the_shelves(self) -> None:
        found = tried(self.LEVEL)
        assert found.history.opening("value").sum(axis=0)[0] == 500 * 800 + 500 * 500
        full, lean = (found.median(player, "stock_at_cost") for player in ("do_nothing", "shelves only"))
        assert full == pytest.approx(6_600, rel=0.02)
        assert full / lean == pytest.approx(4, abs=0.3)
        assert full - lean == pytest.approx(5_000, rel=0.03)
        said(self.pack.level, "Your shelves held € 6,600, four times", "About € 5,000 of it", "rund 5.000 €")

    def test_prediction(self) -> None:
        found = tried(self.LEVEL)
        assert "within eight weeks" in right(self.pack.level.predict[0])
        stopped = found.columns("tempting")
        assert found.history.closing("insolvent", 7)[0, stopped].all()
        by_week = [found.history.closing("insolvent", week)[0, stopped].mean() for week in range(6)]
        assert by_week[3] == 0
        assert by_week[5] == 1
        assert all((found.values("tempting", "profit", turns=slice(week, week + 1)) > 0).all() for week in range(5))
        offices = next(stream for stream in self.pack.level.stream if stream.id == "offices")
        begins = self.pack.level.project[0].days
        assert (begins + offices.payment_days) // 7 + 1 == 9
        said(self.pack.level, "cost € 480", "comes in the ninth", "in week 5 or 6", "in der neunten")

    def test_what_each_way_earns(self) -> None:
        found = tried(self.LEVEL)
        earned = {"do_nothing": 6_100, "shelves only": 9_200, "offices only": 28_600, "taught": 37_300}
        for player, profit in earned.items():
            assert found.median(player, "profit") == pytest.approx(profit, rel=0.02), player
        assert list(self.pack.level.plan["taught"]) == ["1", "3", "15"]
        said(self.pack.level, "about € 6,100", "about € 9,200", "€ 28,600", "€ 37,300", "37.300 €")

    def test_the_second_signature(self) -> None:
        found = tried(self.LEVEL)
        assert np.mean(found.stars("too early") == 0) > 0.9
        assert np.mean(found.stars("in week 12") == 3) > 0.9
        said(self.pack.level, "Signing the second in week 9", "from week 12 on it holds", "ab Woche 12 hält es")

    def test_room_and_van(self) -> None:
        room, _ = self.pack.level.lease
        van = self.pack.level.project[1].effect[1].add
        assert (room.cost, van) == (90, 160)
        assert room.cost > van / 2
        assert more(self.LEVEL, "shelves only", "do_nothing", "profit") > 20 * room.cost
        said(self.pack.level, "more than half of it", "€ 160 a week", "160 € in der Woche", "90 € in der Woche")

    def test_the_lever_of_fixed_costs(self) -> None:
        found = tried(self.LEVEL)
        leverage = {
            player: found.median(player, "operating_leverage") for player in ("do_nothing", "shelves only", "taught")
        }
        assert list(leverage.values()) == pytest.approx([3.6, 2.4, 1.4], abs=0.05)
        said(self.pack.level, "by 3.6 %, without the second room by 2.4 %, with both contracts by 1.4 %")
        said(self.pack.level, "um 3,6 %. Ohne den zweiten Raum sind es 2,4 %, mit beiden Verträgen 1,4 %")
