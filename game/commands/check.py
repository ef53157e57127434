"""`check FILE...`: whether level files are right, and if not, what is wrong and where.

Exit code 0 when all are fine, 1 when one has mistakes, 2 when one could not be read.
"""

import argparse
from collections.abc import Iterator

from game import levelfile
from game.level import Level, in_language
from game.level.pack import LevelPack
from game.message import Message, render


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the files."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=render(Message("check.files"), language))


def run(options: argparse.Namespace) -> int:
    """Check each file and print what was found; the worst exit code of all."""
    return max(_check(file, options.language) for file in options.files)


def _check(file: str, language: str) -> int:
    found = levelfile.load(file)
    if isinstance(found, LevelPack):
        said = " ".join(render(message, language) for message in (_fine(found, language), *_lacks(found.level)))
        print(f"{file}: {said}")
        return 0
    for problem in found:
        print(_line(problem, language))
    if any(problem.unreadable for problem in found):
        return 2
    count = Message("check.mistakes" if len(found) > 1 else "check.mistake", {"count": len(found)})
    print(f"{file}: {render(count, language)}")
    return 1


def _fine(pack: LevelPack, language: str) -> Message:
    level = pack.level
    values = {"title": in_language(level.title, language), "turns": level.calendar.turns, "items": len(level.item)}
    return Message("check.fine", values)


def _lacks(level: Level) -> Iterator[Message]:
    """What a level can do without, and how it is then played."""
    if not level.goal:
        yield Message("check.no_goals")
    elif "taught" not in level.plan:
        yield Message("check.not_taught")


def _line(problem: levelfile.Problem, language: str) -> str:
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    path = f"  {problem.path}" if problem.path else ""
    return f"{problem.file}{place}{path}  {render(problem.message, language)}"
