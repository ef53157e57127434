"""Opening the archive of a file, whatever state it is in."""

from pathlib import Path

from game.archive.archive import Archive
from game.archive.errors import ArchiveError
from game.archive.store import set_aside
from game.message import Message


def open_archive(path: Path) -> Archive:
    """The archive of a file, whatever state it is in; its `notice` says what the player must know.

    A damaged file is put aside and a new one begun. Where nothing can be kept, the archive lives in memory, with
    the runs that can be read.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Archive(path)
    except OSError as error:
        return _unkept(path, Message("run.archive.cannot_open", {"error": error.strerror or str(error)}))
    except ArchiveError as error:
        return _anew(path) if error.reason == "corrupt" else _unkept(path, error.message)


def _anew(path: Path) -> Archive:
    try:
        return Archive(path, Message("run.archive.put_aside", {"path": str(set_aside(path))}))
    except (OSError, ArchiveError) as error:
        return _unkept(path, Message("run.archive.cannot_open", {"error": str(error)}))


def _unkept(path: Path, why: Message) -> Archive:
    notice = Message("run.archive.unkept", {"why": why})
    try:
        return Archive(None, notice, copy_of=path)
    except ArchiveError:
        return Archive(None, notice)
