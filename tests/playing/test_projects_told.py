"""Projects as the player meets them: beneath the cash, in the list of changes, in the feed."""

from pathlib import Path

from game import levelfile
from game.level.pack import LevelPack
from game.levers import Decision
from game.message import render
from game.playing.decisions import Waiting
from game.playing.feed import feed
from game.playing.inspect_goal import goal
from game.playing.lever_views import project_levers
from game.playing.pending import pending
from game.playing.scene import Scene
from game.run import Run, play_turn, start

FILE = Path(__file__).parents[1] / "levelfile" / "good" / "projects.toml"


def begun() -> Run:
    """The level of all projects, before its first turn."""
    pack = levelfile.load(FILE)
    assert isinstance(pack, LevelPack)
    return start(pack, 1)


def scene(run: Run) -> Scene:
    return Scene(run, run.state.settings)


def test_cash_shows_projects_with_their_terms_and_the_loan() -> None:
    sections = goal(scene(begun()), "cash").sections
    projects = [section for section in sections if section.name == "project"]
    assert len(projects) == 10
    (lever,) = projects[0].levers
    assert (lever.lever, lever.target, lever.value, lever.allowed) == ("project", "smed", 0, True)
    facts = {fact.name: fact.value for fact in projects[0].facts}
    assert facts["project"] == "Quick setups"
    assert render(facts["project_days"]) == "14 d"  # type: ignore[arg-type]
    (bank,) = [section for section in sections if section.name == "bank"]
    assert [lever.lever for lever in bank.levers] == ["repay"]


def test_a_change_is_told_by_name() -> None:
    run = begun()
    waiting = (
        Waiting(run.plant, run.state).decide(Decision("project", "smed", 1)).decide(Decision("repay", "firm", 500))
    )
    said = [render(entry.message) for entry in pending(scene(run), waiting)]
    assert "Quick setups" in said[0]
    assert "The firm" in said[1]


def test_the_feed_tells_when_a_project_begins_and_when_it_works() -> None:
    """Fourteen days are two turns: begun in the first, done in the third."""
    run = play_turn(begun(), [Decision("project", "smed", 1)])
    keys = [[entry.message.key for entry in feed(scene(run))]]
    for _ in range(2):
        run = play_turn(run)
        keys.append([entry.message.key for entry in feed(scene(run))])
    assert "feed.project_began" in keys[0]
    assert "feed.project_done" in keys[2]
    assert not {"feed.project_began", "feed.project_done"} & set(keys[1])


def test_what_runs_cannot_be_undone() -> None:
    run = play_turn(begun(), [Decision("project", "smed", 1)])
    waiting = Waiting(run.plant, run.state)
    why = waiting.query(Decision("project", "smed", 0))
    assert why is not None
    assert why.key == "refused.project_runs"
    assert project_levers(scene(run), 0)[0].value == 1


def test_shared_schedules_warn_days_earlier_and_planning_aid_opens_the_formulas() -> None:
    run = begun()
    assert scene(run).seen.warned_ahead(0) == 0
    assert not scene(run).shows_formula
    run = play_turn(run, [Decision("project", "schedules", 1), Decision("project", "planning-aid", 1)])
    assert scene(run).seen.warned_ahead(0) == 5
    assert scene(run).shows_formula
