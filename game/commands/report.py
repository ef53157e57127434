"""`report`: the debrief of a saved run, with all that the coach says of it, as one web page or as PDF."""

import argparse
from pathlib import Path

from game.archive import Archive
from game.commands.crew import add_workers, crew
from game.commands.levels import find_run
from game.commands.tables import progress, unwritable, write
from game.message import Message, render
from game.playing.coaching import Coach
from game.playing.report import NOTHING, document, page
from game.playing.session import Session
from game.playing.views import Coached


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""

    def text(key: str) -> str:
        return render(Message(f"command.report.{key}"), language)

    parser.add_argument("run", metavar="RUN", type=Path, help=render(Message("command.replay.run"), language))
    parser.add_argument("--html", metavar="FILE", type=Path, default=None, help=text("html"))
    parser.add_argument("--pdf", metavar="FILE", type=Path, default=None, help=text("pdf"))
    parser.add_argument("--without-coach", action="store_true", help=text("without"))
    add_workers(parser, language)


def run(options: argparse.Namespace) -> int:
    """Write the page beside the run file, or what is wanted where it is wanted."""
    session = _session(options)
    coached = NOTHING if options.without_coach or not session.finished else _coached(options, session)
    for path in _wanted(options):
        _write(options, session, coached, path)
    return 0


def _session(options: argparse.Namespace) -> Session:
    saved, played = find_run(options.run)
    return Session(played, Archive(None), None, dict(saved.answers), options.language)


def _coached(options: argparse.Namespace, session: Session) -> Coached:
    with crew(options) as pool, progress(render(Message("debrief.working"), options.language)) as told:
        return Coach(pool).everything(session, told)


def _wanted(options: argparse.Namespace) -> tuple[Path, ...]:
    if options.html is None and options.pdf is None:
        return (options.run.with_suffix(".html"),)
    return tuple(path for path in (options.html, options.pdf) if path is not None)


def _write(options: argparse.Namespace, session: Session, coached: Coached, path: Path) -> None:
    told = render(Message("command.report.written", {"path": str(path)}), options.language)
    if path == options.pdf:
        with unwritable(path):
            options.write_pdf(document(session, coached), path)
        print(told)
    else:
        write(page(session, coached), path, told)
