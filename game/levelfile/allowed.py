"""What a place of a level file allows, in words, read from the JSON Schema of its model.

One source, pydantic's fields, thus feeds the messages, the published schema and the mending of broken drafts.
"""

import datetime
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from game.levelfile.problems import Path, listed
from game.message import Message

Node = dict[str, Any]
PLACES = {
    "Calendar": "[calendar]", "MoneyRules": "[money]", "Scoring": "[scoring]", "Texts": "[texts]",
    "Supplier": "[[supplier]]", "Item": "[[item]]", "Loop": "item: loop", "Offer": "[[item.offer]]",
    "Spread": "offer: lead_time_days", "Departures": "offer, route: departures",
    "Break": "[[item.offer.breaks]]", "Make": "item: make", "Transfer": "item: transfer", "Route": "[[route]]",
    "Station": "[[station]]", "Stream": "[[stream]]", "Goodwill": "stream: goodwill",
    "Demand": "stream: demand", "Disruption": "[[disruption]]", "Occurrence": "disruption: at",
    "Chance": "disruption: chance", "Project": "[[project]]", "Effect": "project: effect, transition",
    "Lease": "[[lease]]", "Goal": "[[goal]]", "Beside": "[[goal.beside]]", "Objective": "[[objective]]",
    "Question": "[[question]]", "Prediction": "[[predict]]", "Choice": "[[predict.choices]]",
    "Term": "[[glossary]]",
}  # fmt: skip
"""The tables of a file in the order of the reference, by their names in the schema, and where each stands."""


@lru_cache
def model_schema(model: type[BaseModel]) -> Node:
    """The JSON Schema of a model, keys as they stand in the file."""
    return model.model_json_schema(by_alias=True)


def node_at(model: type[BaseModel], path: Path) -> Node:
    """The schema of the value at a path; empty when the schema does not know it."""
    root = model_schema(model)
    node = root
    for step in path:
        node = next(filter(None, (_child(root, option, step) for option in options(root, node))), {})
    return resolve(root, node)


def options(root: Node, node: Node) -> list[Node]:
    """The alternatives of a node, null left out."""
    node = resolve(root, node)
    found = [resolve(root, option) for option in node.get("anyOf", [node])]
    return [option for option in found if option.get("type") != "null"]


def resolve(root: Node, node: Node) -> Node:
    """A node with its reference followed."""
    while "$ref" in node:
        node = {**root["$defs"][node["$ref"].rpartition("/")[2]], **{k: v for k, v in node.items() if k != "$ref"}}
    return node


def _child(root: Node, node: Node, step: str | int) -> Node:
    if isinstance(step, int):
        fixed = node.get("prefixItems", [])
        return resolve(root, fixed[step] if step < len(fixed) else node.get("items", {}))
    found = node.get("properties", {}).get(step, node.get("additionalProperties", {}))
    if not found and node.get("patternProperties"):
        found = next(iter(node["patternProperties"].values()))
    return resolve(root, found) if isinstance(found, dict) else {}


def required(model: type[BaseModel], path: Path) -> bool:
    """Whether the table around a place cannot do without it; elements of lists count as needed."""
    root = model_schema(model)
    return isinstance(path[-1], int) or any(
        path[-1] in option.get("required", ()) for option in options(root, node_at(model, path[:-1]))
    )


