"""A mistake of a level file, and the helpers that word it."""

import datetime
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from game.message import Message

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """A mistake of a level file: where it is, what was found, what is allowed and the nearest right name.

    Lines and columns count from 1, 0 when the whole file is meant; `path` is a key path such as
    `item[tube].offer[rhein].price`. `unreadable` tells a file that could not be read at all.
    """

    file: str
    line: int
    column: int
    path: str
    message: Message
    unreadable: bool = False


@dataclass(frozen=True)
class Finding:
    """A mistake by its place in the document, before the place has a line."""

    path: Path
    message: Message


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, None when nothing is near."""
    known = {entry.lower(): entry for entry in names}
    if found := difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6):
        return known[found[0]]
    if begun := [entry for entry in known if len(entry) > 2 and name.lower().startswith(entry)]:
        return known[max(begun, key=len)]
    parts = _parts(name, known)
    return known[parts[0]] if len(parts) == 1 else None


def slip_of(name: str, names: Iterable[str]) -> bool:
    """Whether a name is one of these but for a letter or two."""
    return bool(difflib.get_close_matches(name, list(names), n=1, cutoff=0.8))


def _parts(name: str, names: Iterable[str]) -> list[str]:
    """Names that a name is a part of."""
    return [entry for entry in names if len(name) > 2 and (entry.startswith(name.lower()) or name.lower() in entry)]


def hint(name: str, names: Iterable[str]) -> Message | str:
    """ "Did you mean ...?" when a name or some are near, else the names that are allowed, else nothing."""
    names = list(names)
    parts = _parts(name, names)
    if 1 < len(parts) < 6 and not slip_of(name, names):
        return Message("problem.did_you_mean_one", {"names": listed(parts)})
    if near := nearest(name, names):
        return Message("problem.did_you_mean", {"name": near})
    return Message("problem.allowed_names", {"names": listed(names)}) if names else ""


def listed(names: Iterable[str]) -> str:
    """Names in back quotes with commas, at most thirty."""
    names = list(names)
    more = ", …" if len(names) > 30 else ""
    return ", ".join(f"`{name}`" for name in names[:30]) + more


def literal(value: Any) -> Message | str:
    """A value as the author would write it, long ones cut; tables and lists by their name."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) <= 40 else f'"{value[:39]}…"'
        case dict():
            return Message("problem.a_table")
        case list() | tuple():
            return Message("problem.a_list")
        case datetime.date() | datetime.time():
            return value.isoformat()
    return str(value) if len(str(value)) <= 40 else f"{str(value)[:39]}…"
