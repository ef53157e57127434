"""Level files changed at random: numbers within the bounds that the format allows, or anything anywhere."""

import math
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import tomlkit

from game import levelfile

ROOT = Path(__file__).resolve().parents[2]
FILES = tuple(
    sorted(
        [
            *(ROOT / "levels").glob("*.toml"),
            *(ROOT / "tests" / "levelfile" / "good").glob("*.toml"),
            *(ROOT / "tests" / "golden" / "levels").glob("*.toml"),
        ]
    )
)
LONGEST = {"turns": 4, "days_per_turn": 14, "run_out_days": 30}
"""How much is played; the levels themselves may be longer."""
ODD: tuple[Any, ...] = (
    0, -1, 1, 0.5, -0.0, 1e-9, 1e9, 2**63, math.nan, math.inf, True, False, "", "x", "mon", "\u00e4 b", [], [0], {},
    [[]], {"mean": 2, "cv": 1}, [1, 2], "2026-01-01", "a" * 200,
)  # fmt: skip
Path_ = tuple[Any, ...]


@cache
def schema() -> dict[str, Any]:
    """The format as editors know it."""
    return levelfile.schema()


def table_of(file: Path) -> dict[str, Any]:
    """A level file as tables, its calendar cut short."""
    return _cut(tomlkit.parse(file.read_text("utf-8")).unwrap())


def _cut(table: dict[str, Any]) -> dict[str, Any]:
    dates = table["calendar"]
    dates |= {key: min(dates[key], most) for key, most in LONGEST.items() if key in dates}
    return table


def data_beside(file: Path) -> dict[str, str]:
    """The histories that lie beside a level file."""
    return {f"data/{one.name}": one.read_text("utf-8") for one in (file.parent / "data").glob("*.csv")}


def numbers_changed(rng: Random, table: dict[str, Any], count: int) -> dict[str, Any]:
    """Some of its numbers, switches and choices are others that the format allows."""
    result = deepcopy(table)
    places = list(_numbers(result, schema()))
    for path, rule in rng.sample(places, min(count, len(places))):
        _put(result, path, _allowed(rng, rule, _get(result, path)))
    return _cut(result)


def anything_changed(rng: Random, table: dict[str, Any], count: int) -> dict[str, Any]:
    """Values replaced by odd ones, keys gone, tables twice."""
    result = deepcopy(table)
    for _ in range(count):
        path = rng.choice(list(_places(result)))
        owner, key = _get(result, path[:-1]), path[-1]
        match rng.randrange(4):
            case 0:
                del owner[key]
            case 1 if isinstance(owner, list):
                owner.append(deepcopy(owner[key]))
            case 2:
                owner[key] = deepcopy(_get(result, rng.choice(list(_places(result)))))
            case _:
                owner[key] = deepcopy(rng.choice(ODD))
    return result


def text_of(table: dict[str, Any]) -> str:
    """A table as the text of a level file."""
    return tomlkit.dumps(table)


def _places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    for key, inner in _inner(value):
        yield (*path, key)
        yield from _places(inner, (*path, key))


def _inner(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _get(value: Any, path: Path_) -> Any:
    for key in path:
        value = value[key]
    return value


def _put(value: Any, path: Path_, new: Any) -> None:
    _get(value, path[:-1])[path[-1]] = new


def _numbers(value: Any, rule: dict[str, Any], path: Path_ = ()) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Places of numbers, switches and choices, each with what the format says of it."""
    rule = _resolved(rule, value)
    if isinstance(value, bool) or "enum" in rule or (isinstance(value, int | float) and "type" in rule):
        yield path, rule
    for key, inner in _inner(value):
        below = rule.get("properties", {}).get(key) if isinstance(value, dict) else rule.get("items")
        if isinstance(below, dict):
            yield from _numbers(inner, below, (*path, key))


def _resolved(rule: dict[str, Any], value: Any) -> dict[str, Any]:
    """The rule behind references, and of several the one for this kind of value."""
    while True:
        if "$ref" in rule:
            rule = schema()["$defs"][rule["$ref"].rpartition("/")[2]]
        elif "anyOf" in rule or "oneOf" in rule:
            rule = next((one for one in rule.get("anyOf", rule.get("oneOf", ())) if _fits(one, value)), {})
        else:
            return rule


def _fits(rule: dict[str, Any], value: Any) -> bool:
    rule = schema()["$defs"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
    if isinstance(value, bool):
        return rule.get("type") == "boolean"
    return isinstance(value, kinds.get(rule.get("type", ""), ()))


def _allowed(rng: Random, rule: dict[str, Any], now: Any) -> Any:
    if "enum" in rule:
        return rng.choice(rule["enum"])
    if isinstance(now, bool):
        return not now
    low = rule.get("minimum", rule.get("exclusiveMinimum", 0))
    high = rule.get("maximum", rule.get("exclusiveMaximum", max(now, 1) * 100))
    near = (low, now * 2, now / 2, now * rng.random() * 3, low + rng.random(), now + 1)
    picked = rng.choice(near) if rng.random() < 0.8 else rng.choice((high, low + (high - low) * rng.random()))
    picked = min(max(picked, low), high)
    return int(picked) if rule.get("type") == "integer" else float(picked)
