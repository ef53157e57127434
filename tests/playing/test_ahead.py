"""The look ahead as it is told: who may see it, what is drawn of a thing, and a change beside the settings in force."""

import pytest

from game.coach.ahead import Ahead, Band, Compared
from game.coach.figures import Interval
from game.message import render
from game.playing.library import Library
from game.playing.views import Fan
from tests.playing.small import begun

SURE = Interval(0.0, 0.0, 0.0)


def futures(dry: float, cash: float, cost: float) -> Ahead:
    """Days 8 and 9, tubes between 10 and 30 around 20, the same for all else."""
    names = ("tube", "frame")
    band = Band((10, 10), (20, 20), (30, 30))
    return Ahead(
        futures=64,
        days=(7, 8),
        stock=dict.fromkeys(names, band),
        cash=Band((cash, cash), (cash, cash), (cash, cash)),
        service=Band((0.8,), (0.9,), (1.0,)),
        dry={"tube": Interval(dry, 0, 1), "frame": SURE},
        insolvent=SURE,
        holding=Interval(cost, cost, cost),
    )


def test_it_opens_with_a_prediction_and_closes_with_the_run(shelf: Library) -> None:
    playing = begun(shelf)
    assert not playing.shows_ahead
    playing.predict(1)
    assert playing.shows_ahead
    while not playing.finished:
        playing.run_turn()
    assert not playing.shows_ahead
    assert playing.number is not None
    assert not shelf.replay(playing.number).shows_ahead, "what came is known"


def test_an_item_shows_its_stock_and_how_often_it_runs_dry(shelf: Library) -> None:
    playing = begun(shelf)
    playing.run_turn()
    same = futures(0.31, 500.0, 250.0)
    view = playing.ahead(Compared(same, same), "item", "tube")
    assert (view.kind, view.futures, view.fan, view.ghost) == ("units", 64, Fan((10, 10), (20, 20), (30, 30)), None)
    assert [render(step) for step in view.steps] == ["Monday, day 8", "Tuesday, day 9"], "the level begins on a Monday"
    assert len(view.past) == 8, "the opening and seven days"
    assert view.past[-1] == float(playing.run.state.stock[0, 0])
    assert [(render(one.words), one.mood, one.changed) for one in view.chances] == [
        ("Runs dry in 31 % of futures", "bad", None),
        ("Keeping stock: \u20ac\u00a02.50 in 2 days", None, None),
    ]


def test_a_change_is_told_beside_what_is_in_force(shelf: Library) -> None:
    now, planned = futures(0.31, 500.0, 250.0), futures(0.09, 400.0, 300.0)
    view = begun(shelf).ahead(Compared(now, planned), "item", "tube")
    assert view.ghost == view.fan, "both were given the same stock"
    dry = view.chances[0]
    assert (dry.mood, dry.changed_mood) == ("bad", "warn")
    assert dry.changed is not None
    assert render(dry.changed).replace("\u00a0", " ") == "changed: 9 %"


@pytest.mark.parametrize(
    ("thing", "kind", "title"),
    [
        (("supplier", "near"), "units", "ahead.stock"),
        (("station", "shop"), "units", "ahead.stock"),
        (("goal", "cash"), "money", "ahead.cash"),
        (("goal", "fill_rate"), "percent", "ahead.service"),
    ],
)
def test_each_thing_has_its_futures(shelf: Library, thing: tuple[str, str], kind: str, title: str) -> None:
    same = futures(0.0, -1_000.0, 0.0)
    view = begun(shelf).ahead(Compared(same, same), *thing)
    assert (view.kind, view.title.key) == (kind, title)
    if kind == "money":
        assert view.floor == -200_000.0, "a credit of 2,000"
        assert render(view.chances[0].words) == "Insolvent in none of the futures"


def test_what_is_made_to_order_cannot_run_dry(shelf: Library) -> None:
    playing = begun(shelf)
    for planned in (False, True):
        changed = Compared(futures(1.0, 500.0, 0.0), futures(0.2, 500.0, 0.0))
        if planned:
            playing.run_turn()
        else:
            playing.decide("policy", "tube", "order_up_to")
            playing.decide("order_up_to", "tube", 0)
        dry = playing.ahead(changed, "item", "tube").chances[0]
        words, other = ("ahead.to_order", None) if planned else ("ahead.dry", "bad")
        assert (dry.words.key, dry.mood) == (words, other)
        assert dry.changed is not None
        assert (dry.changed.key, dry.changed_mood) == ("ahead.change_to_order", None)
