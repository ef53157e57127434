"""The colours of the three themes, and which text may stand on which ground.

Every pair in `TEXT_PAIRS` has a contrast of 4.5 or more, every pair in `SHAPE_PAIRS` of 3 or more; a test
computes them (WCAG 2.2, relative luminance).
"""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colors:
    """One theme. `*_soft` are pale grounds, `on_*` text on a filled shape, `sunken` empty places."""

    ink: QColor
    muted: QColor
    paper: QColor
    surface: QColor
    floor: QColor
    sunken: QColor
    line: QColor
    edge: QColor
    bar: QColor
    bar_button: QColor
    on_bar: QColor
    bar_muted: QColor
    teal: QColor
    teal_strong: QColor
    on_teal: QColor
    teal_soft: QColor
    amber: QColor
    amber_line: QColor
    on_amber: QColor
    amber_soft: QColor
    red: QColor
    on_red: QColor
    red_soft: QColor
    green: QColor
    on_green: QColor
    green_soft: QColor
    blue: QColor
    on_blue: QColor
    blue_soft: QColor
    grey: QColor
    star_empty: QColor
    focus: QColor


def _theme(**hexes: str) -> Colors:
    return Colors(**{field.name: QColor(hexes[field.name]) for field in fields(Colors)})


LIGHT = _theme(
    ink="#1F2A33", muted="#5E6A73", paper="#F6F4EE", surface="#FFFFFF", floor="#FBFAF6", sunken="#EFEBE0",
    line="#DDD8CC", edge="#8C8778", bar="#22303A", bar_button="#33434F", on_bar="#FFFFFF", bar_muted="#B9C4CC",
    teal="#0E7C7B", teal_strong="#0B6463", on_teal="#FFFFFF", teal_soft="#EEF6F5",
    amber="#E9A23B", amber_line="#8A5A00", on_amber="#1F2A33", amber_soft="#FDF3E0",
    red="#C4452F", on_red="#FFFFFF", red_soft="#FDF2EF", green="#2F7A4A", on_green="#FFFFFF",
    green_soft="#E8F2EB", blue="#2B6CB0", on_blue="#FFFFFF", blue_soft="#C6D9EE", grey="#A5A093",
    star_empty="#DDD8CC", focus="#0E7C7B",
)  # fmt: skip

DARK = _theme(
    ink="#E9EEF1", muted="#A3B0B9", paper="#141B20", surface="#1E2830", floor="#192127", sunken="#2B3740",
    line="#34424C", edge="#7C8B96", bar="#0E1418", bar_button="#26333C", on_bar="#FFFFFF", bar_muted="#A9B6BF",
    teal="#33ABA5", teal_strong="#4CC4BE", on_teal="#0B1417", teal_soft="#193539",
    amber="#F0B355", amber_line="#FFD08A", on_amber="#141B20", amber_soft="#3A2F1C",
    red="#F5826B", on_red="#141B20", red_soft="#3D2523", green="#6CC28D", on_green="#141B20",
    green_soft="#1D3529", blue="#62A8F5", on_blue="#141B20", blue_soft="#2A4560", grey="#7E8B94",
    star_empty="#3A4851", focus="#4CC4BE",
)  # fmt: skip

CONTRAST = _theme(
    ink="#000000", muted="#2B2B2B", paper="#FFFFFF", surface="#FFFFFF", floor="#FFFFFF", sunken="#E4E4E4",
    line="#000000", edge="#000000", bar="#000000", bar_button="#333333", on_bar="#FFFFFF", bar_muted="#FFFFFF",
    teal="#004E4D", teal_strong="#003231", on_teal="#FFFFFF", teal_soft="#E2F2F2",
    amber="#C47600", amber_line="#5C3B00", on_amber="#000000", amber_soft="#FFF0D1",
    red="#9C1B06", on_red="#FFFFFF", red_soft="#FFE5DF", green="#0B5527", on_green="#FFFFFF",
    green_soft="#E0F4E6", blue="#0A4585", on_blue="#FFFFFF", blue_soft="#B9D6F7", grey="#5A5A5A",
    star_empty="#FFFFFF", focus="#000000",
)  # fmt: skip

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("ink", ground) for ground in ("paper", "surface", "sunken")),
    *(("muted", ground) for ground in ("paper", "surface", "sunken")),
    *((text, "surface") for text in ("teal", "red", "green", "blue", "amber_line")),
    *((text, "floor") for text in ("ink", "muted", "teal", "red", "amber_line")),
    *((text, "paper") for text in ("teal", "red", "green", "blue", "amber_line")),
    *((text, f"{text}_soft") for text in ("teal", "red", "green")),
    *(("ink", f"{name}_soft") for name in ("teal", "amber", "red", "green", "blue")),
    ("amber_line", "amber_soft"),
    ("on_bar", "bar"), ("on_bar", "bar_button"), ("bar_muted", "bar"), ("amber", "bar"),
    *((f"on_{name}", name) for name in ("teal", "amber", "red", "green", "blue")),
    ("on_teal", "teal_strong"),
)  # fmt: skip
"""Text and the ground it may stand on."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *((shape, ground) for shape in ("teal", "red", "green", "blue", "amber_line", "edge", "focus")
      for ground in ("surface", "paper")),
    ("amber", "bar"),
)  # fmt: skip
"""Shapes that carry meaning and their ground."""


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
