"""What a list shows of each level file, remembered between starts, so that no level need be read to list it.

A file counts as known while its size and time of change are those remembered; the rest is read as ever.
"""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.message import Text


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

    def __init__(self, store: Path, look: Callable[[Path], Face]) -> None:
        self._store, self._look = store, look
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
            self._write()
        return found

    def _write(self) -> None:
        content = {path: [mark, asdict(face)] for path, (mark, face) in self._known.items() if Path(path).exists()}
        draft = self._store.with_suffix(".new")
        with contextlib.suppress(OSError):
            draft.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
            draft.replace(self._store)


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
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return {}


def _face(kept: dict[str, Any]) -> Face:
    return Face(**{**kept, "teaches": tuple(kept["teaches"])})
