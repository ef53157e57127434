"""The usual slips of notation, each told by one rule from where reading stopped.

A rule gets the `Stop` and answers with a `Slip`, or None when it is not about it; the first answer counts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from game.levelfile.positions import Places, position
from game.levelfile.repairs import CLOSES, QUOTED, closed, ended, inserted, line_at, without
from game.levelfile.values import MINOR, UNSURE, VALUES, written
from game.message import Message

KEY = r"\s*(?P<key>[A-Za-z0-9_.\"'-]+)\s*"
INSIDE = re.compile(r"(?<=[{,])\s*(?P<key>[\w.\"-]+)\s*=\s*(?P<value>-?\d+,\d+)(?=\s*[,}])")
PAIR = re.compile(rf"(?:.*[{{,])?{KEY}=\s*(?P<value>[^#]*?)\s*(?:#.*)?$")
SMART = re.compile("[\u00ab\u00bb\u2018-\u201f]")
VALUE_REASONS = ("Invalid value", "Expected newline", "Invalid date", "Unclosed", "Unterminated", 'Expected "')
ODD = re.compile("[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]")
DASH = re.compile("(?<==)\\s*[\u2010-\u2015\u2212](?=[\\d.])")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Slip:
    """A mistake of notation; `instead` is the line as it was surely meant, None where nobody can know.

    A `minor` slip is dropped where something else is wrong with its key, which then says more.
    """

    line: int
    column: int
    message: Message
    instead: str | None = None
    minor: bool = False


@dataclass(frozen=True)
class Stop:
    """Where reading stopped and why; `text` is the line's."""

    reason: str
    line: int
    column: int
    text: str
    places: Places


def short(text: str) -> str:
    """A line without its indent, cut at 60 characters."""
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:59]}…"


def _at(stop: Stop, slip: str, /, column: int | None = None, instead: str | None = None, **values: Any) -> Slip:
    first = len(stop.text) - len(stop.text.lstrip()) + 1
    return Slip(stop.line, first if column is None else column, Message(f"problem.{slip}", values), instead)


def _deep(stop: Stop) -> Slip | None:
    return _at(stop, "deep") if "recursion" in stop.reason else None


def _digits(stop: Stop) -> Slip | None:
    return _at(stop, "digits") if "digits" in stop.reason else None


def _twice(stop: Stop) -> Slip | None:
    """A key or a table that occurs a second time."""
    if not (
        "overwrite" in stop.reason or "twice" in stop.reason or "mutate" in stop.reason or "Duplicate" in stop.reason
    ):
        return None
    text = stop.places.text
    if not stop.places.twice:
        return _at(stop, "twice_somewhere")
    path, first, second = stop.places.twice[0]
    line, column = position(text, second)
    said = line_at(text, second)
    header = said.lstrip().startswith("[")
    key = "twice_table" if header else "twice"
    name = ".".join(str(step) for step in path if isinstance(step, str)) if header else str(path[-1])
    values = {"key": name, "first": position(text, first)[0]}
    return Slip(line, column, Message(f"problem.{key}", values), None if header else without(said))


def _smart_quotes(stop: Stop) -> Slip | None:
    match = SMART.search(stop.text)
    if not match or '"' in stop.text[: match.start()]:
        return None
    return _at(stop, "smart_quotes", match.start() + 1, SMART.sub('"', stop.text), found=match[0])


def _open_text(stop: Stop) -> Slip | None:
    """A text whose end is missing: said at its beginning."""
    text, offset = stop.places.text, stop.places.open[-1] if stop.places.open else 0
    if not stop.places.open or text[offset] not in "\"'":
        return None
    line, column = position(text, offset)
    if text.startswith(text[offset] * 3, offset):
        return Slip(line, column, Message("problem.long_text"))
    return Slip(line, column, Message("problem.quote", {"sign": text[offset]}), closed(text, offset))


def _open_bracket(stop: Stop) -> Slip | None:
    """A list, table or header that is not closed: said at its beginning."""
    if not stop.places.open:
        return None
    text, offset = stop.places.text, stop.places.open[-1]
    line, column = position(text, offset)
    lost = len(text) if stop.places.lost is None else stop.places.lost
    if _heads(text, offset):
        return _header(stop, line, column)
    if text[offset] == "{" and text[lost : lost + 1] == "}":
        return Slip(line, column, Message("problem.inline_comma"), re.sub(r",\s*}", " }", line_at(text, offset)))
    if text[offset] == "{" and re.search(r"[{,]\s*(#.*)?$", line_at(text, offset)):
        return Slip(line, column, Message("problem.inline_lines"))
    if _comma_missing(text, lost):
        return Slip(*position(text, lost), Message("problem.comma"), inserted(text, lost, ", "))
    values = {"sign": text[offset], "other": CLOSES[text[offset]]}
    return Slip(line, column, Message("problem.bracket", values), ended(text, offset))


def _heads(text: str, offset: int) -> bool:
    """Whether a bracket begins a header: nothing stands before it in its line."""
    return text[offset] == "[" and not text[:offset].rpartition("\n")[2].strip()


