"""Taking a level file into the player's folder, with the sales histories it names beside it."""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath


def add(path: Path, folder: Path, broken: Callable[[Path], bool]) -> Path:
    """Copy a level file and its data; returns the copy. A different file of the same name stays, unless it is broken.

    So a file mended and added again takes the place of the one with the mistakes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if path.resolve().parent == folder.resolve():
        return path
    target = _free(path, folder, broken)
    for name in data_named(path):
        beside = folder / name
        beside.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path.parent / name, beside)
    shutil.copyfile(path, target)
    return target


def data_named(path: Path) -> Iterator[str]:
    """Files that the level names and that lie beside it; a text that is no TOML names none."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (ValueError, OSError):
        return
    streams = content.get("stream", [])
    for stream in streams if isinstance(streams, list) else []:
        demand = stream.get("demand") if isinstance(stream, dict) else None
        name = demand.get("file") if isinstance(demand, dict) else None
        if isinstance(name, str) and _inside(name) and (path.parent / name).is_file():
            yield name


def _inside(name: str) -> bool:
    """Whether a name stays beneath the level's folder."""
    place = PurePosixPath(name)
    return not place.is_absolute() and ".." not in place.parts and "\\" not in name and ":" not in name


def _free(path: Path, folder: Path, broken: Callable[[Path], bool]) -> Path:
    """The name of the copy: the file's own, or with a number when another file that can be played has it."""
    content = path.read_bytes()
    for number in range(1, 10_000):
        name = path.name if number == 1 else f"{path.stem}-{number}{path.suffix}"
        target = folder / name
        if not target.exists() or target.read_bytes() == content or broken(target):
            return target
    raise FileExistsError(path.name)
