"""The script that takes the pictures: each state opens and fills the window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("settings", {"settings"}),
        pytest.param("levels", {"levels", "levels-broken"}, marks=pytest.mark.long),
        pytest.param("", {"home", "play-crisis", "debrief", "debrief-lost", "levels-broken"}, marks=pytest.mark.long),
    ],
)
def test_pictures_are_written(tmp_path: Path, only: str, names: set[str]) -> None:
    command = [sys.executable, "tests/screens.py", str(tmp_path), "--size", "1280x800", "--only", only]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert names <= {path.stem for path in tmp_path.glob("*.png")}
    for path in tmp_path.glob("*.png"):
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1280, 800)
