"""A shelf on the small level."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.playing import library
from game.playing.library import Library
from tests.playing.small import shelf_of


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    found = library.open(tmp_path / "data", shipped=shelf_of(tmp_path), workers=0)
    yield found
    found.close()
