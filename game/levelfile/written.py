"""Numbers that TOML reads, but hardly as meant: `12.000` for twelve thousand, `[0,90, 0,94]` for two shares."""

import re
from collections.abc import Iterator

from game.levelfile.positions import Places
from game.levelfile.problems import Finding
from game.message import Message

LONGEST = 200
THOUSANDS = re.compile(r"(?:[^=\[\]{}\"'#\n]*=\s*)?(-?[1-9]\d{0,2})\.(\d\d0)(?=\s*(?:[,\]}#\n]|$))")
PAIRS = re.compile(r"[^=\[\]{}\"'#\n]*=\s*\[\s*(\d+,\d+(?:,\s+\d+,\d+)+)\s*,?\s*\]")


def findings(places: Places) -> Iterator[Finding]:
    """Each such number at its key, with both ways to write it."""
    for path, offset in places.keys.items():
        line = places.text[offset : offset + LONGEST].partition("\n")[0]
        key = str(next(step for step in reversed(path) if isinstance(step, str)))
        if found := THOUSANDS.match(line):
            values = {"key": key, "found": f"{found[1]}.{found[2]}", "thousand": f"{found[1]}_{found[2]}"}
            good = f"{found[1]}.{found[2].rstrip('0') or '0'}"
            yield Finding(path, Message("problem.point_thousand", {**values, "good": good}))
        elif found := PAIRS.match(line):
            pairs = [entry.replace(",", ".") for entry in re.split(r",\s+", found[1])]
            yield Finding(path, Message("problem.comma_list", {"key": key, "good": ", ".join(pairs)}))
