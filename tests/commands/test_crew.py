"""Who does the work of `prove` and `coach`: a cluster that cannot be used is refused with a sentence."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

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


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ctrl_c_leaves_no_process_no_file_and_no_traceback(tmp_path: Path) -> None:
    """SIGINT goes to the whole group, as in a terminal; 130 is what shells expect."""
    words = ["main.py", "prove", "pedal-and-sons", "--tapes", "20000", "--json", str(tmp_path / "proof.json")]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, cwd=root,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
    ) as asked:  # fmt: skip
        until(lambda: len(group(asked.pid)) >= 3, "two workers beside the command")
        time.sleep(0.5)
        os.killpg(asked.pid, signal.SIGINT)
        try:
            out, error = asked.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(asked.pid, signal.SIGKILL)
            raise
    assert (asked.returncode, out) == (130, b"")
    assert b"Traceback" not in error
    until(lambda: not group(asked.pid), "nobody left")
    assert list(tmp_path.iterdir()) == []


def group(leader: int) -> list[int]:
    """Processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.05)