def _comma_missing(text: str, lost: int) -> bool:
    """Whether the walk was lost in front of another value, with the closing bracket still to come."""
    rest = text[lost:].partition("\n")
    begins = re.match(r"[\"'\d{\[-]|[A-Za-z_]+\s*=", rest[0])
    return bool(begins) and any(sign in rest[0] for sign in "]}") and not text[:lost].rstrip(" \t").endswith("\n")


def _header(stop: Stop, line: int, column: int) -> Slip:
    text = stop.places.text.split("\n")[line - 1].strip().partition("#")[0].strip()
    many = text.startswith("[[") or text.endswith("]]")
    name = text.strip("[] ")
    good = f"[[{name}]]" if many else f"[{name}]"
    if text == good:
        return Slip(line, column, Message("problem.header_name", {"text": short(text)}))
    return Slip(line, column, Message("problem.header", {"text": short(text), "good": short(good)}), good)


def _no_equals(stop: Stop) -> Slip | None:
    """`price 4.20` or `price: 4.20`."""
    match = re.match(rf"^{KEY}(?P<colon>:?)\s*(?P<value>.*)$", stop.text)
    if not match or "Expected '='" not in stop.reason:
        return None
    good = f"{match['key']} = {match['value']}".strip()
    return _at(stop, "colon" if match["colon"] else "equals", stop.column, good, good=short(good))


def _comma_inside(stop: Stop) -> Slip | None:
    """A comma decimal in a table in braces: what follows the comma is neither a key nor the end."""
    match = INSIDE.search(stop.text)
    if not match or not any(word in stop.reason for word in ("Expected", "Invalid")) or _opened_before(stop):
        return None
    good = INSIDE.sub(lambda found: f"{found['key']} = {found['value'].replace(',', '.')}", stop.text)
    value = match["value"].replace(",", ".")
    slip = _at(stop, "comma_decimal", match.start("value") + 1, good, key=match["key"], good=value)
    return replace(slip, minor=True)


def _semicolons(stop: Stop) -> Slip | None:
    """Entries of a list or a table in braces that are parted by semicolons."""
    plain = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), stop.text).partition("#")[0]
    places = [match.start() for match in re.finditer(r";(?=[^\[{]*[\]}])", plain)]
    if not places or _opened_before(stop):
        return None
    instead = "".join("," if place in places else sign for place, sign in enumerate(stop.text))
    return _at(stop, "semicolons", places[0] + 1, instead)


def _value(stop: Stop) -> Slip | None:
    """A value that is none, told by how it looks."""
    match = PAIR.match(stop.text)
    if not match or not any(word in stop.reason for word in VALUE_REASONS) or _opened_before(stop):
        return None
    key, value = match["key"], match["value"]
    column = match.start("value") + 1
    for pattern, name in VALUES:
        if found := re.match(pattern, value):
            good = written(name, found.groupdict(), value)
            instead = f"{stop.text[: column - 1]}{good}" if good and name not in UNSURE else None
            slip = _at(stop, name, column, instead, key=key, value=short(value), good=short(good))
            return replace(slip, minor=name in MINOR)
    return None


def _opened_before(stop: Stop) -> bool:
    """Whether a bracket or text begun in an earlier line is still open, so that this line is innocent."""
    places = stop.places
    return bool(places.open) and position(places.text, places.open[-1])[0] < stop.line


def _quote(stop: Stop) -> Slip | None:
    """A text whose closing mark is missing: the line has an odd number of them."""
    for sign in "\"'":
        if stop.text.partition("#")[0].count(sign) % 2 and ("=" in stop.text or "[" in stop.text):
            return _at(stop, "quote", column=stop.text.index(sign) + 1, sign=sign)
    return None


def _backslash(stop: Stop) -> Slip | None:
    if "Unescaped" not in stop.reason and "Hex" not in stop.reason and "unicode scalar" not in stop.reason:
        return None
    return _at(stop, "backslash", max(1, stop.column - 1), stop.text.replace("\\", "\\\\"))


def _control(stop: Stop) -> Slip | None:
    match = CONTROL.search(stop.text)
    if not match:
        return None
    return _at(stop, "control", match.start() + 1, CONTROL.sub("", stop.text), code=f"{ord(match[0]):04X}")


def _odd_sign(stop: Stop) -> Slip | None:
    """A blank or a minus sign as word processors and web pages write it."""
    if ODD.match(stop.text, stop.column - 1):
        return _at(stop, "odd_blank", stop.column, ODD.sub(" ", stop.text))
    if match := DASH.search(stop.text):
        return _at(stop, "odd_minus", match.end(), DASH.sub(" -", stop.text))
    return None


def _foreign_key(stop: Stop) -> Slip | None:
    """A key with letters beyond a to z, or with blanks, and no quotes."""
    match = re.match(r"\s*(?P<key>[^=\[{\"'#]+?)\s*=", stop.text)
    if not match or re.fullmatch(r"[A-Za-z0-9_.-]+", match["key"]):
        return None
    instead = f'"{match["key"]}"{stop.text[match.end("key") :]}'
    return replace(_at(stop, "key_letters", None, instead, key=short(match["key"])), minor=True)


RULES: tuple[Callable[[Stop], Slip | None], ...] = (
    _deep, _digits, _twice, _control, _odd_sign, _smart_quotes, _backslash, _foreign_key, _comma_inside,
    _semicolons, _no_equals, _value, _open_text, _open_bracket, _quote,
)  # fmt: skip
