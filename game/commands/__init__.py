"""The doors without a window: `play`, `check`, `prove` and the other commands of `COMMANDS`.

Each command is a module with `arguments(parser, language)`, which declares its options, and `run(options)`, which
returns the exit code: 0 fine, 1 a finding (mistakes, a difference, a refused decision), 2 unreadable. It is
imported only when asked for. It gives up by raising `CommandError`, whose sentence goes to the error stream.
"""

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from game.message import Message, languages, render

COMMANDS = ("check", "coach", "manual", "play", "proofs", "prove", "replay", "report", "schema", "store")


class CommandError(Exception):
    """Ends a command with a sentence and an exit code."""

    def __init__(self, message: Message, code: int = 2) -> None:
        super().__init__(message.key)
        self.message = message
        self.code = code


def run(arguments: list[str], write_pdf: Callable[[Any, Path], None] | None = None) -> int | None:
    """Run the command named in `arguments`; its exit code, or None when none is named: the window is wanted.

    `write_pdf` writes a document of `playing.report`; what can do that is not known here.
    """
    asked = next((word for word in arguments if word in COMMANDS), None)
    options = _parser(asked, _spoken(arguments)).parse_args(arguments)
    if options.command is None:
        return None
    options.write_pdf = write_pdf
    try:
        return int(import_module(f"game.commands.{options.command}").run(options))
    except CommandError as stop:
        print(render(stop.message, options.language), file=sys.stderr)
        return stop.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def system_language() -> str:
    """The language of the environment if it is shipped, else English."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, settings), "")
    return spoken[:2] if spoken[:2] in languages() else "en"


def _spoken(arguments: list[str]) -> str:
    """The language asked for, known before the parser is built, because help is read in it."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    first.add_argument("--language", default=system_language())
    try:
        language = first.parse_known_args(arguments)[0].language
    except argparse.ArgumentError:
        return system_language()
    return language if language in languages() else "en"


def _parser(asked: str | None, language: str) -> argparse.ArgumentParser:
    def text(key: str) -> str:
        return render(Message(f"command.{key}"), language)

    parser = argparse.ArgumentParser(prog="main.py", description=text("about"), epilog=text("codes"))
    parser.add_argument("--language", choices=languages(), default=language, help=text("language"))
    window = parser.add_argument_group(text("window"))
    window.add_argument("--data", metavar="FOLDER", help=text("data"))
    window.add_argument("--theme", metavar="NAME", help=text("theme"))
    window.add_argument("--quit-after-start", action="store_true", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=text("commands"))
    for name in COMMANDS:
        child = commands.add_parser(name, help=text(f"{name}.help"), description=text(f"{name}.help"))
        child.add_argument("--language", choices=languages(), default=argparse.SUPPRESS, help=text("language"))
        if name == asked:
            import_module(f"game.commands.{name}").arguments(child, language)
    return parser
