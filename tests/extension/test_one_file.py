"""What the game is made of can be added from outside: register it, and a level that uses it is read and played."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game import levelfile, message
from game.demand import PATTERNS
from game.disruptions import KINDS
from game.engine.keeping import CHARGES
from game.kinds import POSTINGS
from game.level.pack import LevelPack
from game.levers import LEVERS, parse
from game.measures import MEASURES, explain, score
from game.message import render
from game.plant.parameters import PARAMETERS
from game.run import Run, load_file, play_turn, record, save_file, start
from tests.extension import additions

REGISTERS = (
    (PATTERNS, "pulse", additions.PATTERN),
    (KINDS, "heat_wave", additions.KIND),
    (LEVERS, "cleaning", additions.LEVER),
    (PARAMETERS, "cleaning_price", additions.PARAMETER),
    (POSTINGS, "cleaning", additions.POSTING),
    (CHARGES, "cleaning", additions.clean),
    (MEASURES, "cleaning_paid", additions.MEASURE),
)
"""One line each; a posting kind has two: its accounts, and when it is charged."""

LEVEL = (Path(__file__).parent / "dairy.toml").read_text("utf-8")


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for register, name, addition in REGISTERS:
        monkeypatch.setitem(register, name, addition)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """One text file a language, beside the others."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "additions.toml").write_text(additions.TEXTS, "utf-8")
    monkeypatch.setattr(message, "TEXTS", tmp_path)
    message.catalogue.cache_clear()
    yield
    message.catalogue.cache_clear()


def pack() -> LevelPack:
    loaded = levelfile.loads(LEVEL, "dairy.toml")
    assert isinstance(loaded, LevelPack), loaded
    return loaded


def played() -> Run:
    """Cleaned from the first turn on, the contract signed in the second."""
    run = start(pack(), 1)
    for keys in ({"dairy.cleaning": 1}, {"contract.project": 1}, {}):
        run = play_turn(run, tuple(parse(key, value) for key, value in keys.items()))
    return run


def test_nothing_is_known_of_them_before_they_are_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for register, name, _ in REGISTERS:
        monkeypatch.delitem(register, name)
    assert not isinstance(levelfile.loads(LEVEL, "dairy.toml"), LevelPack)


def test_pattern_and_disruption() -> None:
    """12 units on days 1, 4, 7; half as many again on day 4, when the station has 240 of its 480 minutes."""
    history = played().history
    assert history.flow("demand")[:, 0, 0].tolist() == [12, 0, 0, 18, 0, 0, 12, 0, 0]
    assert history.flow("down")[:, 0, 0].tolist() == [0, 0, 0, 240_000, 0, 0, 0, 0, 0]


def test_lever_posting_and_project() -> None:
    """30.00 on every day; 20 % less and 1.00 off from turn 2 on: 23.00."""
    history = played().history
    assert history.posting("cleaning")[:, 0, 0].tolist() == [3000] * 3 + [2300] * 6
    assert int(history.closing("overhead")[0, 0]) == 3 * 3000 + 6 * 2300


def test_measure_and_goal() -> None:
    """228.00 paid, between the bounds for one star (300.00) and for two (200.00)."""
    history = played().history
    assert MEASURES["cleaning_paid"].value(history).tolist() == [22_800]
    assert score(history).goals[0].stars.tolist() == [1]


@pytest.mark.usefixtures("texts")
def test_they_speak() -> None:
    said = render(explain(MEASURES["cleaning_paid"], played().history))
    assert said == "\u20ac\u00a0228 were paid for cleaning."
    assert message.catalogue("en")["lever.cleaning.name"] == "Cleaning"


def test_the_format_of_levels_tells_of_them() -> None:
    told = str(levelfile.schema())
    assert all(word in told for word in ("pulse", "heat_wave", "cleaning_paid", "'thirst'", "|cleaning"))


def test_saved_and_read_again(tmp_path: Path) -> None:
    run = played()
    save_file(record(run), tmp_path / "run.json")
    assert load_file(tmp_path / "run.json").digest == run.digest()
