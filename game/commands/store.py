"""`store FILE`: makes a store of a sales history, `date,item,units`, as a level file with its data beside it."""

import argparse
from pathlib import Path

from game.commands import CommandError
from game.commands.tables import unwritable
from game.demand.history_csv import HistoryError
from game.message import Message, render
from game.playing.ownstore import OwnStore, own_store, read
from game.playing.wish import MODES, Wish


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the history and what the store is like."""

    def text(key: str) -> str:
        return render(Message(f"own_store.{key}"), language)

    usual = Wish()
    parser.add_argument("file", metavar="FILE", type=Path, help=text("file"))
    parser.add_argument("--folder", metavar="FOLDER", type=Path, default=Path(), help=text("folder"))
    parser.add_argument("--title", default="", help=text("title"))
    parser.add_argument("--mode", choices=MODES, default=usual.mode, help=text("mode"))
    parser.add_argument("--cost", type=float, default=usual.cost, help=text("cost"))
    parser.add_argument("--price", type=float, default=usual.price, help=text("price"))
    parser.add_argument("--lead-days", type=float, default=usual.lead_days, help=text("lead"))
    parser.add_argument("--keeps", type=int, default=usual.keeps, help=text("keeps"))


def run(options: argparse.Namespace) -> int:
    """Write the level and tell what the history looks like."""
    wish = Wish(options.mode, options.cost, options.price, options.lead_days, options.keeps, title=options.title)
    store = _made(options.file, wish)
    with unwritable(options.folder):
        path = store.write(options.folder)
    for sentence in (*store.report, Message("own_store.written", {"path": str(path)})):
        print(render(sentence, options.language))
    return 0


def _made(path: Path, wish: Wish) -> OwnStore:
    try:
        text = read(path)
    except HistoryError as fault:
        raise CommandError(fault.message) from fault
    try:
        return own_store(text, path.name, wish)
    except HistoryError as fault:
        raise CommandError(fault.message, 1) from fault
