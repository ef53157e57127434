"""Who does the work of `prove` and `coach`: a cluster that cannot be used is refused with a sentence."""

import sys

import pytest

from game import commands
from game.commands.crew import refused
from game.jobs.cluster import ClusterError
from game.message import render


def test_without_the_extra_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code = commands.run(
        ["--language", "en", "prove", "first-cards", "--tapes", "2", "--scheduler", "tcp://localhost:1"]
    )
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert "“distributed”" in said.err
    assert "uv sync --extra cluster" in said.err


@pytest.mark.parametrize("reason", ["missing", "unreachable", "empty", "foreign"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_reason_names_what_it_is_about(reason: str, language: str) -> None:
    error = ClusterError(reason, "tcp://192.0.2.7:8786", "what is known")  # type: ignore[arg-type]
    said = render(refused(error).message, language)
    assert "what is known" in said or "tcp://192.0.2.7:8786" in said
    assert "{" not in said


def test_workers_and_a_scheduler_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.run(["prove", "first-cards", "--workers", "1", "--scheduler", "tcp://localhost:1"])
    assert "--scheduler" in capsys.readouterr().err
