"""What is wrong with a text that is not TOML: a place and a sentence about the usual slips.

`tomllib` says where it stopped; the line, and what the position scanner had open there, say what was meant.
The line is then read as it was meant, or left out, and the text tried again, so that all slips are found at once and
the rest of the file can be judged with them.
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from game import files
from game.levelfile.positions import Places, position, scan
from game.levelfile.repairs import left_out
from game.levelfile.slips import RULES, Slip, Stop, short
from game.message import Message

MOST = 20
LONGEST = 500
PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Reading:
    """What reading gave: the document of `text`, which is the file's with its slips mended, and these slips.

    Of the lines `left_out` only the key was read. Where reading `stopped`, the document is empty.
    """

    text: str
    document: dict[str, Any]
    slips: tuple[Slip, ...] = ()
    left_out: frozenset[int] = frozenset()
    stopped: bool = False


def parse(text: str) -> Reading:
    """The document of a text, with the slips of notation that it was mended of."""
    deep = files.too_deep(text)
    if deep is not None:
        return Reading(text, {}, (Slip(deep, 1, Message("problem.deep")),), stopped=True)
    attempt = _Attempt(text)
    while True:
        try:
            document = tomllib.loads(attempt.text)
        except (ValueError, RecursionError) as error:
            if not attempt.mend(_slip(str(error), attempt.text)):
                return Reading(text, {}, tuple(attempt.slips.values()), stopped=True)
        else:
            return Reading(attempt.text, document, tuple(attempt.slips.values()), frozenset(attempt.left))


class _Attempt:
    """A text being mended: each line first as it was meant, then without its value."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.found = tuple(self.lines)
        self.slips: dict[int, Slip] = {}
        self.left: set[int] = set()

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def mend(self, slip: Slip) -> bool:
        """Whether the slip's line could be mended; its first slip is the one that is told."""
        line, again = slip.line, slip.line in self.slips
        self.slips.setdefault(line, slip)
        known = not again and len(self.found[line - 1]) <= LONGEST
        instead = slip.instead if known else None
        if instead is None:
            instead = None if line in self.left else left_out(self.found[line - 1])
            self.left.add(line)
        if instead is None or len(self.slips) == MOST:
            return False
        self.lines[line - 1] = instead
        return True


def _slip(reason: str, text: str) -> Slip:
    places = scan(text)
    stop = _stop(reason, text, places)
    for rule in RULES:
        if slip := rule(stop):
            return slip
    return Slip(stop.line, stop.column, Message("problem.syntax", {"text": short(stop.text)}))


def _stop(reason: str, text: str, places: Places) -> Stop:
    match = PLACE.search(reason)
    if match and match[1]:
        line, column = int(match[1]), int(match[2])
    elif match:
        line, column = position(text, len(text.rstrip()))
    else:
        line, column = position(text, min(places.lost or 0, len(text)))
    lines = text.split("\n")
    return Stop(reason, line, column, lines[min(line, len(lines)) - 1][:LONGEST], places)