def keys_of(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the table at a path may have."""
    root = model_schema(model)
    return [key for option in options(root, node_at(model, path)) for key in option.get("properties", ())]


def homes_of(model: type[BaseModel], key: str) -> list[str]:
    """The tables of a file that have a key of this name."""
    parts = model_schema(model).get("$defs", {})
    return [place for part, place in PLACES.items() if key in parts.get(part, {}).get("properties", ())]


def allowed(model: type[BaseModel], path: Path) -> Message:
    """What may stand at a path, as a phrase."""
    return _phrase(model_schema(model), node_at(model, path))


def _phrase(root: Node, node: Node) -> Message:
    parts = options(root, node)
    if len(parts) > 1:
        first, *rest = (_phrase(root, part) for part in parts)
        for other in rest:
            first = Message("problem.either", {"first": first, "second": other})
        return first
    node = parts[0] if parts else {}
    if "enum" in node or "const" in node:
        return Message("problem.one_of", {"names": listed(str(n) for n in node.get("enum", [node.get("const")]))})
    phrase = PHRASES.get(node.get("type", ""))
    return phrase(root, node) if phrase else Message("problem.a_value")


def _text(_root: Node, node: Node) -> Message:
    if node.get("format") == "date":
        return Message("problem.a_date")
    pattern = node.get("pattern", "")
    if pattern.startswith("^[A-Z]"):
        return Message("problem.a_currency")
    return Message("problem.an_id" if pattern else "problem.a_text")


def _number(_root: Node, node: Node) -> Message:
    whole = "whole" if node["type"] == "integer" else "number"
    unit = node.get("unit")
    values: dict[str, Any] = {
        "low": _bound(node.get("minimum", node.get("exclusiveMinimum"))),
        "high": _bound(node.get("maximum", node.get("exclusiveMaximum"))),
        "unit": Message(f"problem.unit.{UNITS[unit]}") if unit in UNITS else "",
    }
    above = "exclusiveMinimum" in node
    if "minimum" not in node and not above:
        return Message(f"problem.a_{whole}", values)
    if "maximum" not in node and "exclusiveMaximum" not in node:
        return Message(f"problem.a_{whole}_above" if above else f"problem.a_{whole}_from", values)
    below = "exclusiveMaximum" in node
    return Message(f"problem.a_{whole}_{'above_to' if above else 'below' if below else 'between'}", values)


UNITS = {
    "days": "days",
    "minutes": "minutes",
    "currency": "money",
    "units": "units",
    "percent a year": "percent",
    "share, 0 to 1": "share",
}


def _bound(value: float | None) -> str:
    return "" if value is None else f"{int(value):_}" if value == int(value) else str(value)


def _flag(_root: Node, _node: Node) -> Message:
    return Message("problem.a_flag")


def _list(root: Node, node: Node) -> Message:
    fixed = node.get("prefixItems")
    if fixed:
        return Message("problem.a_list_of_numbers", {"count": len(fixed)})
    return Message("problem.a_list_of", {"what": _phrase(root, node.get("items", {}))})


def _table(_root: Node, node: Node) -> Message:
    if "properties" in node:
        return Message("problem.a_table_with", {"keys": listed(node["properties"])})
    inner = node.get("additionalProperties", {})
    kind = inner.get("type", "") if isinstance(inner, dict) else ""
    return Message(
        {"string": "problem.languages", "integer": "problem.named_numbers"}.get(kind or "", "problem.a_table")
    )


PHRASES: dict[str, Callable[[Node, Node], Message]] = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": _flag,
    "array": _list,
    "object": _table,
}


def placeholder(model: type[BaseModel], path: Path) -> Any:
    """A harmless value that is allowed at a path, so that a draft with a mistake there can be looked at further."""
    return _fill(model_schema(model), node_at(model, path))


def _fill(root: Node, node: Node) -> Any:
    parts = options(root, node)
    node = parts[0] if parts else {}
    if choices := node.get("enum", [node["const"]] if "const" in node else []):
        return choices[0]
    if node.get("type") == "array":
        least = node.get("minItems", 0) if "items" in node else 0
        return tuple(_fill(root, part) for part in node.get("prefixItems", [node.get("items", {})] * least))
    if node.get("type") in ("integer", "number"):
        return 1 if "exclusiveMinimum" in node else node.get("minimum", 1)
    if node.get("type") == "string":
        return datetime.date(2026, 1, 5) if "format" in node else "EUR" if "[A-Z]" in node.get("pattern", "") else "x"
    if node.get("type") == "boolean":
        return False
    return {key: _fill(root, node["properties"][key]) for key in node.get("required", ())}
