"""The scanner finds each key where its text stands, in documents written at random."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.levelfile.positions import position, scan

BARE = st.text("abcxyz-_019", min_size=1, max_size=5)
KEYS = st.one_of(BARE, st.text("a.# =\"'\\[é\t", min_size=1, max_size=4))
SCALARS = st.sampled_from([
    "1", "-2.5", "true", '"te[x}t # no comment"', "'lite\"ral'", "2026-03-02", "2026-03-02 07:30:00", "1_000",
    '"""long "text"\nwith = "lines" # and\n[brackets]"""', "'''raw\n= '' x'''", '"esc \\" aped"', '""', "''",
])  # fmt: skip
BREAKS = st.sampled_from(["", " ", "\n", " # [x] = {\n", "\n\t"])


class Writer:
    """Writes a document and notes where each key begins."""

    def __init__(self) -> None:
        self.text = ""
        self.keys: dict[tuple[str | int, ...], int] = {}

    def key(self, path: tuple[str | int, ...]) -> None:
        self.keys[path] = len(self.text)
        name = str(path[-1])
        plain = name.isascii() and all(letter.isalnum() or letter in "-_" for letter in name)
        quoted = name.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        self.text += name if plain else f'"{quoted}"'

    def value(self, draw: st.DrawFn, path: tuple[str | int, ...], depth: int, lines: bool) -> None:
        kind = draw(st.sampled_from(["scalar", "list", "inline"] if depth else ["scalar"]))
        if kind == "scalar":
            self.text += draw(SCALARS)
        elif kind == "list":
            self.text += "["
            for place in range(draw(st.integers(0, 3))):
                self.text += draw(BREAKS)
                self.keys[(*path, place)] = len(self.text)
                self.value(draw, (*path, place), depth - 1, lines)
                self.text += draw(BREAKS) + ","
            self.text += draw(BREAKS) + "]"
        else:
            self.text += "{ "
            for place, name in enumerate(draw(st.lists(KEYS, unique=True, max_size=3))):
                self.text += ", " if place else ""
                self.key((*path, name))
                self.text += " = "
                self.value(draw, (*path, name), depth - 1, False)
            self.text += " }"

    def pairs(self, draw: st.DrawFn, path: tuple[str | int, ...]) -> None:
        for name in draw(st.lists(KEYS, unique=True, max_size=3)):
            self.text += draw(st.sampled_from(["", "  ", "\t", "# note\n"]))
            self.key((*path, name))
            self.text += draw(st.sampled_from([" = ", "=", "\t=  "]))
            self.value(draw, (*path, name), 2, True)
            self.text += draw(st.sampled_from(["\n", "  # end\n", "\n\n"]))


@st.composite
def documents(draw: st.DrawFn) -> Writer:
    writer = Writer()
    writer.pairs(draw, ())
    for number in range(draw(st.integers(0, 3))):
        name = f"list-{number}"
        for place in range(draw(st.integers(1, 3))):
            writer.text += "  [["
            writer.key((name, place))
            writer.text = writer.text[: writer.keys.pop((name, place))] + name
            writer.keys[(name, place)] = len(writer.text) - len(name)
            writer.text += "]]\n"
            writer.pairs(draw, (name, place))
            if draw(st.booleans()):
                writer.text += f"[ {name} . "
                writer.key((name, place, "sub table"))
                writer.text += " ] # sub\n"
                writer.pairs(draw, (name, place, "sub table"))
    return writer


@given(documents())
def test_each_key_where_its_text_stands(writer: Writer) -> None:
    document = tomllib.loads(writer.text)
    places = scan(writer.text)
    assert places.lost is None
    assert set(_paths(document, ())) <= set(places.keys)
    for path, offset in writer.keys.items():
        assert places.keys[path] == offset, path


def _paths(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            yield from _paths(inner, (*path, key))


@given(st.text("ab=\"'\n[]{}.,# 1", max_size=40))
def test_any_text_is_walked_to_an_end(text: str) -> None:
    places = scan(text)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert places.lost is None


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a.b.c = 1", ("a", "b", "c"), (1, 5)),
        ("[x.y]\n'k z' = 1", ("x", "y", "k z"), (2, 1)),
        ("[[x]]\n[[x]]\n[[x.y]]\nz = 1", ("x", 1, "y", 0, "z"), (4, 1)),
        ("a = [\n  1,\n  2, # two\n]", ("a", 1), (3, 3)),
        ("a = { b = [ { c = 1 } ] }", ("a", "b", 0, "c"), (1, 15)),
        ('a = """x\ny = 1"""\nb = 2', ("b",), (3, 1)),
        ("[[x]]\na = 1", ("x", 0, "missing"), (1, 3)),
    ],
)
def test_by_hand(text: str, path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert scan(text).at(path) == place


def test_lines_and_columns_count_from_one() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)
