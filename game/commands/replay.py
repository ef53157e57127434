"""`replay`: a saved run played again, every figure compared; exit code 1 with the first difference."""

import argparse
from pathlib import Path

from game import levelfile
from game.commands import CommandError
from game.message import Message, render
from game.run import RunError, TapeError, first_difference, load_file, opened, resume


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    help_text = render(Message("command.replay.run"), language)
    parser.add_argument("run", metavar="RUN", type=Path, help=help_text)


def run(options: argparse.Namespace) -> int:
    """Play the run again and say whether it came out the same."""
    try:
        saved = load_file(options.run)
        played = resume(saved, opened(saved, levelfile.loads))
    except RunError as error:
        raise CommandError(error.message, 1 if isinstance(error, TapeError) else 2) from error
    difference = first_difference(saved, played)
    if difference is not None:
        raise CommandError(difference, 1)
    values = {"turns": played.turn, "figures": len(saved.figures), "digest": played.digest()}
    print(render(Message("command.replay.same", values), options.language))
    return 0
