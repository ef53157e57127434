"""The script that takes the pictures: each state opens and fills the window, in every look unless one is asked for."""

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
    pictures(tmp_path, "--only", only)
    looks = [f"{look}-{size}" for look in ("dark", "german", "light") for size in ("1280x800", "1920x1080")]
    assert sorted(path.name for path in tmp_path.iterdir()) == looks
    for folder in tmp_path.iterdir():
        found = {path.stem: QImage(str(path)) for path in folder.iterdir()}
        assert names <= set(found)
        sizes = {f"{picture.width()}x{picture.height()}" for picture in found.values()}
        assert sizes == {folder.name.partition("-")[2]}


def test_a_look_asked_for_stands_alone(tmp_path: Path) -> None:
    pictures(tmp_path, "--only", "settings", "--theme", "contrast", "--language", "de", "--size", "1024x640")
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.png")] == [
        "german-contrast-1024x640/settings.png"
    ]


def pictures(folder: Path, *options: str) -> None:
    command = [sys.executable, "tests/screens.py", str(folder), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
