"""Causes and knowledge on the small level, with figures worked out by hand.

Ten frames a day need 20 tubes a day, which come two days after they are ordered.
"""

from dataclasses import replace

import numpy as np

from game.levers import Decision
from game.playing.feed import feed
from game.playing.plant_view import plant_view
from game.playing.scene import Scene
from game.playing.timeline import timeline
from game.run import Run, play_turn, start
from game.why import Seen, events, shipments
from tests.playing.small import pack


def seen(run: Run) -> Seen:
    return Seen(run.plant, run.tape, run.history, run.turn)


def scene(run: Run) -> Scene:
    return Scene(run, run.state.settings)


def played(turns: int, *first: Decision) -> Run:
    run = start(pack(), 1)
    for turn in range(turns):
        run = play_turn(run, first if turn == 0 else ())
    return run


def keys(run: Run) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for event in events(seen(run), run.state.settings):
        found.setdefault(event.message.key, []).append(event.message.values)
    return found


def test_a_promise_is_departure_plus_usual_transit_plus_what_is_announced() -> None:
    ships = shipments(seen(played(2)))
    promised = {ship.left: ship.promised for ship in ships if ship.source == 0}
    assert all(promised[left] == left + 2 for left in promised if left < 8)
    assert promised[8] == 8 + 2 + 4
    assert promised[9] == 9 + 2 + 4
    assert promised[11] == max(11 + 2, promised[10]), "no promise before that of an earlier truck"


def test_trucks_on_the_road_are_those_that_have_not_come() -> None:
    run = played(1)
    ships = [ship for ship in shipments(seen(run)) if ship.arrived is None]
    assert [ship.left for ship in ships] == [5, 6]
    on_order = int(run.history.closing("on_order")[0, 0])
    assert sum(ship.units for ship in ships) == on_order
    came = [ship for ship in shipments(seen(run)) if ship.arrived is not None]
    assert all(ship.arrived == ship.promised == ship.left + 2 for ship in came)


def test_a_disruption_is_announced_lasts_and_ends() -> None:
    """Day 9 is period 8; three days of warning, three days long: periods 8, 9 and 10."""
    first, second = played(1), played(2)
    assert [event["when"].values["days"] for event in keys(first)["feed.announced"]] == [1]
    bands = timeline(scene(first)).bands
    assert [(band.start, band.end, band.announced, band.mood) for band in bands] == [(8 / 7, None, True, "warn")]
    assert "feed.passed" in keys(second)
    bands = timeline(scene(second)).bands
    assert [(band.start, band.end, band.announced, band.mood) for band in bands] == [(8 / 7, 11 / 7, False, "bad")]
    assert timeline(scene(played(0))).bands == ()


def test_the_starved_station_names_the_component_that_was_missing() -> None:
    """Three cards of ten tubes cannot feed 20 tubes a day over two days of transit: 30 every two days or so."""
    run = played(2, Decision("cards", "tube", 3), Decision("buffer", "tube", 0))
    found = keys(run)["feed.starved_of"]
    assert [(values["station"], values["item"]) for values in found] == [("Shop", "Tubes")]
    starved = int(run.history.total_flow("starved", slice(1, 2))[0, 0])
    assert found[0]["hours"].value == starved / 60_000
    late = keys(run)["feed.late"][0]
    assert late["item"] == "Frames"
    assert late["units"] == int(run.history.total_flow("late", slice(1, 2))[0, 0])
    assert late["cost"].values["money"].minor == 300 * late["units"], "three euros a unit"
    assert late["cause"].values["item"] == "Tubes"


def test_a_buffer_that_helped_out_is_told() -> None:
    """The tubes last until day 4; ten frames take both containers behind the fence, and the two that came back."""
    told = keys(played(1, Decision("cards", "tube", 0)))["feed.buffer_red"]
    assert told == [{"item": "Tubes", "units": 40, "left": 0, "target": 20}]


def test_payments_are_those_of_the_books() -> None:
    """Cash sales of ten frames a day at 20 euros."""
    found = keys(played(1))["feed.payments"][0]
    assert found["received"].minor == 7 * 10 * 2000
    assert found["paid"].minor == 0


def test_a_calm_week_is_told_and_nothing_serious_is_dropped() -> None:
    calm = feed(scene(played(4, Decision("cards", "tube", 20))))
    assert any(line.message.key == "feed.calm" for line in calm)
    bad = played(2, Decision("cards", "tube", 0), Decision("buffer", "tube", 0))
    lines = feed(scene(bad))
    serious = [event for event in events(seen(bad), bad.state.settings) if event.weight >= 60]
    assert {event.message.key for event in serious} <= {line.message.key for line in lines}
    assert [line.day for line in lines] == sorted((line.day for line in lines), reverse=True)


def test_what_the_player_sees_does_not_depend_on_the_future() -> None:
    """Two tapes equal until now show the same, whatever they hold afterwards."""
    run = played(1)
    now = run.plant.clock.turn_starts[1]
    other = run.tape
    changed = {
        "demand": np.where(np.arange(other.demand.shape[1])[None, :, None] < now, other.demand, 99),
        "active": np.where(np.arange(other.active.shape[1])[None, :, None] < now + 3, other.active, True),
    }
    twin = replace(run, tape=replace(other, **changed))
    assert plant_view(scene(twin)) == plant_view(scene(run))
    assert feed(scene(twin)) == feed(scene(run))
    assert timeline(scene(twin)) == timeline(scene(run))


def test_a_truck_that_will_be_late_looks_like_any_other_until_its_day_has_passed() -> None:
    run = start(pack(), 1)
    slow = np.array(run.tape.transit)
    slow[0, 6] = 5
    twin = play_turn(replace(run, tape=replace(run.tape, transit=slow)))
    assert plant_view(scene(twin)).trucks == plant_view(scene(play_turn(run))).trucks
    later = play_turn(twin)
    late = keys(later)["feed.trucks_came"][0]
    ships = [ship for ship in shipments(seen(later)) if ship.arrived == 11]
    assert [ship.left for ship in ships] == [6, 7], "the next truck may not overtake"
    assert late["delay"].values["days"] == 3, "promised on day 8, come on day 11"
    assert late["loads"].values["units"] == sum(ship.units for ship in ships)
