"""Run files: a run as JSON text, canonical (sorted keys, LF, UTF-8), so that equal runs are equal files.

A file that is unreadable, cut off, too large, no run or newer than this game is answered with a sentence
(`RunError`), never with a traceback.
"""

import json
from pathlib import Path

from pydantic import ValidationError

from game import files
from game.message import Message
from game.run.play import RunError
from game.run.saved import FORMAT, Saved

LARGEST = 64 * 2**20


def save_file(saved: Saved, path: Path) -> None:
    """Write a run file, whole or not at all; `OSError` becomes a `RunError`."""
    try:
        files.write(path, text(saved))
    except OSError as error:
        raise RunError(Message("run.unwritable", {"path": str(path), "error": _reason(error)})) from error


def text(saved: Saved) -> str:
    """The text of a run file; only of a what-if does it say where that parted."""
    content = saved.model_dump(mode="json", exclude={"parted"} if saved.parted is None else None)
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def load_file(path: Path) -> Saved:
    """Read a run file; raises `RunError` with the sentence to show."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise RunError(Message("run.unreadable", {"path": str(path), "error": _reason(error)})) from error
    if len(raw) > LARGEST:
        raise RunError(Message("run.huge", {"path": str(path), "limit": LARGEST // 2**20}))
    return _parsed(raw, str(path))


def _parsed(raw: bytes, path: str) -> Saved:
    try:
        content = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RunError(Message("run.broken", {"path": path})) from error
    version = content.get("milkrun") if isinstance(content, dict) else None
    if type(version) is not int:
        raise RunError(Message("run.foreign", {"path": path}))
    if version > FORMAT:
        raise RunError(Message("run.newer", {"path": path, "theirs": version, "ours": FORMAT}))
    try:
        return Saved.model_validate_json(raw)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"])
        raise RunError(Message("run.invalid", {"path": path, "place": place})) from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
