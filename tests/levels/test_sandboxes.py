"""The two sandboxes: everything in reach, nothing to be proved, and both can be played to their end by any policy."""

import pytest

from game.coach import policies
from game.levers import LEVERS
from game.levers.choice import BOARD
from tests.levels.reading import texts
from tests.levels.trials import load

SANDBOXES = ("sandbox-factory", "sandbox-store")


@pytest.mark.parametrize("name", SANDBOXES)
def test_they_stand_beside_the_campaign_and_speak_both_languages(name: str) -> None:
    level = load(name).level
    assert level.order is None
    assert level.hints == ("formula", "ahead")
    every = list(texts(level.model_dump(mode="json", by_alias=True)))
    assert len(every) > 30
    assert all(set(both) == {"en", "de"} and all(both.values()) for _, both in every)


def test_together_they_open_every_lever() -> None:
    """What is said on the policy board is no setting."""
    opened = {lever for name in SANDBOXES for lever in load(name).level.levers}
    assert opened == set(LEVERS) - {lever.name for lever in BOARD}


@pytest.mark.parametrize("name", SANDBOXES)
@pytest.mark.parametrize("policy", ["do_nothing", "kanban_formula", "big_buffers", "bare_jit", "forecast_push"])
def test_any_policy_plays_them_to_the_end(name: str, policy: str) -> None:
    assert policies.play(load(name), 3, policies.POLICIES[policy]).finished
