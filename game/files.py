"""Files, written whole or not at all: a draft beside a file takes its place when it is complete.

Where a draft cannot lie (a pipe, a device such as `/dev/stdout`), the content is written straight through.
"""

from pathlib import Path


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
