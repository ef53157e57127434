"""Tables of the archive, as migrations: each is applied once, in order, and never changed after it was shipped."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    Step = Callable[[Database], None]

SET = "milkrun"
OURS = f"where migration_set = '{SET}'"

LEVELS_AND_RUNS = (
    """create table levels (
        hash text primary key, id text not null, title text not null, text text not null, data text not null
    ) strict""",
    """create table runs (
        id integer primary key, level text not null references levels(hash), seed integer not null,
        rules integer not null, tape text not null, digest text not null,
        parent_run integer references runs(id) on delete set null, parent_turn integer,
        turn integer not null, turns integer not null, finished integer not null, insolvent integer not null,
        stars integer, score real, started_at text not null, played_at text not null
    ) strict""",
    """create table decisions (
        run integer not null references runs(id) on delete cascade, turn integer not null, seq integer not null,
        lever text not null, target text not null, value text not null, primary key (run, turn, seq)
    ) strict""",
    """create table answers (
        run integer not null references runs(id) on delete cascade, turn integer not null,
        choice integer not null, primary key (run, turn)
    ) strict""",
    """create table figures (
        run integer not null references runs(id) on delete cascade, turn integer not null, measure text not null,
        entity text not null, numerator real not null, denominator real not null,
        primary key (run, turn, measure, entity)
    ) strict""",
    "create index runs_level on runs(level)",
)


SITTINGS = (
    "create table sittings (id integer primary key, form text not null, finished_at text not null) strict",
    """create table picks (
        sitting integer not null references sittings(id) on delete cascade, concept text not null,
        choice integer not null, sure integer not null, primary key (sitting, concept)
    ) strict""",
)


def levels_and_runs(db: "Database") -> None:
    """Levels by content, runs, decisions, answers, and figures as a cache that can be rebuilt."""
    for statement in LEVELS_AND_RUNS:
        db.execute(statement)


def sittings(db: "Database") -> None:
    """The test before and after: forms filled in, and what was picked."""
    for statement in SITTINGS:
        db.execute(statement)


STEPS: tuple["Step", ...] = (levels_and_runs, sittings)
"""The oldest first; their names stand in the file once they were applied."""


def applied(connection: sqlite3.Connection) -> frozenset[str]:
    """Names of the steps that a file has seen; read without sqlite-utils, which takes a while to import."""
    if not connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchall():
        return frozenset()
    return frozenset(name for (name,) in connection.execute(f"select name from _sqlite_migrations {OURS}"))  # noqa: S608


def migrations(steps: tuple["Step", ...]) -> "Migrations":
    """All steps as sqlite-utils wants them."""
    from sqlite_utils.migrations import Migrations

    known = Migrations(SET)
    for step in steps:
        known()(step)
    return known
