"""Deleting a run so that it can be brought back: its rows of all tables are handed to the caller."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

PARTS = ("decisions", "answers", "figures")
"""Tables whose rows belong to a run."""


@dataclass(frozen=True)
class Removed:
    """A deleted run: rows by table, and the what-ifs that had left it."""

    number: int
    rows: dict[str, list[dict[str, Any]]]
    branches: tuple[int, ...]


def remove(db: "Database", number: int) -> Removed:
    """Take a run and all that belongs to it out of the tables. The caller holds the transaction."""
    rows = {"runs": list(db.query("select * from runs where id = ?", (number,)))}
    for table in PARTS:
        rows[table] = list(db.query(f"select * from {table} where run = ? order by rowid", (number,)))  # noqa: S608
    branches = tuple(int(row["id"]) for row in db.query("select id from runs where parent_run = ?", (number,)))
    db.execute("delete from runs where id = ?", (number,))
    return Removed(number, rows, branches)


def put_back(db: "Database", removed: Removed) -> None:
    """Insert the rows again, under the old number. The caller holds the transaction."""
    for table in ("runs", *PARTS):
        db.table(table).insert_all(removed.rows[table])
    for branch in removed.branches:
        db.execute("update runs set parent_run = ? where id = ?", (removed.number, branch))
