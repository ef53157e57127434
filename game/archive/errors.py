"""What can go wrong with the archive's file, as sentences: SQLite's errors never reach a person as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from game.message import Message

REASONS = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_FULL": "full",
    "SQLITE_CORRUPT": "corrupt",
    "SQLITE_NOTADB": "corrupt",
}


class ArchiveError(Exception):
    """The archive could not do it; `message` says why, `reason` is its last word (`busy`, `corrupt`, ...)."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.message = Message(f"run.archive.{reason}", values)


@contextmanager
def told() -> Iterator[None]:
    """Turns SQLite's errors into `ArchiveError`s."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        reason = next((REASONS[start] for start in REASONS if name.startswith(start)), "other")
        raise ArchiveError(reason, error=str(error)) from error
