"""Mean demand through bills of materials, by hand."""

import json
from typing import Any

import pytest

from game.level import Level
from game.level.pack import LevelPack
from game.levelfile.sense.draft import Sense
from game.levelfile.sense.flow import mean_need


def level(items: list[dict[str, Any]], sold: str) -> Sense:
    demand = {"pattern": "constant", "units": 3}
    table = {
        "format": 1, "id": "x", "title": "x", "kind": "factory",
        "calendar": {"start": "2026-03-02", "turns": 1}, "money": {"opening_cash": 1},
        "item": [{"name": "x", **item} for item in items],
        "stream": [{"id": "d", "name": "d", "item": sold, "demand": demand}],
    }  # fmt: skip
    return Sense(LevelPack(Level.model_validate_json(json.dumps(table)), ""))


def made(name: str, scrap: float = 0.0, **parts: int) -> dict[str, Any]:
    return {"id": name, "make": {"station": "w", "minutes": 1, "scrap": scrap, "components": parts}}


def test_components_and_scrap() -> None:
    """3 frames a day of 2 tubes each and half lost: 3 * 2 / 0.5 = 12 tubes; a kit of one tube and a frame adds none."""
    sense = level([{"id": "tube"}, made("frame", 0.5, tube=2), made("kit", frame=1, tube=1)], "frame")
    assert mean_need(sense) == pytest.approx({"tube": 12, "frame": 3, "kit": 0})


def test_many_ways_through_a_bill_of_materials_are_reckoned_at_once() -> None:
    """Forty layers of two items, each made of both beneath: 2**39 ways from the top to each of the bottom."""
    items = [{"id": "a0"}, {"id": "b0"}]
    items += [made(f"{k}{n}", **{f"a{n - 1}": 1, f"b{n - 1}": 1}) for n in range(1, 41) for k in "ab"]
    assert mean_need(level(items, "a40"))["b0"] == 3 * 2**39
