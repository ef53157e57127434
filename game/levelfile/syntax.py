"""What is wrong with a text that is not TOML: a place and a sentence about the usual slips.

`tomllib` says where it stopped; the line, and what the position scanner had open there, say what was meant.
A slip that concerns its line alone is blanked out and the text tried again, so that several are found at once.
"""

import re
import tomllib
from typing import Any

from game.levelfile.positions import Places, position, scan
from game.levelfile.slips import RULES, Slip, Stop, short
from game.message import Message

MOST = 20
LONGEST = 500
PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(text: str) -> tuple[dict[str, Any], tuple[Slip, ...]]:
    """The document of a text, or the slips that keep it from being read."""
    slips: list[Slip] = []
    lines = text.split("\n")
    while len(slips) < MOST:
        try:
            document = tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:
            slips.append(_slip(str(error), "\n".join(lines)))
            if not slips[-1].alone:
                break
            lines[slips[-1].line - 1] = ""
        else:
            return document, tuple(slips)
    return {}, tuple(slips)


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
