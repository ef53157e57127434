"""What a list shows of each level file, remembered between starts, so that no level need be read to list it.

A file counts as known while its size and time of change are those remembered; the rest is read as ever.
"""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game import files
from game.message import Text

MINUTES = 10
"""Of a level that does not say, as in `game.level`."""


@dataclass(frozen=True)
class Face:
    """A sound level as its file names it; a broken one has no `id`."""

    id: str = ""
    title: Text = ""
    kind: str = ""
    minutes: int = 0
    teaches: tuple[Text, ...] = ()
    chapter: int | None = None
    order: int | None = None


class Faces:
    """Faces by path; `look` reads a file that is new or has changed. `store` may be missing, mangled or read-only."""

    def __init__(self, store: Path, look: Callable[[Path], Face], lasting: bool = True) -> None:
        """What `look` tells is remembered beyond this start only when it is `lasting`."""
        self._store, self._look, self._lasting = store, look, lasting
        self._known = _kept(store)

    def of(self, path: Path) -> Face:
        """The face of a level file."""
        mark = _mark(path)
        known = self._known.get(str(path))
        if known is not None and known[0] == mark:
            return known[1]
        return self._learn(path, mark)

    def look_again(self, path: Path) -> Face:
        """Read a file whatever is remembered: what it names may have changed."""
        return self._learn(path, _mark(path))

    def _learn(self, path: Path, mark: list[int]) -> Face:
        found = self._look(path)
        if self._known.get(str(path)) != (mark, found):
            self._known[str(path)] = (mark, found)
            if self._lasting:
                self._write()
        return found

    def _write(self) -> None:
        content = {path: [mark, asdict(face)] for path, (mark, face) in self._known.items() if Path(path).exists()}
        with contextlib.suppress(OSError):
            files.write(self._store, json.dumps(content, ensure_ascii=False))


def glance(path: Path) -> Face:
    """A face read off the file without judging the level: quick, and wrong for some broken ones."""
    try:
        found = files.toml(path.read_text("utf-8-sig"))
        face = Face(
            found["id"], found["title"], found["kind"], found.get("minutes", MINUTES), tuple(found.get("teaches", ())),
            found.get("chapter"), found.get("order"),
        )  # fmt: skip
    except (OSError, ValueError, TypeError, LookupError):
        return Face()
    return face if _plausible(face) else Face()


def _plausible(face: Face) -> bool:
    texts = all(isinstance(text, str | dict) for text in (face.title, *face.teaches))
    numbers = all(number is None or type(number) is int for number in (face.minutes, face.chapter, face.order))
    return isinstance(face.id, str) and face.kind in ("factory", "store") and texts and numbers


def _mark(path: Path) -> list[int]:
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_mtime_ns, found.st_size]


def _kept(store: Path) -> dict[str, tuple[list[int], Face]]:
    try:
        content = json.loads(store.read_text("utf-8"))
        return {path: (mark, _face(face)) for path, (mark, face) in content.items()}
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}


def _face(kept: dict[str, Any]) -> Face:
    return Face(**{**kept, "teaches": tuple(kept["teaches"])})
