"""The golden replays: runs of the shipped levels, read against the rules once, and the same ever since."""

from difflib import unified_diff

import pytest

from tests.golden.playthrough import FOLDER, LEVELS, golden


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_plays_as_recorded(level: str) -> None:
    recorded = (FOLDER / f"{level}.txt").read_text("utf-8").splitlines()
    played = golden(level).splitlines()
    changes = list(unified_diff(recorded, played, "recorded", "played", lineterm="", n=1))
    assert not changes, "\n".join(changes[:40])
