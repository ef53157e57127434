"""Programs that save runs and die, or save side by side; started by the tests in a process of their own."""

import os
import sys
from pathlib import Path

from game import run
from game.archive import Archive
from tests.run.small import DECISIONS, pack


def die_at(path: Path, statement: int) -> None:
    """Keep one turn, then drop dead before the given SQL statement of keeping the second."""
    archive = Archive(path)
    played = run.play_turn(run.start(pack(), 7), DECISIONS[0])
    number = archive.start(played)
    played = run.play_turn(played, DECISIONS[1])
    count = 0

    def step(sql: str) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os._exit(9)

    archive._db.conn.set_trace_callback(step)
    archive.save_turn(number, played)
    sys.exit(0)


def save_for_ever(path: Path) -> None:
    """Play and keep runs until killed; says when the first turn is kept."""
    archive = Archive(path)
    for seed in range(10_000):
        played = run.start(pack(), seed)
        number = archive.start(played)
        for decisions in DECISIONS:
            played = run.play_turn(played, decisions)
            archive.save_turn(number, played)
            print("kept", flush=True)


def save_many(path: Path, first_seed: int) -> None:
    """Ten runs, each turn kept."""
    archive = Archive(path)
    for seed in range(first_seed, first_seed + 10):
        played = run.start(pack(), seed)
        number = archive.start(played)
        for decisions in DECISIONS:
            played = run.play_turn(played, decisions)
            archive.save_turn(number, played)


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    {"die_at": die_at, "save_for_ever": save_for_ever, "save_many": save_many}[what](Path(where), *map(int, rest))
