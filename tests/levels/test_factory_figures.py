"""Figures in the texts of the levels on setups, sources and the bottleneck, and what their predictions ask."""

from functools import cache

import numpy as np
import pytest

from game.level.pack import LevelPack
from tests.levels.plans import trials
from tests.levels.reading import said
from tests.levels.test_figures import right
from tests.levels.trials import Trials, load, play

TAPES = 20


@cache
def tried(level: str) -> Trials:
    """All plans of a level, without students."""
    pack = load(level)
    return play(pack, trials(pack), TAPES)


def more(level: str, first: str, second: str, measure: str) -> float:
    """By how much the first plan has more of a measure than the second on the same tape, as median."""
    found = tried(level)
    return float(np.median(found.values(first, measure) - found.values(second, measure)))


def flow(level: str, player: str, name: str, owner: int = 0) -> np.ndarray:
    """A flow's sum on each tape."""
    found = tried(level)
    total: np.ndarray = found.history.total_flow(name)[owner, found.columns(player)]
    return total


def paid(level: str, player: str, kind: str) -> float:
    """Median of what was posted of a kind, in units of currency."""
    found = tried(level)
    return float(np.median(found.history.total_posting(kind)[:, found.columns(player)].sum(axis=0))) / 100


class TestSmallLots:
    LEVEL = "small-lots"

    @property
    def pack(self) -> LevelPack:
        return load(self.LEVEL)

    def test_minutes_of_the_press(self) -> None:
        level = self.pack.level
        made = [item.make for item in level.item if item.make]
        daily = [stream.demand.extras["mean"] for stream in level.stream]
        run = sum(part.minutes * asked for part, asked in zip(made, daily, strict=True))
        left = level.station[0].minutes_per_day - run
        short = made[0].setup_minutes * level.project[0].effect[0].factor
        assert (sum(daily), run, left) == pytest.approx((120, 312, 168))
        assert (made[0].setup_minutes, short) == pytest.approx((240, 24))
        assert (int(left / 240), int(left / short)) == (0, 7)
        assert made[0].lot * level.item[1].loop.container == 6 * daily[0]
        said(level, "takes 312 of the press's 480 minutes", "seven of 24 minutes", "sieben zu 24 Minuten", "six days'")

    def test_prediction(self) -> None:
        assert right(self.pack.level.predict[0]).startswith("Changeovers take almost half")
        assert (self.setup("at once") > 0.4).all()
        assert (tried(self.LEVEL).values("at once", "fill_rate") < 0.9).all()
        five = 5 * self.pack.level.item[1].loop.container
        assert (five, five * 2.6) == (100, 260)
        said(self.pack.level, "100 parts: 260 minutes", "100 Teile: 260 Minuten")

    def setup(self, player: str) -> np.ndarray:
        parts = {name: flow(self.LEVEL, player, name) for name in ("setup", "running", "starved", "blocked", "idle")}
        return np.asarray(parts["setup"] / sum(parts.values()))

    def test_lots_and_cards_first(self) -> None:
        found = tried(self.LEVEL)
        assert np.median(self.setup("tempting")) == pytest.approx(0.44, abs=0.015)
        assert 1 - found.median("tempting", "fill_rate") == pytest.approx(1 / 7, abs=0.015)
        assert more(self.LEVEL, "do_nothing", "tempting", "profit") == pytest.approx(18_000, rel=0.05)
        said(self.pack.level, "spends 44 %", "one customer in seven", "verbraucht 44 %", "rund 18.000 €")

    def test_two_and_a_half_weeks(self) -> None:
        found = tried(self.LEVEL)
        for player in ("do_nothing", "project only"):
            assert found.median(player, "days_of_stock") == pytest.approx(17, abs=0.6)
        said(self.pack.level, "two and a half weeks", "zweieinhalb Wochen", "from 17 down", "(17 days, as before)")

    def test_the_project_as_its_text_says(self) -> None:
        project = self.pack.level.project[0]
        assert (project.cost, project.days, project.transition[0].factor) == (1500, 21, 0.94)
        said(self.pack.level, "€ 1,500 and three weeks", "6 % of the press time", "6 % der Pressenzeit")
        strips = next(item for item in self.pack.level.item if item.id == "coil").loop.cards
        assert int(str(self.pack.level.plan["taught"]["6"]["coil.cards"])) < strips / 2

    def test_what_the_project_brings(self) -> None:
        assert abs(more(self.LEVEL, "taught", "do_nothing", "profit")) < 150
        assert more(self.LEVEL, "taught", "do_nothing", "cash") == pytest.approx(3_800, rel=0.04)
        assert more(self.LEVEL, "do_nothing", "taught", "stock_at_cost") == pytest.approx(3_000, rel=0.04)
        assert more(self.LEVEL, "taught", "no project", "profit") == pytest.approx(2_100, rel=0.06)
        assert tried(self.LEVEL).median("no project", "days_of_stock") == pytest.approx(6.5, abs=0.2)
        said(self.pack.level, "about € 3,800 more", "€ 2,100 less profit", "rund 3.800 € mehr", "2.100 € weniger")


