"""Production as the player sees it: levers in reach, booked stock, and what the feed tells."""

from pathlib import Path

from game import levelfile
from game.level.pack import LevelPack
from game.levers import parse
from game.message import Message, Number, languages, render
from game.playing.feed import feed
from game.playing.hints import hint
from game.playing.inspector import inspect
from game.playing.scene import Scene
from game.playing.views import LeverView
from game.run import Run, play_turn, start

FILE = Path(__file__).resolve().parents[1] / "levelfile" / "good" / "production.toml"
LEVELS = Path(__file__).resolve().parents[2] / "levels"


def _run(turns: int, *decisions: str) -> Run:
    pack = levelfile.load(FILE)
    assert isinstance(pack, LevelPack)
    run = start(pack, 1)
    for turn in range(turns):
        run = play_turn(run, [parse(key, 1) for key in decisions] if turn == 0 else ())
    return run


def _levers(run: Run, kind: str, target: str) -> dict[str, LeverView]:
    sections = inspect(Scene(run, run.state.settings), kind, target).sections
    return {view.lever: view for section in sections for view in section.levers}


def test_levers_of_a_station_are_shown() -> None:
    views = _levers(_run(1), "station", "press")
    assert {"overtime", "maintenance", "stop_the_line"} <= set(views)
    assert (views["overtime"].minimum, views["overtime"].maximum, views["overtime"].step) == (0, 120, 30)


def test_what_may_be_set_of_a_station_is_told_first() -> None:
    run = _run(1)
    sections = inspect(Scene(run, run.state.settings), "station", "press").sections
    settable = [any(lever.allowed for lever in section.levers) for section in sections]
    assert settable[0]
    assert settable == sorted(settable, reverse=True)


def test_demand_that_will_step_is_not_given_away() -> None:
    """Four a day until day 5, then eight: nothing before the first turn, then what the last turn sold."""
    pack = levelfile.load(LEVELS / "beer-game.toml")
    assert isinstance(pack, LevelPack)
    run = start(pack, 1)
    assert hint(Scene(run, run.state.settings), "quantity", 0) is None
    for _ in range(4):
        run = play_turn(run, ())
    now = Scene(run, run.state.settings)
    assert hint(now, "quantity", 0) == Message("hint.quantity", {"units": Number(4.0)})


def test_a_forecast_is_a_choice_where_the_level_tells_how_to_smooth() -> None:
    run = _run(0)
    tube, frame = (_levers(run, "item", name) for name in ("tube", "frame"))
    assert tube["policy"].choices[-1] == "forecast"
    assert {"cover", "smoothing", "safety", "count_every"} <= set(tube)
    assert "forecast" not in frame["policy"].choices
    assert not {"cover", "count_every"} & set(frame)


def test_stock_is_shown_as_it_is_booked() -> None:
    run = _run(1)
    scene = Scene(run, run.state.settings)
    error = int(run.state.record_error[0, 0])
    assert error != 0
    assert scene.on_hand(0) == int(run.state.stock[0, 0]) + error
    assert scene.stock_by_period(0)[-1] == scene.on_hand(0)


def test_stops_counts_and_tired_crews_are_told() -> None:
    keys: set[str] = set()
    run = _run(1, "press.stop_the_line")
    run = play_turn(run, [parse("press.overtime", 120)])
    for _ in range(3):
        run = play_turn(run)
        for line in feed(Scene(run, run.state.settings)):
            keys.add(line.message.key)
            assert all("production." not in render(line.message, language) for language in languages())
    assert {"production.stops", "production.tired", "production.counted"} <= keys


def test_stops_and_maintenance_are_no_breakdown() -> None:
    run = _run(1, "press.stop_the_line", "press.maintenance")
    scene = Scene(run, run.state.settings)
    assert run.history.total_flow("failures").sum() == 0
    assert not any(line.message.key in ("feed.failed", "feed.still_down") for line in feed(scene))
    times = next(section for section in inspect(scene, "station", "press").sections if section.name == "times")
    told = {getattr(row[0], "key", "") for row in times.table}
    assert {"fact.time.running", "fact.time.stopped", "fact.time.maintained"} <= told
    assert "fact.time.down" not in told
