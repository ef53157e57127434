"""The format of level files as a JSON Schema, for editors that complete and explain it.

pydantic's schema of `Level`, with the keys of each demand pattern and kind of disruption folded in and the names
of measures and levers as choices.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from pydantic import BaseModel

from game.demand import PATTERNS
from game.disruptions import KINDS
from game.level import Level
from game.levers import LEVERS
from game.measures import MEASURES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Node = dict[str, Any]


class _Registered(Protocol):
    @property
    def params(self) -> type[BaseModel]: ...


def schema() -> Node:
    """The schema, a plain table that can be written as JSON."""
    whole = Level.model_json_schema(by_alias=True)
    parts = whole["$defs"]
    parts["Demand"] = _one_of(parts, parts["Demand"], "pattern", PATTERNS)
    parts["Disruption"] = _one_of(parts, parts["Disruption"], "kind", KINDS)
    parts["Goal"]["properties"]["measure"]["enum"] = list(MEASURES)
    names = "|".join(LEVERS)
    whole["properties"]["levers"]["items"] = {"anyOf": [{"enum": list(LEVERS)}, {"pattern": rf"^[^.]+\.({names})$"}]}
    whole["properties"]["plan"] = _plans(whole["properties"]["plan"], names)
    return {"$schema": DIALECT, "title": "Milkrun level", **{k: v for k, v in whole.items() if k != "title"}}


def _one_of(parts: Node, own: Node, key: str, registry: Mapping[str, _Registered]) -> Node:
    """One form for each registered name, which has its own keys beside the common ones."""
    forms = [_form(parts, own, key, name, entry.params) for name, entry in registry.items()]
    return {"title": own["title"], "description": own["description"], "type": "object", "oneOf": forms}


def _form(parts: Node, own: Node, key: str, name: str, params: type[BaseModel]) -> Node:
    inner = params.model_json_schema(by_alias=True)
    parts.update(inner.pop("$defs", {}))
    common = {**own["properties"], key: {**own["properties"][key], "const": name}}
    return {
        "title": name,
        "description": inner.get("description", ""),
        "type": "object",
        "properties": {**common, **inner.get("properties", {})},
        "required": [*own.get("required", ()), *inner.get("required", ())],
        "additionalProperties": False,
    }


def _plans(node: Node, names: str) -> Node:
    """Plans by name: turn -> settings written `target.lever`."""
    value = {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "object"}]}
    settings = {"type": "object", "patternProperties": {rf"^.+\.({names})$": value}, "additionalProperties": False}
    turns = {"type": "object", "patternProperties": {r"^[1-9]\d*$": settings}, "additionalProperties": False}
    return {"description": node["description"], "type": "object", "additionalProperties": turns}
