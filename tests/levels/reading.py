"""The texts of a level, as they are read."""

from collections.abc import Iterator
from typing import Any

from game.level import Level


def texts(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """All texts with languages in a level, with their places."""
    if isinstance(part, dict) and part and all(isinstance(value, str) and len(key) == 2 for key, value in part.items()):
        yield path, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from texts(value, f"{path}.{key}")
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from texts(value, f"{path}[{place}]")


def said(level: Level, *sentences: str) -> None:
    """Each sentence stands in the level, so that what is computed here is what is read there."""
    whole = " ".join(_words(level.model_dump(mode="json", by_alias=True)))
    for sentence in sentences:
        assert sentence in whole.replace("\u00a0", " "), sentence


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _words(inner)
