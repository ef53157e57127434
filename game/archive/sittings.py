"""Sittings of the test before and after, kept beside the runs."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from game.archive.store import writing


@dataclass(frozen=True)
class Sitting:
    """One form filled in: by concept the choice (from 0) and how sure the learner was (from 0, a guess, to 3)."""

    form: str
    finished_at: str
    picks: Mapping[str, tuple[int, int]]


def keep(connection: sqlite3.Connection, form: str, picks: Mapping[str, tuple[int, int]]) -> None:
    """Keep a finished form; earlier ones stay."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with writing(connection):
        number = connection.execute("insert into sittings (form, finished_at) values (?, ?)", (form, now)).lastrowid
        rows = [(number, concept, choice, sure) for concept, (choice, sure) in picks.items()]
        connection.executemany("insert into picks values (?, ?, ?, ?)", rows)


def latest(connection: sqlite3.Connection, form: str) -> Sitting | None:
    """The form as it was filled in last."""
    query = "select id, finished_at from sittings where form = ? order by id desc limit 1"
    found = connection.execute(query, (form,)).fetchone()
    if found is None:
        return None
    picked = connection.execute("select concept, choice, sure from picks where sitting = ?", (found[0],))
    return Sitting(form, found[1], {concept: (choice, sure) for concept, choice, sure in picked})
