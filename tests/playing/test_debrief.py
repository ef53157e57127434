"""What the debrief says of the coach's answers: sums, bars, sentences, shocks, by hand."""

import numpy as np
import pytest

from game.archive import Archive
from game.coach.batch import Outcome
from game.coach.bridge import bridge
from game.coach.fortune import Fortune, told
from game.coach.helped import Change, Helped
from game.coach.policies import for_level, play
from game.coach.standing import Spot as Found
from game.coach.standing import Stand
from game.jobs import Pool
from game.levers import Decision
from game.message import Money, Percent, render
from game.playing.coaching import Coach
from game.playing.debrief import Debrief
from game.playing.debrief.changes import best
from game.playing.debrief.luck import bins, luck_view, verdict
from game.playing.debrief.plans import stand_view
from game.playing.report.layout import beside
from game.playing.scene import Scene
from game.playing.session import Session
from game.run import Run, play_turn, start
from tests.playing.small import pack


def debrief(run: Run) -> Debrief:
    return Debrief(Scene(run, run.state.settings))


def poor_run() -> Run:
    """One card for the tubes from the second week on."""
    run = start(pack(), 5)
    while not run.finished:
        run = play_turn(run, [Decision("cards", "tube", 1)] if run.turn == 1 else [])
    return run


def spot(stock: float, served: float, profit: int = 0, stars: int = 0) -> Found:
    return Found(stock, served, profit, stars, 0.0)


def test_the_money_adds_up_to_the_cent_and_names_its_owners() -> None:
    run = poor_run()
    taught = play(pack(), 5, for_level(pack())["do_nothing"])
    view = debrief(run).money("do_nothing", bridge(taught, run))
    assert view.levels[0] == view.start
    assert view.levels[-1] == view.end
    assert all(step.amount == sum(line.amount for line in step.lines) for step in view.steps)
    assert all(line.amount == sum(line.by_turn) for step in view.steps for line in step.lines)
    assert {line.owner for step in view.steps for line in step.lines} <= {
        "",
        "Dealers",
        "Frames",
        "Tubes",
        "Tubes, Near",
    }


def test_the_frontier_holds_those_that_none_beats() -> None:
    """(100, 90 %) and (200, 95 %) hold it; (150, 90 %) has more stock and serves no better, (300, 95 %) likewise."""
    stands = [Stand(name, one, ()) for name, one in
              (("a", spot(100, 0.9)), ("b", spot(150, 0.9)), ("c", spot(300, 0.95)))]  # fmt: skip
    view = stand_view(spot(200, 0.95, 5, 1), stands, "EUR")
    assert [(one.stock, one.served) for one in view.frontier] == [(100, 0.9), (200, 0.95)]


def test_who_did_better_is_told_by_stars_then_profit() -> None:
    stands = [Stand(name, one, ()) for name, one in
              (("a", spot(1, 1, 900, 1)), ("b", spot(1, 1, 100, 2)), ("c", spot(1, 1, 500, 2)))]  # fmt: skip
    view = stand_view(spot(1, 1, 300, 2), stands, "EUR")
    assert view.words[0].values == {"beaten": 2, "plans": 3}
    assert (view.words[1].values["stars"], view.words[1].values["money"]) == (2, Money(500))


def test_without_demand_a_run_has_no_place() -> None:
    view = stand_view(spot(1, float("nan")), [], "EUR")
    assert view.you.served is None
    assert view.frontier == ()
    assert view.words == ()


def test_bars_hold_every_future_and_the_run() -> None:
    """Eleven values from 0 to 10 in five steps of 2.4 (this run is 12): 0-2, 3-4, 5-7, 8-9 and 10."""
    found = bins(np.arange(11.0), 12.0, 5)
    assert [one.count for one in found] == [3, 2, 3, 2, 1]
    assert [one.here for one in found] == [False, False, False, False, True]
    assert (found[0].low, found[-1].high) == (0.0, 12.0)


def test_equal_futures_are_one_bar() -> None:
    (only,) = bins(np.full(7, 50.0), 50.0)
    assert (only.low, only.high, only.count, only.here) == (49.5, 50.5, 7, True)


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (0.0, "unlucky"),
        (0.1, "below"),
        (0.35, "usual"),
        (0.64, "usual"),
        (0.65, "above"),
        (0.9, "lucky"),
        (1.0, "lucky"),
    ],
)
def test_verdicts(place: float, word: str) -> None:
    assert verdict(place) == word


