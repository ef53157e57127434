"""How long an announcement says that something lasts."""

import pytest

from game.level import Disruption
from game.playing.timeline import announced_days

CHANCE = {"start": 0.01, "mean_days": 5}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"expected_days": 42}, 42),
        ({"expected_days": 14, "chance": CHANCE}, 14),
        ({"chance": CHANCE}, 5),
        ({"expected": "nobody knows"}, None),
    ],
)
def test_the_announced_length_comes_before_the_usual_one(said: dict[str, object], days: float | None) -> None:
    disruption = Disruption.model_validate({"id": "port", "name": "Port", "kind": "regional_event", **said})
    assert announced_days(disruption) == days
