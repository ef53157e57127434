"""Decisions written in a file, JSON or TOML: `{"1": {"tube.cards": 6}}`, or in TOML `[1]` and `tube.cards = 6`."""

import json
import tomllib
from pathlib import Path
from typing import Any

from game.commands import CommandError
from game.level import Plan, Setting
from game.message import Message


def read_decisions(path: Path, turns: int) -> Plan:
    """The decisions of a file for a level of so many turns; raises `CommandError` with the first mistake."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(Message("command.play.unreadable", {"path": str(path), "error": str(error)})) from error
    content = _parsed(text, path)
    if not isinstance(content, dict):
        raise _mistake("form", path)
    return {_turn(key, turns, path): _settings(key, made, path) for key, made in content.items()}


def _parsed(text: str, path: Path) -> Any:
    try:
        if path.suffix.lower() == ".toml":
            return tomllib.loads(text)
        return json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _mistake("syntax", path, error=str(error)) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys are all different; the last of two must not win unseen."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(next(name for name in names if names.count(name) > 1) + " twice")
    return table


def _turn(key: str, turns: int, path: Path) -> str:
    if not key.isascii() or not key.isdecimal() or not 1 <= int(key[:9]) <= turns:
        raise _mistake("turn", path, turn=key, turns=turns)
    return str(int(key))


def _settings(turn: str, made: Any, path: Path) -> dict[str, Setting]:
    if not isinstance(made, dict):
        raise _mistake("settings", path, turn=turn)
    return {key: _value(turn, key, value, path) for key, value in _flat(made).items()}


def _flat(made: dict[str, Any]) -> dict[str, Any]:
    """TOML reads `tube.cards = 6` as a table in a table; both ways of writing mean the same."""
    flat: dict[str, Any] = {}
    for key, value in made.items():
        nested = isinstance(value, dict) and "." not in key
        flat.update({f"{key}.{lever}": inner for lever, inner in value.items()} if nested else {key: value})
    return flat


def _value(turn: str, key: str, value: Any, path: Path) -> Setting:
    if "." not in key:
        raise _mistake("key", path, turn=turn, key=key)
    shares = isinstance(value, dict) and all(type(share) is int for share in value.values())
    if type(value) in (int, str) or shares:
        return value  # type: ignore[no-any-return]
    raise _mistake("value", path, turn=turn, key=key, value=str(value))


def _mistake(kind: str, path: Path, **values: object) -> CommandError:
    return CommandError(Message(f"command.decisions.{kind}", {"path": str(path), **values}), 1)
