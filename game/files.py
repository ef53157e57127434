"""Files: written whole or not at all, and TOML of strangers read without trust.

A draft beside a file takes its place when it is complete. Where a draft cannot lie (a pipe, a device such as
`/dev/stdout`), the content is written straight through.
"""

import tomllib
from pathlib import Path
from typing import Any

DEEPEST = 1000
"""Points in a line beyond which it is a key nested so deep that `tomllib` would take minutes over it."""


def write(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8 with its line ends as they are; on `OSError` nothing has changed."""
    raw = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(raw)
        return
    target = path.resolve()
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_bytes(raw)
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def toml(text: str) -> dict[str, Any]:
    """A TOML document; raises `ValueError`, also for what is nested too deep to be read."""
    if too_deep(text) is not None:
        raise ValueError("nested too deep")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def too_deep(text: str) -> int | None:
    """The first line (from 1) with a key nested too deep to be read, None when there is none."""
    return next((place for place, line in enumerate(text.split("\n"), 1) if line.count(".") > DEEPEST), None)
