"""Files, written whole or not at all: a draft beside a file takes its place when it is complete.

Where a draft cannot lie (a pipe, a device such as `/dev/stdout`), the text is written straight through.
"""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with its line ends as they are; raises `OSError`, and then nothing has changed."""
    if path.exists() and not path.is_file():
        path.write_text(text, "utf-8", newline="")
        return
    target = path.resolve()
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_text(text, "utf-8", newline="")
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
