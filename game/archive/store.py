"""The file: opening it, bringing it up to date after a backup, and writing as the only writer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.archive.errors import ArchiveError, told
from game.archive.schema import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

WAIT = 2.0
"""seconds to wait for another writer"""


def opened(path: Path | None, copy_of: Path | None = None) -> "Database":
    """The database of a file, made if it is not there, or one in memory; raises `ArchiveError`.

    `copy_of` fills it with what another file holds, which need not be writable.
    """
    with told():
        connection = sqlite3.connect(path or ":memory:", timeout=WAIT)
        try:
            if copy_of is not None:
                with closing(sqlite3.connect(f"{copy_of.absolute().as_uri()}?immutable=1", uri=True)) as source:
                    source.backup(connection)
            return _prepared(connection, path)
        except BaseException:
            connection.close()
            raise


def _prepared(connection: sqlite3.Connection, path: Path | None) -> "Database":
    from sqlite_utils import Database

    if connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
        raise ArchiveError("corrupt", error="quick_check")
    for setting in ("journal_mode=wal", "synchronous=normal", "foreign_keys=on"):
        connection.execute(f"pragma {setting}")
    db = Database(connection, strict=True, execute_plugins=False)
    _migrate(db, path)
    return db


def _migrate(db: "Database", path: Path | None) -> None:
    """Apply what is missing; an archive that already holds something is copied first."""
    known = migrations()
    unknown = {step.name for step in known.applied(db)} - {step.name for step in known._migrations}
    if unknown:
        raise ArchiveError("newer")
    pending = known.pending(db)
    if not pending:
        return
    if path is not None and known.applied(db):
        back_up(db.conn, path.with_name(f"{path.stem}-before-{pending[0].name}{path.suffix}"))
    with writing(db):
        known.apply(db)


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a database through SQLite's backup, which also sees what is still in the write-ahead log."""
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


@contextmanager
def writing(db: "Database") -> Iterator[None]:
    """One transaction that holds the write lock from the start: all of it is kept, or nothing."""
    with told():
        db.conn.execute("begin immediate")
        try:
            yield
            db.conn.execute("commit")
        except BaseException:
            db.conn.rollback()
            raise


def set_aside(path: Path) -> Path:
    """Rename a damaged file and its log, so that a new one can be made; returns the new name."""
    number = next(n for n in range(1, 10_000) if not _damaged(path, n).exists())
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(_damaged(path, number).with_name(_damaged(path, number).name + suffix))
    return _damaged(path, number)


def _damaged(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")
