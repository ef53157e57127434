"""`report`: the debrief of a saved run as one web page that needs nothing else."""

import argparse
from pathlib import Path

from game import levelfile
from game.archive import Archive
from game.commands import CommandError
from game.message import Message, render
from game.playing.report import page
from game.playing.session import Session
from game.run import RunError, load_file, opened, resume


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    parser.add_argument("run", metavar="RUN", type=Path, help=render(Message("command.replay.run"), language))
    help_text = render(Message("command.report.html"), language)
    parser.add_argument("--html", metavar="FILE", type=Path, default=None, help=help_text)


def run(options: argparse.Namespace) -> int:
    """Write the page beside the run file, or where it is wanted."""
    target: Path = options.html or options.run.with_suffix(".html")
    try:
        saved = load_file(options.run)
        played = resume(saved, opened(saved, levelfile.loads))
    except RunError as error:
        raise CommandError(error.message) from error
    text = page(Session(played, Archive(None), None, dict(saved.answers), options.language))
    try:
        target.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        values = {"path": str(target), "error": error.strerror or str(error)}
        raise CommandError(Message("run.unwritable", values)) from error
    print(render(Message("command.report.written", {"path": str(target)}), options.language))
    return 0
