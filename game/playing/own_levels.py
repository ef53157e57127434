"""Taking a level file into the player's folder, with the sales histories it names beside it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from game import files
from game.levelfile.reading import LARGEST_DATA, LARGEST_LEVEL, UnreadableError, histories, read_bytes
from game.message import Message


class NotTakenError(Exception):
    """A level file that is not taken; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def add(path: Path, folder: Path, broken: Callable[[Path], bool]) -> Path:
    """Copy a level file and its data; returns the copy. A different file of the same name stays, unless it is broken.

    So a file mended and added again takes the place of the one with the mistakes. Raises `NotTakenError`.
    """
    try:
        return _added(path, folder, broken)
    except UnreadableError as error:
        raise NotTakenError(error.message) from error
    except OSError as error:
        values = {"file": path.name, "error": error.strerror or str(error)}
        raise NotTakenError(Message("own_level.unreadable", values)) from error


def _added(path: Path, folder: Path, broken: Callable[[Path], bool]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if path.resolve().parent == folder.resolve():
        return path
    content = read_bytes(path, LARGEST_LEVEL)
    target = _free(path, content, folder, broken)
    data = {name: read_bytes(path.parent / name, LARGEST_DATA) for name in _beside(path)}
    _spare_others(data, target, folder)
    for name, history in data.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        files.write(folder / name, history)
    files.write(target, content)
    return target


def _beside(path: Path) -> tuple[str, ...]:
    """Histories that a level names and that lie beside it; none of a file that is no level at all."""
    try:
        text = read_bytes(path, LARGEST_LEVEL).decode("utf-8", "replace")
    except UnreadableError:
        return ()
    return tuple(name for name in histories(text) if (path.parent / name).is_file())


def _spare_others(data: dict[str, bytes], target: Path, folder: Path) -> None:
    """Refuse to change a history that another level of the folder lives on."""
    for other in sorted(folder.glob("*.toml")):
        for name in _beside(other) if other != target else ():
            if data.get(name, history := read_bytes(folder / name, LARGEST_DATA)) != history:
                raise NotTakenError(Message("own_level.data_taken", {"file": name, "level": other.name}))


def _free(path: Path, content: bytes, folder: Path, broken: Callable[[Path], bool]) -> Path:
    """The name of the copy: the file's own, or with a number when another file that can be played has it."""
    names = (path.name if number == 1 else f"{path.stem}-{number}{path.suffix}" for number in count(1))
    targets = (folder / name for name in names)
    return next(one for one in targets if not one.exists() or one.read_bytes() == content or broken(one))
