"""The floor, the inspector and the charts against the state and the books of the small level."""

import pytest

from game.kinds import POSTINGS
from game.level import Goal
from game.levers import Decision
from game.message import Money
from game.playing.charts import charts
from game.playing.floor_items import mood
from game.playing.inspector import inspect
from game.playing.losses import largest_loss
from game.playing.plant_view import plant_view
from game.playing.scene import Scene
from game.playing.scoreboard import measures_shown, scoreboard
from game.playing.timeline import timeline
from game.run import play_turn, start
from tests.playing.small import pack


def scene(turns: int, *first: Decision) -> Scene:
    run = start(pack(), 1)
    for turn in range(turns):
        run = play_turn(run, first if turn == 0 else ())
    return Scene(run, run.state.settings)


def test_the_floor_as_the_level_opens() -> None:
    found = plant_view(scene(0))
    tube, frame = found.items
    assert (tube.on_hand, tube.buffer, tube.buffer_target, tube.cards, tube.container) == (100, 20, 20, 10, 10)
    assert (tube.full, tube.places, tube.target, tube.cover, tube.column) == (10, 10, 100, 1.0, "inbound")
    assert (frame.full, frame.places, frame.target, frame.cover, frame.column) == (2, 4, 40, 0.5, "finished")
    assert [(s.id, s.lead_days, s.share, s.mood) for s in found.suppliers] == [
        ("near", 2, 100, "good"),
        ("far", 5, 0, "good"),
    ]
    assert [(s.state, s.split) for s in found.stations] == [("idle", {})]
    assert found.trucks == ()
    assert found.streams[0].note is None


def test_arrows_carry_what_flowed_and_what_is_asked_for() -> None:
    """In the last week ten frames a day were sold; each took two tubes."""
    found = {(link.kind, link.source[1], link.target[1]): link for link in plant_view(scene(4)).links}
    assert set(found) == {
        ("supply", "near", "tube"),
        ("supply", "far", "tube"),
        ("use", "tube", "shop"),
        ("make", "shop", "frame"),
        ("sell", "frame", "dealers"),
    }
    now = scene(4)
    made = int(now.seen.total("made")[1])
    assert found["use", "tube", "shop"].units == 2 * int(now.seen.total("begun")[2])
    assert found["make", "shop", "frame"].units == made
    assert found["sell", "frame", "dealers"].units == int(now.seen.total("delivered")[0])
    asked = int(now.state.authorised[1, 0] + now.state.signals[2, :, 0].sum())
    assert found["make", "shop", "frame"].signals == -(-asked // 10)


def test_time_of_a_station_splits_into_shares_of_one() -> None:
    station = plant_view(scene(2, Decision("cards", "tube", 3))).stations[0]
    assert sum(station.split.values()) == pytest.approx(1)
    assert station.split["starved"] > 0.5
    assert station.state in ("running", "starved")


def test_red_is_said_before_the_stock_is_gone() -> None:
    """Twenty tubes a day: less than half a day's is red, less than a day's is amber."""
    found = scene(0)
    for units, colour in ((9, "bad"), (15, "warn"), (20, "good")):
        found.state.stock[0] = units + 20
        assert mood(found, 0) == colour
    found.state.stock[0] = 100
    found.state.buffer[0] = 6
    assert mood(found, 0) == "bad"


def test_the_postings_behind_cash_add_up_to_its_change() -> None:
    now = scene(4)
    table = next(section for section in inspect(now, "goal", "cash").sections if section.name == "postings").table
    total = sum(row[2].minor for row in table if isinstance(row[2], Money))
    assert total == int(now.history.closing("cash")[0, 0]) - 500_000
    assert len(table) < len(POSTINGS)


def test_the_inspector_of_each_thing() -> None:
    now = scene(1)
    for kind, target in (("item", "tube"), ("supplier", "near"), ("station", "shop"), ("stream", "dealers")):
        found = inspect(now, kind, target)
        assert found.thing == (kind, target)
        assert found.sections
    with pytest.raises(KeyError):
        inspect(now, "item", "nothing")
    punctual = next(f for s in inspect(now, "supplier", "near").sections for f in s.facts if f.name == "punctual")
    assert punctual.value.values == {"left": 4, "target": 4}, "tubes go from period 1 on, trucks of 1 to 4 came by 6"


def test_tiles_show_the_goals_and_what_every_firm_looks_at() -> None:
    goals = pack().level.goal
    assert [name for name, _ in measures_shown(goals, "factory")] == [
        "cash", "fill_rate", "on_time_in_full", "stock_at_cost"
    ]  # fmt: skip
    board = scoreboard(scene(2))
    fill = next(tile for tile in board.tiles if tile.figure.measure == "fill_rate")
    assert fill.goal is not None
    assert fill.goal.figure == fill.figure
    assert len(fill.trend) == 2
    cash = board.tiles[0]
    assert cash.change == cash.trend[1] - cash.trend[0]
    assert board.cycle.total == pytest.approx(board.cycle.stock + board.cycle.customers - board.cycle.suppliers)


def test_cash_is_shown_beside_four_goals_of_other_kinds() -> None:
    names = ("on_time_in_full", "cash_cycle", "profit", "gross_margin")
    goals = tuple(Goal(measure=name, fail=0.0, bounds=(1.0, 2.0, 3.0)) for name in names)
    shown = [name for name, _ in measures_shown(goals, "factory")]
    assert shown[0] == "cash"
    assert set(shown) == {"cash", *names}


def test_a_goal_in_days_of_stock_stands_under_days_of_stock() -> None:
    goal = Goal(measure="days_of_stock", fail=16.0, bounds=(9.0, 7.0, 6.0))
    shown = [name for name, _ in measures_shown((goal,), "factory")]
    assert shown == ["cash", "fill_rate", "on_time_in_full", "days_of_stock"]


def test_charts_and_timeline_count_what_was_sold() -> None:
    now = scene(4)
    stock = next(chart for chart in charts(now) if chart.name == "stock")
    assert [series.values[-1] for series in stock.series] == [float(x) for x in now.history.closing("stock")[:, 0]]
    delivered = now.history.flow("delivered")[:28, 0, 0].reshape(4, 7).sum(axis=1)
    assert timeline(now).sold == tuple(delivered)


def test_the_largest_loss_is_named() -> None:
    assert largest_loss(scene(4, Decision("cards", "tube", 20))) is None
    found = largest_loss(scene(4, Decision("cards", "tube", 2), Decision("buffer", "tube", 0)))
    assert found is not None
    assert (found.key, found.values["station"], found.values["item"]) == ("result.starved", "Shop", "Tubes")