def test_a_name_finds_a_place_where_the_order_of_stock_leaves_it_without() -> None:
    """In order the name at (131, 72) takes the only place left for that at (147, 20): above itself, 0.3 too high.

    The seventh is wider than any gap; nothing lies on anything else.
    """
    points = [
        (136.4, 85.9, 8.0, 25.0), (101.5, 164.6, 6.0, 52.0), (131.3, 71.7, 6.0, 86.0), (136.4, 85.9, 6.0, 95.0),
        (147.2, 20.0, 6.0, 79.0), (236.8, 20.3, 6.0, 44.0), (205.5, 31.0, 6.0, 280.0), (342.5, 20.0, 6.0, 73.0),
    ]  # fmt: skip
    boxes = beside(points, (78.0, 0.0, 296.0, 182.0))
    assert [box is None for box in boxes] == [False] * 6 + [True, False]
    placed = [box for box in boxes if box is not None]
    for place, one in enumerate(placed):
        for other in placed[:place]:
            apart = one[0] >= other[0] + other[2] or other[0] >= one[0] + one[2]
            assert apart or one[1] >= other[1] + other[3] or other[1] >= one[1] + one[3]


def fortune(scores: list[float], profits: list[int]) -> Fortune:
    count = len(scores)
    found = Outcome(np.zeros(count, int), np.array(scores), np.zeros((0, count)), np.array(profits),
                    np.zeros(count, int), np.array([False] * (count - 1) + [True]))  # fmt: skip
    return told(poor_run(), found)


def test_luck_looks_at_profit_where_all_score_the_same() -> None:
    assert luck_view(fortune([10.0, 20.0, 30.0], [1, 2, 3]), "EUR").kind == "number"
    view = luck_view(fortune([10.0, 10.0, 10.0], [100, 200, 300]), "EUR")
    assert view.kind == "money"
    assert view.worth.middle == 200.0
    assert view.words[-1].key == "debrief.luck.bound"
    assert view.words[-2].values == {"share": Percent(1 / 3, 0)}


def test_where_all_futures_end_like_the_run_luck_is_denied() -> None:
    """A plant in which nothing is drawn: neither good luck nor bad."""
    here = fortune([0.0] * 3, [1, 2, 3]).profit_here
    assert [one.key for one in luck_view(fortune([0.0] * 3, [here] * 3), "EUR").words] == ["debrief.luck.none"]
    assert luck_view(fortune([0.0] * 3, [here + 1, here, here]), "EUR").words[0].key != "debrief.luck.none"


def change(key: str, turn: int, profit: int, stars: int) -> Change:
    target, _, lever = key.rpartition(".")
    return Change(turn, Decision(lever, target, 3), profit, stars, 1.0, ())


def test_stars_come_first_each_lever_once() -> None:
    found = Helped(
        by_profit=(change("a.cards", 0, 900, 0), change("b.cards", 1, 800, 0), change("c.cards", 1, 700, -1)),
        by_stars=(change("b.cards", 2, 500, 1), change("d.cards", 3, 10, 0)),
        calls=(), mistakes=(), tried=5,
    )  # fmt: skip
    assert [(one.decision.target, one.turn) for one in best(found)] == [("b", 2), ("a", 0), ("d", 3)]


def test_changes_are_told_against_what_was_set() -> None:
    run = poor_run()
    view = debrief(run).helped(
        (Helped((change("tube.cards", 2, 900, 0),), (), (change("tube.cards", 1, 5, 0),), (), 9), ())
    )
    assert render(view.changes[0].what) == "Tubes: Cards 3 instead of 1"
    assert render(view.calls[0].what) == "Tubes: Cards 10 \u2192 3"
    assert render(view.changes[0].what, "de") == "Tubes: Karten 3 statt 1"


def test_the_road_closes_for_three_days_and_nobody_waits() -> None:
    """Days 9 to 11; the tubes last: on day 8 there are 100 + 20 behind the fence at most, 20 a day are used."""
    run = play(pack(), 5, for_level(pack())["do_nothing"])
    (view,) = debrief(run).shocks()
    assert (view.name, view.item, view.begins, view.ends, view.lasted) == ("Road works", "Tubes", 8.0, 11.0, 3.0)
    assert view.first == 0
    stock = run.history.level("stock")[:, 0, 0].tolist()
    assert list(view.stock) == stock[: len(view.stock)]
    assert len(view.stock) == len(view.served)
    assert view.recover == 3.0
    assert [render(one) for one in view.words[1:]] == [
        "The shock lasted 3 days.", "After 3 days nobody waited any more.",
    ]  # fmt: skip


def test_everything_at_once_for_a_report() -> None:
    session = Session(poor_run(), Archive(None))
    shares: list[float] = []
    found = Coach(Pool(0)).everything(session, shares.append)
    assert found.stand
    assert found.money
    assert found.luck
    assert found.helped
    assert found.stand.you.profit == found.money.end
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
