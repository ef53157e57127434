"""What an author probably meant by a value that is not allowed."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from game.levelfile.allowed import Node, node_at
from game.levelfile.problems import Path, nearest
from game.message import Message

Kinds = set[Any]


def advice(model: type[BaseModel], path: Path, found: Any) -> Message | str:
    """What the author probably meant, empty when there is no telling."""
    node = node_at(model, path)
    if names := node.get("enum"):
        near = nearest(str(found), [str(name) for name in names])
        return Message("problem.did_you_mean", {"name": near}) if near else ""
    kinds = {option.get("type") for option in (node, *node.get("anyOf", ()))}
    return next(filter(None, (rule(kinds, node, found) for rule in ADVICE)), "")


def _write(text: str) -> Message:
    return Message("problem.write", {"text": text})


def _unquote(kinds: Kinds, node: Node, found: Any) -> Message | None:
    """`"12"`, `"2026-03-02"` or `"true"` where no text is wanted."""
    if not isinstance(found, str):
        return None
    text = found.strip().lower()
    if "boolean" in kinds:
        return _write(FLAGS[text]) if text in FLAGS else None
    bare = node.get("format") == "date" or text.replace(".", "", 1).removeprefix("-").isdigit()
    wanted = node.get("format") == "date" or kinds & {"number", "integer"}
    return Message("problem.no_quotes") if bare and wanted else None


FLAGS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}


def _whole(kinds: Kinds, _node: Node, found: Any) -> Message | None:
    """`8.0` where a whole number is wanted."""
    if "integer" in kinds and isinstance(found, float):
        return _write(str(int(found))) if found.is_integer() else Message("problem.no_fraction")
    return None


def _percent(_kinds: Kinds, node: Node, found: Any) -> Message | None:
    """`on_time = 98` where a share is wanted."""
    if node.get("unit", "").startswith("share") and isinstance(found, int | float) and 1 < found <= 100:
        return Message("problem.write_share", {"text": f"{found / 100:g}", "percent": f"{found:g}"})
    return None


def _quote(kinds: Kinds, node: Node, found: Any) -> Message | None:
    if "string" in kinds and isinstance(found, int | float) and not node.get("format"):
        return _write(f'"{str(found).lower()}"')
    return None


def _as_id(kinds: Kinds, node: Node, found: Any) -> Message | None:
    """`"First cards"` becomes `"first-cards"`, `"eur"` becomes `"EUR"`."""
    if "string" not in kinds or not isinstance(found, str) or not node.get("pattern"):
        return None
    if node["pattern"].startswith("^[A-Z]"):
        if known := CURRENCIES.get(found.lower()):
            return _write(f'"{known}"')
        return _write(f'"{found.upper()}"') if len(found) == 3 and found.isascii() and found.isalpha() else None
    kept = "".join(letter if (letter.isascii() and letter.isalnum()) or letter in "-_" else "-" for letter in found)
    short = kept.lower().strip("-_")
    return _write(f'"{short}"') if short else None


CURRENCIES = {"euro": "EUR", "euros": "EUR", "€": "EUR", "dollar": "USD", "dollars": "USD", "$": "USD", "£": "GBP"}


def _listed(kinds: Kinds, _node: Node, found: Any) -> Message | None:
    """One thing where a list is wanted."""
    if "array" not in kinds:
        return None
    if isinstance(found, dict):
        return Message("problem.double_brackets")
    one = f'"{found}"' if isinstance(found, str) else str(found)
    return _write(f"[{one}]") if isinstance(found, str | int | float) else None


ADVICE: tuple[Callable[[Kinds, Node, Any], Message | None], ...] = (
    _unquote, _whole, _percent, _quote, _as_id, _listed,
)  # fmt: skip
