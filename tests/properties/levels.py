"""Random small levels in which the player may set everything, and values that players might try."""

import json
from random import Random
from typing import Any

from hypothesis import strategies as st

from game.level import Level
from game.level.pack import LevelPack
from game.levers import LEVERS, Decision, Lever
from game.levers.choice import ChoiceLever
from game.levers.numbers import NumberLever
from game.plant import Plant
from tests.oracle.levels import random_level

SEEDS = st.integers(0, 10**6)


def open_level(seed: int) -> LevelPack:
    """The random level of a seed, all its levers in reach."""
    pack = random_level(Random(seed))
    table = json.loads(pack.level.model_dump_json(by_alias=True))
    return LevelPack(Level.model_validate_json(json.dumps({**table, "levers": list(LEVERS)})), pack.text, pack.data)


def wishes(plant: Plant) -> st.SearchStrategy[Decision]:
    """Any lever of anything that has it, at a value that may or may not be allowed; now and then sheer nonsense."""
    found = [
        (lever, target)
        for lever in LEVERS.values()
        for target, index in plant.index[lever.owner].items()
        if lever.applies(plant, index)
    ]
    nonsense = (Decision("cards", "nobody", 1), Decision("whim", "firm", 1), Decision("rush", "firm", 0))
    sane = st.sampled_from(found).flatmap(lambda one: _wish(plant, *one))
    return st.integers(0, 19).flatmap(lambda mood: sane if mood else st.sampled_from(nonsense))


@st.composite
def _wish(draw: st.DrawFn, plant: Plant, lever: Lever, target: str) -> Decision:
    if isinstance(lever, ChoiceLever):
        return Decision(lever.name, target, draw(st.sampled_from((*lever.words, "whim"))))
    if lever.name == "shares":
        return Decision(lever.name, target, _shares(draw, plant, target))
    assert isinstance(lever, NumberLever)
    high = lever.maximum(plant, plant.index[lever.owner][target])
    steps = st.integers(0, 12).map(lambda step: min(lever.minimum + step * lever.by, high))
    odd = st.sampled_from((lever.minimum - 1, lever.minimum, lever.minimum + 1, high, high + lever.by))
    return Decision(lever.name, target, draw(st.one_of(*[steps] * 9, odd)))


def _shares(draw: st.DrawFn, plant: Plant, item: str) -> dict[str, Any]:
    """Mostly shares that add up to 100."""
    names = [offer.supplier for offer in plant.items[plant.index["item"][item]].offer]
    first = draw(st.sampled_from((100, 60, 50, 10, 5)))
    some = dict(zip(draw(st.permutations(names)), (first, 100 - first), strict=False))
    return {name: share for name, share in some.items() if share}
