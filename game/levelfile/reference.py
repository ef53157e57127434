"""The authors' reference: every key of a level file with its unit, range and default, made from the schema.

Markdown, one table a part; what a key means is said by the same description that editors and messages show.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from game.demand import PATTERNS
from game.disruptions import KINDS
from game.levelfile.allowed import PLACES
from game.levelfile.schema import schema
from game.levers import LEVERS
from game.measures import MEASURES
from game.message import Message, render

Node = dict[str, Any]
NAMED: dict[str, tuple[Iterable[str], str, str]] = {
    "levers": (LEVERS, "lever.{}.name", "lever.{}.help"),
    "measures": (MEASURES, "measure.{}", "help.measure.{}"),
    "patterns": (PATTERNS, "pattern.{}.name", "pattern.{}.help"),
    "disruptions": (KINDS, "disruption.{}.name", "disruption.{}.help"),
}
"""Names that may stand in a file, with the keys of their texts."""
MANY = 12
"""Names from which a table of their own is better than a cell."""


class Reference:
    """The reference in one language; descriptions are English, as they stand in the schema."""

    def __init__(self, language: str) -> None:
        self._language, self._schema = language, schema()

    def text(self) -> str:
        """All of it."""
        parts = self._schema["$defs"]
        told = [self._part(self._say("whole"), self._schema)]
        for name in (*PLACES, *(name for name in parts if name not in PLACES)):
            told.append(self._part(f"`{PLACES.get(name, name)}`", parts[name]))
        names = [line for which in NAMED for line in self._names(which)]
        return "\n".join([*told, *names])

    def _say(self, key: str, **values: object) -> str:
        return render(Message(f"manual.{key}", values), self._language)

    def _part(self, place: str, node: Node) -> str:
        lines = [f"### {place}\n", f"{node.get('description', '')}\n"]
        for form in node.get("oneOf", ()):
            lines += [f"**`{form['title']}`** {form.get('description', '')}\n", *self._table(form)]
        return "\n".join([*lines, *(self._table(node) if "properties" in node else ())])

    def _table(self, node: Node) -> Iterator[str]:
        yield "| " + " | ".join(self._say(f"column.{name}") for name in ("key", "means", "value", "default")) + " |"
        yield "| --- | --- | --- | --- |"
        needed = node.get("required", ())
        for key, entry in node["properties"].items():
            default = self._say("needed") if key in needed else _literal(entry.get("default"))
            yield f"| `{key}` | {entry.get('description', '')} | {self._value(entry)} | {default} |"
        yield ""

    def _value(self, node: Node) -> str:
        """What may stand behind the equals sign."""
        if "const" in node:
            return f"`{_literal(node['const'])}`"
        if "enum" in node:
            return self._say("below") if len(node["enum"]) > MANY else ", ".join(f"`{word}`" for word in node["enum"])
        if "$ref" in node:
            return self._say("part", part=_place(node))
        if "anyOf" in node:
            kinds = [one for one in node["anyOf"] if one.get("type") != "null"]
            return self._say("or").join(dict.fromkeys(self._value({**_outer(node), **one}) for one in kinds))
        return self._kind(node)

    def _kind(self, node: Node) -> str:
        match node.get("type"):
            case "array":
                items = node.get("items") or {}
                if "$ref" in items:
                    return self._say("each", part=_place(items))
                return self._say("list", of=self._value(items) if items else self._say("several"))
            case "integer" | "number" as kind:
                return self._number(kind, node)
            case "boolean":
                return "`true`, `false`"
            case "object":
                return self._say("languages" if node.get("additionalProperties") == {"type": "string"} else "table")
        return self._say("date" if node.get("format") == "date" else "text")

    def _number(self, kind: str, node: Node) -> str:
        low = node.get("exclusiveMinimum", node.get("minimum"))
        above = "above" if "exclusiveMinimum" in node else "from"
        said = self._say(kind)
        if low is not None:
            said += self._say(above, low=_plain(low))
        if node.get("maximum") is not None:
            said += self._say("to", high=_plain(node["maximum"]))
        unit = node.get("unit")
        return f"{said}, {unit}" if unit else said

    def _names(self, which: str) -> Iterator[str]:
        names, first, second = NAMED[which]
        yield f"### {self._say(which)}\n"
        yield f"| {self._say('column.key')} | {self._say('column.means')} |"
        yield "| --- | --- |"
        for name in names:
            title, meaning = (render(Message(key.format(name)), self._language) for key in (first, second))
            yield f"| `{name}` | {title}: {meaning} |"
        yield ""


@cache
def reference(language: str = "en") -> str:
    """The reference as Markdown."""
    return Reference(language).text()


def _place(node: Node) -> str:
    name = node["$ref"].rpartition("/")[2]
    return f"`{PLACES.get(name, name)}`"


def _outer(node: Node) -> Node:
    return {key: node[key] for key in ("unit",) if key in node}


def _literal(value: object) -> str:
    match value:
        case None | [] | {}:
            return ""
        case bool():
            return str(value).lower()
        case dict():
            return ""
        case list():
            return ", ".join(map(str, value))
    return _plain(value) if isinstance(value, int | float) else str(value)


def _plain(number: float) -> str:
    """Thousands apart, no needless decimals."""
    return f"{number:,.6g}".replace(",", "\u00a0") if abs(number) < 1e6 else f"{number:,.0f}".replace(",", "\u00a0")
