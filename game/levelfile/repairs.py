"""A line of notation as it was surely meant, or left out so that the rest of its file can be judged without it.

`LEFT_OUT` is a value that is right for no key: what stands there is wrong, and nothing is concluded from it.
"""

import re

from game.levelfile.positions import position

LEFT_OUT = "00:00:00"
CLOSES = {"[": "]", "{": "}"}
OWN_KEY = re.compile(r"\s*(?!format\b)[A-Za-z0-9_.-]+\s*=")
HEADER = re.compile(r"\s*\[{1,2}[^\[\]]+\]{1,2}\s*(#.*)?$")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
BRACED = re.compile(r"\{[^{}]*\}")


def line_at(text: str, offset: int) -> str:
    """The whole line that an offset stands in."""
    return text.split("\n")[position(text, offset)[0] - 1]


def left_out(line: str) -> str | None:
    """The line's key with `LEFT_OUT`; None where more than the value of one key would be lost."""
    key = OWN_KEY.match(line)
    rest = line[key.end() :] if key else ""
    lonely = key and "=" not in BRACED.sub("", _plain(rest)) and without(rest) is not None
    return f"{key[0]} {LEFT_OUT}" if key and lonely else None


def without(line: str) -> str | None:
    """A blank line; None where the value goes on in the next one."""
    plain = _plain(line)
    whole = all(plain.count(first) == plain.count(last) for first, last in CLOSES.items())
    return "" if whole and '""' not in line and "''" not in line else None


def _plain(line: str) -> str:
    """A line without what it quotes, and without its comment."""
    return QUOTED.sub("", line).partition("#")[0]


def closed(text: str, offset: int) -> str | None:
    """The line of a text that begins at an offset and lacks its end, closed there; None where it might end earlier."""
    sign, line = text[offset], line_at(text, offset)
    begun = text[offset + 1 :].partition("\n")[0]
    return f"{line}{sign}" if re.fullmatch(r"[^\"'#,\]}\\]+", begun) else None


def inserted(text: str, offset: int, what: str) -> str:
    """The line of an offset with something put in there."""
    column = position(text, offset)[1] - 1
    line = line_at(text, offset)
    return f"{line[:column]}{what}{line[column:]}"


def ended(text: str, offset: int) -> str | None:
    """The line of an open list or table closed at its end, where the next line begins something else, or None."""
    line = line_at(text, offset)
    following = text[offset:].partition("\n")[2].lstrip("\n").partition("\n")[0]
    begins = not following.strip() or HEADER.match(following) or OWN_KEY.match(following)
    return f"{line.rstrip()}{CLOSES[text[offset]]}" if begins and "#" not in line else None
