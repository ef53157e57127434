"""The form of a level: does each key exist, is each value of the right kind and size?

pydantic does the comparing; its errors are put into our words. So that one reading finds all mistakes, a draft
with mistakes of form is mended with harmless values where it is wrong, and looked at further for sense.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from game.levelfile.advice import advice
from game.levelfile.allowed import allowed, homes_of, keys_of, placeholder, required
from game.levelfile.problems import Finding, Path, hint, listed, literal, slip_of
from game.message import UNSEEN, Message

LARGEST = 2**53
MOST = 500
Kinds = set[Any]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Draft(Generic[Model]):
    """What reading a table gave: the mistakes, and its `value`, None when past mending.

    Mended places are `removed` (unknown keys, and keys that are not needed) or `filled` with a harmless value.
    """

    value: Model | None
    findings: tuple[Finding, ...]
    removed: frozenset[Path] = frozenset()
    filled: frozenset[Path] = frozenset()


@dataclass(frozen=True)
class _Error:
    """An error of pydantic: `branch` is where a choice of types began, and the shape of the type it tried."""

    kind: str
    path: Path
    branch: tuple[Path, type] | None


def read(model: type[Model], raw: dict[str, Any], at: Path = (), known: tuple[str, ...] = ()) -> Draft[Model]:
    """Check a table that stands at a path; `known` are further keys to propose where a key is unknown."""
    findings = list(_unfit(raw, ()))
    errors = _errors(model, raw)
    seen = {finding.path for finding in findings}
    findings += [_finding(_Place(model, raw, at, known), error) for error in errors if error.path not in seen]
    placed = tuple(Finding((*at, *finding.path), finding.message) for finding in findings)
    wrong = {_mending(error) for error in errors} | {(path, False) for path in seen}
    return _mended(model, raw, wrong, placed)


def frozen(value: Any) -> Any:
    """A value with its lists as tuples, as strict models want them."""
    if isinstance(value, dict):
        return {key: frozen(inner) for key, inner in value.items()}
    return tuple(frozen(inner) for inner in value) if isinstance(value, list | tuple) else value


def _unfit(value: Any, path: Path) -> Iterator[Finding]:
    """Numbers without end (`inf`, `nan`), or beyond what can be counted exactly; texts with signs nobody can see."""
    if isinstance(value, dict | list):
        pairs: Any = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            yield from _unfit(inner, (*path, key))
    elif isinstance(value, int | float) and not abs(value) <= LARGEST:
        yield Finding(path, Message("problem.too_large", {"key": label(path), "found": literal(value)}))
    elif isinstance(value, str) and (sign := UNSEEN.search(value)):
        yield Finding(path, Message("problem.control", {"code": f"{ord(sign[0]):04X}"}))


def _errors(model: type[BaseModel], raw: dict[str, Any]) -> list[_Error]:
    try:
        model.model_validate(frozen(raw))
    except ValidationError as error:
        found = [_located(raw, entry["type"], entry["loc"]) for entry in error.errors(include_url=False)[:MOST]]
        return _told_apart(raw, [entry for entry in found if not _hollow(raw, entry)])
    return []


def _located(raw: Any, kind: str, loc: Path) -> _Error:
    """pydantic's place without the names of types that it puts in between."""
    path: Path = ()
    branch = None
    value = raw
    for place, step in enumerate(loc):
        inside = _inside(value, step)
        last = place == len(loc) - 1
        if inside or (last and kind == "missing"):
            path = (*path, step)
            value = value[step] if inside else None
        elif step != "[key]":
            name = str(step)
            table = name.startswith("dict") or name[:1].isupper()
            branch = (path, dict if table else list if name.startswith("tuple") else str)
    return _Error("key" if loc and loc[-1] == "[key]" else kind, path, branch)


