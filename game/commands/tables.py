"""Tables, progress and JSON that several commands write."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Any

import platformdirs
from rich import box
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from game import files, jobs
from game.commands import CommandError
from game.message import Message, render

STDOUT = Path("-")


def table(title: str, *columns: str) -> Table:
    """A plain table, figures to the right."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    made.add_column(title)
    for column in columns:
        made.add_column(column, justify="right")
    return made


def console() -> Console:
    """Where tables go. Names come from level files: what looks like markup in them is shown as it stands."""
    return Console(highlight=False, soft_wrap=False, markup=False, emoji=False)


def plans_folder() -> Path:
    """Where the best plans known are kept: where they can be found again, and may be deleted."""
    return Path(platformdirs.user_cache_path("milkrun", appauthor=False)) / "plans"


@contextmanager
def progress(text: str) -> Iterator[jobs.Progress]:
    """A bar on the error stream while work is done, gone afterwards; none where nobody looks."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with shown:
        task = shown.add_task(text, total=1.0)
        yield lambda share: shown.update(task, completed=share)


def write_json(content: Any, path: Path) -> None:
    """JSON with two blanks of indent to a file, or to the terminal for `-`; figures that are undefined are null."""
    write(json.dumps(_plain(content), indent=2, ensure_ascii=False, allow_nan=False) + "\n", path)


def write(text: str, path: Path, told: str = "") -> None:
    """A text to a file, which is `told`, or to the terminal for `-`, alone; raises `CommandError`."""
    if path == STDOUT:
        print(text, end="")
        return
    with unwritable(path):
        files.write(path, text)
    if told:
        print(told)


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Gives up with a sentence when something cannot be written."""
    try:
        yield
    except OSError as error:
        values = {"path": str(path), "error": error.strerror or str(error)}
        raise CommandError(Message("run.unwritable", values)) from error


def add_json(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare `--json`."""
    words = render(Message("command.play.json"), language)
    parser.add_argument("--json", metavar="FILE", type=Path, help=words)


def whole(low: int, high: int) -> Any:
    """A type of option: whole numbers between bounds."""

    def number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{low}..{high}")
        return value

    return number


def _plain(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(value) for value in content]
    if isinstance(content, float) and not isfinite(content):
        return None
    return content
