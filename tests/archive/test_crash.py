"""A program that dies loses at most the turn being played; several programs do not lock each other out."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import levelfile, run
from game.archive import Archive
from tests.run.small import DECISIONS, pack

ROOT = Path(__file__).resolve().parents[2]


def saver(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.archive.saver", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def whole(path: Path) -> None:
    db = sqlite3.connect(path)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []
    db.close()


def resumed(archive: Archive, number: int) -> run.Run:
    saved = archive.load(number)
    now = run.resume(saved, run.opened(saved, levelfile.loads))
    assert run.first_difference(saved, now) is None
    return now


def test_dying_before_any_statement_of_a_save_keeps_the_turn_before(tmp_path: Path) -> None:
    """Every third statement until the save gets through; only then the second turn is there."""
    for statement in range(1, 100, 3):
        path = tmp_path / f"{statement}.sqlite"
        with saver("die_at", str(path), str(statement)) as process:
            died = process.wait(60) != 0
        whole(path)
        archive = Archive(path)
        now = resumed(archive, 1)
        assert now.turn == (1 if died else 2)
        now = run.play_turn(now, DECISIONS[now.turn])
        archive.save_turn(1, now)
        archive.close()
        if not died:
            break
    assert statement > 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_being_killed_at_any_time_leaves_whole_runs(tmp_path: Path) -> None:
    path = tmp_path / "milkrun.sqlite"
    for wait in (0.003, 0.05, 0.121):
        with saver("save_for_ever", str(path)) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "kept\n"
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
            process.stdout.read()
        whole(path)
    archive = Archive(path)
    assert len(archive.runs()) >= 3
    for row in archive.runs():
        assert resumed(archive, row.id).turn == row.turn
    archive.close()


def test_programs_side_by_side_wait_for_each_other(tmp_path: Path) -> None:
    """Three at once, from making the file on; each turn is a write, none fails."""
    path = tmp_path / "milkrun.sqlite"
    processes = [saver("save_many", str(path), str(100 * number)) for number in range(3)]
    assert [process.wait(120) for process in processes] == [0, 0, 0]
    for process in processes:
        assert process.stdout is not None
        process.stdout.close()
    archive = Archive(path)
    assert len(archive.runs()) == 30
    assert all(row.finished and row.turn == 4 for row in archive.runs())
    assert archive.seeds_met(pack().level.id) == {100 * number + k for number in range(3) for k in range(10)}
    archive.close()
