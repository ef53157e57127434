"""`prove` and `coach` as programs: the same output with any number of processes."""

import json
from pathlib import Path

import pytest

from tests.commands.programs import main
from tests.run.small import TEXT

PLANS = TEXT.replace("turns = 4", "turns = 3").replace(
    "[plan.leaner]", '[plan.taught]\n1 = { "tube.cards" = 8 }\n\n[plan.leaner]'
)


@pytest.fixture
def level(tmp_path: Path) -> str:
    path = tmp_path / "small.toml"
    path.write_text(PLANS, encoding="utf-8")
    return str(path)


def test_a_proof_is_the_same_with_any_number_of_processes(level: str) -> None:
    alone, shared = (main("prove", level, "--tapes", "110", "--json", "-", "--workers", n) for n in ("0", "2"))
    assert (alone.stderr, shared.stderr) == ("", "")
    assert alone.stdout == shared.stdout
    content = json.loads(alone.stdout)
    assert content["tapes"] == 110
    assert set(content["policies"]) >= {"do_nothing", "big_buffers", "bare_jit", "hybrid", "forecast_push", "taught"}
    assert all(sum(one["stars"]) == 110 for one in content["policies"].values())
    assert alone.returncode == (
        0 if content["verdict"] in ("fair", "hard") and all(r["kept"] for r in content["rules"]) else 1
    )


def test_a_proof_as_a_table(level: str) -> None:
    done = main("--language", "de", "prove", level, "--tapes", "5", "--workers", "0", COLUMNS="200")
    assert "Small works" not in done.stdout
    assert "Kleines Werk: Regeln auf 5 Bändern" in done.stdout
    assert "Urteil" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("action", ["luck", "helped", "why"])
def test_the_coach_answers(action: str, level: str) -> None:
    done = main("coach", action, level, "--plan", "leaner", "--count", "3", "--workers", "0", "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)
    assert main("coach", action, level, "--plan", "leaner", "--count", "3", "--workers", "0").stdout


def test_a_look_ahead_compares_two_plans(level: str) -> None:
    asked = ("coach", "ahead", level, "--turn", "2", "--count", "20", "--workers", "0")
    done = main(*asked, "--set", "tube.cards=3", "--json", "-")
    content = json.loads(done.stdout)
    assert content["now"]["futures"] == content["planned"]["futures"] == 20
    assert content["now"]["stock"] != content["planned"]["stock"]
    refused = main(*asked, "--set", "tube.cards=-1")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "tube.cards" in refused.stderr
    assert main(*asked, "--set", "nonsense").returncode == 1


def test_a_bridge_between_two_run_files(level: str, tmp_path: Path) -> None:
    first, second, third = (str(tmp_path / f"{name}.json") for name in ("first", "second", "third"))
    main("play", level, "--save", first)
    main("play", level, "--plan", "leaner", "--save", second)
    main("play", level, "--seed", "2", "--save", third)
    done = main("coach", "bridge", second, "--against", first, "--json", "-")
    content = json.loads(done.stdout)
    assert content["start"] + sum(step["amount"] for step in content["steps"]) == content["end"]
    assert main("coach", "bridge", second).returncode == 1
    assert main("coach", "bridge", second, "--against", third).returncode == 1
