"""Contrast of every allowed pair, type sizes, and that no colour or size is written elsewhere."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme.sheet import TONES

UI = Path(theme.__file__).resolve().parents[1]
OUTSIDE = [path for path in UI.rglob("*.py") if "theme" not in path.parts]


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("pair", theme.TEXT_PAIRS, ids="-".join)
def test_text_is_readable_on_its_ground(name: str, pair: tuple[str, str]) -> None:
    text, ground = (getattr(theme.THEMES[name], token) for token in pair)
    assert theme.contrast(text, ground) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("pair", theme.SHAPE_PAIRS, ids="-".join)
def test_shapes_stand_out_from_their_ground(name: str, pair: tuple[str, str]) -> None:
    shape, ground = (getattr(theme.THEMES[name], token) for token in pair)
    assert theme.contrast(shape, ground) >= 3


def test_contrast_of_known_pairs() -> None:
    black, white, grey = QColor("#000000"), QColor("#ffffff"), QColor("#777777")
    assert theme.contrast(black, white) == pytest.approx(21)
    assert theme.contrast(white, white) == pytest.approx(1)
    assert theme.contrast(grey, white) == pytest.approx(4.48, abs=0.01)  # the known example just below AA


def test_the_aim_s_tokens_are_the_light_theme() -> None:
    light = theme.THEMES["light"]
    wanted = {"ink": "#1f2a33", "muted": "#5e6a73", "paper": "#f6f4ee", "surface": "#ffffff", "line": "#ddd8cc",
              "bar": "#22303a", "teal": "#0e7c7b", "amber": "#e9a23b", "amber_line": "#8a5a00", "red": "#c4452f",
              "green": "#2f7a4a", "blue": "#2b6cb0"}  # fmt: skip
    assert {name: getattr(light, name).name() for name in wanted} == wanted


def test_no_type_is_smaller_than_12() -> None:
    assert sorted(theme.SIZES.values()) == [12, 13, 15, 17, 23]
    assert all(theme.font(size).pixelSize() == pixels for size, pixels in theme.SIZES.items())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", theme.THEMES)
def test_applying_a_theme_sets_palette_and_signals(qapp: QApplication, name: str, qtbot: object) -> None:
    heard: list[int] = []
    theme.signals.changed.connect(lambda: heard.append(1))
    theme.apply(qapp, name)
    assert heard
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.THEMES[name].paper
    assert theme.colors() is theme.THEMES[name]
    assert "@" not in qapp.styleSheet()


def test_every_tone_is_a_token() -> None:
    assert set(TONES) <= {field.name for field in fields(theme.Colors)}


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(UI)))
def test_no_colour_or_type_size_outside_the_theme(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"""["']#[0-9A-Fa-f]{3,8}["']|setPixelSize|setPointSize|setStyleSheet|QColor\(["'\d]""", text)
