"""The file: opening it, bringing it up to date after a backup, and writing as the only writer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.archive.errors import ArchiveError, told
from game.archive.schema import STEPS, applied, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

WAIT = 2.0
"""seconds to wait for another writer"""


def opened(path: Path | None, copy_of: Path | None = None) -> sqlite3.Connection:
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


def _prepared(connection: sqlite3.Connection, path: Path | None) -> sqlite3.Connection:
    if connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
        raise ArchiveError("corrupt", error="quick_check")
    for setting in ("journal_mode=wal", "synchronous=normal", "foreign_keys=on"):
        connection.execute(f"pragma {setting}")
    _migrate(connection, path)
    return connection


def _migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Apply what is missing; an archive that already holds something is copied first."""
    names, known = [step.__name__ for step in STEPS], applied(connection)
    if known - set(names):
        raise ArchiveError("newer")
    pending = [name for name in names if name not in known]
    if not pending:
        return
    if path is not None and known:
        back_up(connection, path.with_name(f"{path.stem}-before-{pending[0]}{path.suffix}"))
    with writing(connection):
        migrations(STEPS).apply(as_tables(connection))


def as_tables(connection: sqlite3.Connection) -> "Database":
    """The same file for sqlite-utils, which is imported when something is first written."""
    from sqlite_utils import Database

    return Database(connection, strict=True, execute_plugins=False)


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a database through SQLite's backup, which also sees what is still in the write-ahead log."""
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction that holds the write lock from the start: all of it is kept, or nothing."""
    with told():
        connection.execute("begin immediate")
        try:
            yield
            connection.execute("commit")
        except BaseException:
            connection.rollback()
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