def _inside(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def value_at(raw: Any, path: Path) -> Any:
    """The value at a path, None where there is none."""
    for step in path:
        if not _inside(raw, step):
            return None
        raw = raw[step]
    return raw


def _hollow(raw: Any, error: _Error) -> bool:
    """pydantic calls a list too short when its elements have mistakes of their own; that is no news."""
    return error.kind == "too_short" and bool(value_at(raw, error.path))


def _told_apart(raw: Any, errors: list[_Error]) -> list[_Error]:
    """Of several possible types only the one that the author meant, and one error for each place."""
    kept: dict[tuple[Path, bool], _Error] = {}
    for error in errors:
        if error.branch:
            at, shape = error.branch
            meant = _shape(value_at(raw, at))
            if shape is not meant and any(other.branch == (at, meant) for other in errors):
                continue
        kept.setdefault((error.path, error.kind == "key"), error)
    return list(kept.values())


def _shape(value: Any) -> type:
    """Table, list, or (as `str`) a single value."""
    return type(value) if isinstance(value, dict | list) else str


@dataclass(frozen=True)
class _Place:
    """What is read, where it stands in the document, and keys known there beside the model's."""

    model: type[BaseModel]
    raw: dict[str, Any]
    at: Path
    known: tuple[str, ...]


def _finding(place: _Place, error: _Error) -> Finding:
    path = error.path
    match error.kind:
        case "extra_forbidden":
            return Finding(path, _unknown(place, path))
        case "missing" if isinstance(path[-1], str):
            return _missing(place, path)
        case "missing" | "too_short" | "too_long":
            return _length(place, path[:-1] if error.kind == "missing" else path)
        case "key":
            return Finding(path, Message("problem.bad_id", {"key": str(path[-1])}))
        case "string_too_long":
            return Finding(path, Message("problem.long_id", {"key": label(path)}))
    found = value_at(place.raw, path)
    values = {"key": label(path), "allowed": allowed(place.model, path), "found": literal(found)}
    return Finding(path, Message("problem.wrong", {**values, "hint": advice(place.model, path, found)}))


def _unknown(place: _Place, path: Path) -> Message:
    names = [*place.known, *keys_of(place.model, path[:-1])]
    where = table((*place.at, *path[:-1]))
    key = str(path[-1])
    homes = [] if slip_of(key, names) else homes_of(place.model, key)
    said = Message("problem.belongs", {"key": key, "places": listed(homes)}) if homes else hint(key, names)
    return Message("problem.unknown_key", {"key": key, "table": where, "hint": said})


def _missing(place: _Place, path: Path) -> Finding:
    where = table((*place.at, *path[:-1]))
    values = {"table": where, "key": path[-1], "allowed": allowed(place.model, path)}
    return Finding(path[:-1], Message("problem.missing", values))


def _length(place: _Place, path: Path) -> Finding:
    many = len(value_at(place.raw, path) or ())
    values = {"key": label(path), "allowed": allowed(place.model, path), "count": many}
    return Finding(path, Message("problem.length" if many else "problem.empty", values))


def _mending(error: _Error) -> tuple[Path, bool]:
    """The place to mend, and whether its key has no business there."""
    whole = error.kind == "missing" and isinstance(error.path[-1], int)
    return error.path[:-1] if whole else error.path, error.kind in ("extra_forbidden", "key")


def _mended(
    model: type[Model], raw: dict[str, Any], wrong: set[tuple[Path, bool]], findings: tuple[Finding, ...]
) -> Draft[Model]:
    draft = deepcopy(raw)
    removed, filled = set(), set()
    for path, odd in sorted(wrong, key=lambda entry: len(entry[0]), reverse=True):
        if odd or not required(model, path):
            removed.add(path)
            _remove(value_at(draft, path[:-1]), path[-1])
        else:
            filled.add(path)
            _fill(value_at(draft, path[:-1]), path[-1], placeholder(model, path))
    try:
        value = model.model_validate(frozen(draft))
    except ValidationError:
        return Draft(None, findings, frozenset(removed), frozenset(filled))
    return Draft(value, findings, frozenset(removed), frozenset(filled))


def _remove(holder: Any, key: str | int) -> None:
    if isinstance(holder, dict):
        holder.pop(key, None)


def _fill(holder: Any, key: str | int, value: Any) -> None:
    if isinstance(holder, dict) or _inside(holder, key):
        holder[key] = value


def table(path: Path) -> Message | str:
    """A table as its header is written: `[[item.offer]]`, `[calendar]`; the top level by its name."""
    names = ".".join(str(step) for step in path if isinstance(step, str))
    if not names:
        return Message("problem.top")
    return f"[[{names}]]" if isinstance(path[-1], int) else f"[{names}]"


def label(path: Path) -> str:
    """The last key of a path; `open_days[2]` for the second element of a list."""
    if path and isinstance(path[-1], int):
        return f"{label(path[:-1])}[{path[-1] + 1}]"
    return str(path[-1]) if path else ""