class TestNearOrFar:
    LEVEL = "near-or-far"

    @property
    def pack(self) -> LevelPack:
        return load(self.LEVEL)

    def test_the_price_of_half_a_year(self) -> None:
        level = self.pack.level
        near, far = level.item[0].offer
        days = level.calendar.turns * len(level.calendar.open_days)
        saved = near.price - far.price
        asked = level.stream[0].demand.extras["mean"]
        assert (saved, asked, saved * days * asked) == pytest.approx((1.40, 40, 7280))
        assert near.price - (near.steady_price or 0) == pytest.approx(0.80)
        said(level, "€ 7,280 in half a year", "7.280 € im Halbjahr", "80 cents", "80 Cent", "€ 11.20", "11,20 €")

    def test_prediction(self) -> None:
        found = tried(self.LEVEL)
        assert right(self.pack.level.predict[0]) == "Nothing."
        assert (found.values("taught", "profit") > found.values("do_nothing", "profit")).all()

    def test_freight_and_what_nearness_earns(self) -> None:
        freight = {name: self.freight(name) for name in ("do_nothing", "taught")}
        assert freight["do_nothing"] == pytest.approx(7_600, rel=0.02)
        assert freight["taught"] == pytest.approx(2_300, rel=0.03)
        assert more(self.LEVEL, "taught", "do_nothing", "profit") == pytest.approx(1_400, rel=0.15)
        said(self.pack.level, "about € 7,600", "trucks € 2,300", "about € 1,400 more", "rund 1.400 € mehr")

    def freight(self, player: str) -> float:
        found = tried(self.LEVEL)
        return float(np.median(found.history.total_posting("freight")[:, found.columns(player)].sum(axis=0))) / 100

    def test_where_the_money_is(self) -> None:
        found = tried(self.LEVEL)
        cycles = {"do_nothing": 48, "taught": 8, "big_stock": 77}
        for player, days in cycles.items():
            assert found.median(player, "cash_cycle") == pytest.approx(days, abs=1), player
        assert more(self.LEVEL, "taught", "do_nothing", "cash") == pytest.approx(21_000, rel=0.06)
        assert found.median("big_stock", "on_time_in_full") > 0.99
        assert 35 < cycles["do_nothing"] - cycles["taught"] < 42
        said(
            self.pack.level,
            "almost six weeks longer",
            "for about 48 days",
            "about 8, with about € 21,000",
            "for 77 days",
            "rund 21.000 €",
        )

    def test_the_other_ways_cost(self) -> None:
        assert 1 - tried(self.LEVEL).median("tempting", "on_time_in_full") == pytest.approx(1 / 5, abs=0.04)
        assert more(self.LEVEL, "taught", "half", "profit") == pytest.approx(5_800, rel=0.06)
        assert more(self.LEVEL, "taught", "wild", "profit") == pytest.approx(1_600, rel=0.1)
        assert (self.pack.level.disruption[0].at[0].day - 1) // 7 + 1 == 10
        said(self.pack.level, "one order in five", "about € 5,800 less", "about € 1,600", "rund 1.600 €")


class TestStopTheLine:
    LEVEL = "stop-the-line"

    @property
    def pack(self) -> LevelPack:
        return load(self.LEVEL)

    def test_minutes_of_the_mill(self) -> None:
        level = self.pack.level
        mill, made = level.station[0], level.item[1].make
        assert made is not None
        asked = level.stream[0].demand.extras["mean"]
        assert (asked, made.minutes * asked, mill.minutes_per_day) == pytest.approx((42, 365, 480), abs=0.5)
        assert (made.minutes, mill.stop_minutes, mill.maintenance_minutes) == (8.7, 3, 15)
        assert 1 / made.defects == pytest.approx(8, abs=0.4)
        assert made.minutes * asked / mill.failure_every_minutes > 1
        down = np.median(flow(self.LEVEL, "do_nothing", "down")) / 1000 / (level.calendar.turns * 5)
        assert down > 120
        said(level, "365 of its 480 minutes", "costs it another 8.7 minutes", "every eighth", "more than two hours")

    def test_prediction(self) -> None:
        bad = {name: flow(self.LEVEL, name, "scrapped", 1) for name in ("stop", "do_nothing")}
        good = {name: flow(self.LEVEL, name, "made", 1) - lost for name, lost in bad.items()}
        assert right(self.pack.level.predict[0]).startswith("More")
        assert (good["stop"] > good["do_nothing"]).all()

    def test_the_mill_as_found(self) -> None:
        found = tried(self.LEVEL)
        for player in ("do_nothing", "tempting"):
            assert found.median(player, "on_time_in_full") == pytest.approx(1 / 4, abs=0.06), player
        assert more(self.LEVEL, "do_nothing", "tempting", "profit") == pytest.approx(1_300, rel=0.12)
        said(self.pack.level, "one order in four on time", "about € 1,300", "jeden vierten Auftrag", "rund 1.300 €")

    def test_maintenance_of_assembly(self) -> None:
        assert more(self.LEVEL, "taught", "both stations", "profit") == pytest.approx(4_000, rel=0.05)
        delivered = {name: np.median(flow(self.LEVEL, name, "delivered")) for name in ("taught", "both stations")}
        assert delivered["taught"] == pytest.approx(delivered["both stations"], rel=0.002)
        said(self.pack.level, "costs about € 4,000 in twenty weeks", "rund 4.000 €")

    def test_stock_hides_bad_castings(self) -> None:
        assert np.median(flow(self.LEVEL, "do_nothing", "scrapped")) == pytest.approx(200, rel=0.08)
        assert np.median(flow(self.LEVEL, "taught", "scrapped")) == pytest.approx(50, rel=0.15)
        event = self.pack.level.disruption[0]
        assert (event.at[0].day - 1) // 7 + 1 == 9
        assert event.extras["defects"] == 0.5
        said(self.pack.level, "about 200 bad ones", "lean racks about 50", "schlanke rund 50", "every second casting")
