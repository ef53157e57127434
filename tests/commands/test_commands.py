"""The commands without a window: what they print, write and return, and that they need no Qt."""

import json
from pathlib import Path
from typing import Any

import pytest

from game import commands, run
from tests.commands.programs import main
from tests.run.small import DECISIONS, TEXT, pack

NO_QT = "assert not {'PySide6', 'shiboken6', 'sqlite3'} & set(sys.modules)"


@pytest.fixture
def level(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(TEXT, "utf-8")
    return path


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int | None, str, str]:
    code = commands.run(["--language", "en", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_play_needs_neither_qt_nor_display(level: Path) -> None:
    done = main("play", str(level), before="sys.modules['PySide6'] = None; del sys.modules['PySide6']", after=NO_QT)
    assert done.returncode == 0, done.stderr
    assert "Small works, seed 1: 4 turns," in done.stdout


def test_replay_and_check_need_neither_qt_nor_display(level: Path, tmp_path: Path) -> None:
    run.save_file(run.record(run.replay(pack(), 7, DECISIONS)), tmp_path / "run.json")
    assert main("replay", str(tmp_path / "run.json"), after=NO_QT).returncode == 0
    assert main("check", str(level), after=NO_QT).returncode == 0
    assert main("schema", after=NO_QT).returncode == 0


def test_no_command_asks_for_the_window() -> None:
    assert commands.run([]) is None
    assert commands.run(["--theme", "dark", "--language", "de"]) is None


@pytest.mark.parametrize(
    "arguments", [["fly"], ["--fly"], ["play"], ["play", "x", "--seed", "y"], ["play", "--policy", "x", "y"]]
)
def test_words_that_are_no_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.run(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: main.py")


def test_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("en", "play a level"), ("de", "ein Level ohne Fenster spielen")):
        with pytest.raises(SystemExit) as ended:
            commands.run(["--language", language, "--help"])
        assert ended.value.code == 0
        assert word in capsys.readouterr().out


def test_play_shows_goals_figures_statements_and_digest(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "play", level, "--seed", 7)
    assert code == 0
    for words in ("Goals", "Fill rate (frame)", "Net profit", "Income statement", "Balance sheet", "Cash flow"):
        assert words in out
    assert f"Digest {run.replay(pack(), 7, [()] * 4).digest()}" in out


def test_names_that_look_like_markup_are_shown_as_they_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = written(tmp_path, "odd.toml", TEXT.replace("Small works", "[/red] :bug: works"))
    assert "[/red] :bug: works, seed 1" in call(capsys, "play", odd)[1]


def test_play_writes_json_with_everything(level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions = written(tmp_path, "d.json", '{"1": {"tube.cards": 10}, "3": {"tube.shares": {"rhein": 100}}}')
    code, _, _ = call(capsys, "play", level, "--seed", 7, "--decisions", decisions, "--json", tmp_path / "out.json")
    assert code == 0
    found = json.loads((tmp_path / "out.json").read_text("utf-8"))
    played = run.replay(pack(), 7, [DECISIONS[0], (), DECISIONS[2][:1], ()])
    assert found["digest"] == played.digest()
    assert found["decisions"] == {"1": {"tube.cards": 10}, "3": {"tube.shares": {"rhein": 100}}}
    assert [goal["measure"] for goal in found["goals"]] == ["fill_rate", "profit"]
    assert found["stars"] == min(goal["stars"] for goal in found["goals"])
    assert len(found["figures_by_turn"]["cash"]) == 5
    assert set(found["statements"]) == {"income", "balance", "cash"}


def test_json_on_the_terminal_stands_alone(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "play", level, "--json", "-")
    assert json.loads(out)["seed"] == 1


def test_a_schema_on_the_terminal_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "schema", "-")
    assert "calendar" in json.loads(out)["properties"]


def test_policies_and_plans_decide(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def decided(*how: str) -> dict[str, Any]:
        _, out, _ = call(capsys, "play", level, *how, "--json", "-")
        made = json.loads(out)["decisions"]
        assert isinstance(made, dict)
        return made

    assert decided() == decided("--policy", "do_nothing") == {}
    assert set(decided("--policy", "kanban_formula")["1"]) == {"tube.cards", "frame.cards"}
    assert decided("--plan", "leaner") == {"1": {"tube.cards": 10}, "3": {"tube.cards": 9, "frame.cards": 5}}


def test_toml_decisions_in_both_ways_of_writing(
    level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '[1]\n"tube.cards" = 10\nframe.cards = 5\n[3]\ntube.shares = { rhein = 100 }\n'
    _, out, _ = call(capsys, "play", level, "--decisions", written(tmp_path, "d.toml", text), "--json", "-")
    assert json.loads(out)["decisions"] == {
        "1": {"tube.cards": 10, "frame.cards": 5},
        "3": {"tube.shares": {"rhein": 100}},
    }


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("{", 1, "cannot be understood"),
        ('{"1": {}, "1": {}}', 1, "1 twice"),
        ("[1]", 1, "must hold a table of turns"),
        ('{"0": {}}', 1, "“0” is no turn of this level; turns run from 1 to 4."),
        ('{"5": {}}', 1, "“5” is no turn"),
        ('{"first": {}}', 1, "“first” is no turn"),
        ('{"99999999999999999999": {}}', 1, "is no turn"),
        ('{"²": {}}', 1, "is no turn"),
        ('{"1": 6}', 1, "turn 1: expected a table of settings"),
        ('{"1": {"cards": 6}}', 1, "turn 1: “cards” is no setting"),
        ('{"1": {"tube.cards": 6.5}}', 1, "turn 1, tube.cards: 6.5 is no value"),
        ('{"1": {"tube.cards": true}}', 1, "turn 1, tube.cards: True is no value"),
        ('{"1": {"tube.cards": null}}', 1, "turn 1, tube.cards: None is no value"),
        ('{"1": {"tube.cards": [6]}}', 1, "is no value"),
        ('{"1": {"tube.cards": "six"}}', 1, "Turn 1, tube.cards: six is not possible"),
        ('{"2": {"tube.cards": 1000}}', 1, "Turn 2, tube.cards: 1000 is not possible: a whole number from 0 to 40."),
        ('{"1": {"tub.cards": 6}}', 1, "There is nothing called “tub”"),
        ('{"1": {"tube.crads": 6}}', 1, "There is no setting called “crads”."),
        ('{"1": {"frame.lot": 2}}', 1, "Lot is fixed in this level."),
        ('{"1": {"tube.shares": {"rhein": 50}}}', 1, "Turn 1, tube.shares:"),
    ],
)
def test_mistakes_of_decisions(
    text: str, code: int, sentence: str, level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, out, err = call(capsys, "play", level, "--decisions", written(tmp_path, "d.json", text))
    assert (found, out) == (code, "")
    assert sentence in err


@pytest.mark.parametrize("name", ["none.json", ".", "raw.json"])
def test_decisions_that_cannot_be_read(
    name: str, level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "raw.json").write_bytes(b"\xff\xff")
    code, _, err = call(capsys, "play", level, "--decisions", tmp_path / name)
    assert code == 2
    assert "cannot be read" in err


def test_a_level_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "play", "first-crads")
    assert code == 2
    assert err.strip().endswith("Shipped levels: first-cards.")


def test_a_level_with_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXT.replace('item = "frame"', 'item = "fraem"')
    code, _, err = call(capsys, "play", written(tmp_path, "broken.toml", text))
    assert code == 1
    assert "cannot be played. Mistakes: " in err


def test_a_level_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "raw.toml").write_bytes(b"\xff\xfe\x00")
    assert call(capsys, "play", tmp_path / "raw.toml")[0] == 2


@pytest.mark.parametrize("seed", [-1, 2**53])
def test_a_seed_out_of_range(seed: int, level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "play", level, f"--seed={seed}")
    assert code == 2
    assert "is not a seed: a whole number from 0 to 9007199254740991." in err


def test_a_plan_that_the_level_does_not_have(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "play", level, "--plan", "fatter")
    assert code == 2
    assert err == "The level “small” has no plan “fatter”. It has: leaner.\n"


@pytest.mark.parametrize("option", ["--json", "--save"])
def test_a_place_that_cannot_be_written(
    option: str, level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = call(capsys, "play", level, option, tmp_path / "none" / "file")
    assert code == 2
    assert "cannot be written: No such file or directory." in err


def test_a_saved_run_replays(level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "play", level, "--seed", 9, "--plan", "leaner", "--save", tmp_path / "run.json")
    code, out, _ = call(capsys, "replay", tmp_path / "run.json")
    assert code == 0
    assert out.startswith("The same: 4 turns, ")


def altered(path: Path, change: Any) -> Path:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_replay_names_the_first_difference(level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "play", level, "--save", tmp_path / "run.json")

    def change(content: Any) -> None:
        rows = [row for row in content["figures"] if row[1] == "stock_at_cost" and row[0] >= 2]
        for row in rows:
            row[3] += 100

    code, _, err = call(capsys, "replay", altered(tmp_path / "run.json", change))
    assert code == 1
    assert err.startswith("Turn 3, Stock at cost: the run has ")


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        ({"rules": 0}, 2, "played by version 0 of the rules"),
        ({"milkrun": 9}, 2, "written by a newer Milkrun"),
        ({"tape": "0"}, 1, "The luck drawn for this run"),
        ({"digest": "0"}, 1, "All figures agree, but not all that happened"),
        ({"decisions": [[["tube.cards", -1]]]}, 2, "Turn 1, tube.cards: -1 is not possible"),
    ],
)
def test_runs_that_do_not_replay(
    change: dict[str, Any], code: int, sentence: str, level: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "play", level, "--save", tmp_path / "run.json")
    found, _, err = call(capsys, "replay", altered(tmp_path / "run.json", lambda content: content.update(change)))
    assert found == code
    assert sentence in err


def test_a_run_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "replay", tmp_path / "none.json")[0] == 2
