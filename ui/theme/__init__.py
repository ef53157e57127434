"""Colours, type and measures of the whole window: the only place where they are written.

`apply(app, "light")` sets Fusion, a palette and a small style sheet; `colors()` gives the tokens in force to
widgets that paint themselves, which repaint on the palette change (`signals.changed` for anything else).
"""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.sheet import sheet
from ui.theme.tokens import SHAPE_PAIRS, TEXT_PAIRS, THEMES, Colors, contrast

__all__ = [
    "GRID",
    "MODES",
    "RADIUS",
    "SHAPE_PAIRS",
    "SIZES",
    "TEXT_PAIRS",
    "THEMES",
    "Colors",
    "Size",
    "apply",
    "colors",
    "contrast",
    "font",
    "mode",
    "signals",
]

Mode = Literal["system", "light", "dark", "contrast"]
MODES: tuple[Mode, ...] = ("system", "light", "dark", "contrast")
GRID = 4
RADIUS = 10
SIZES = {"small": 12, "body": 13, "label": 15, "title": 17, "figure": 23}
"""Type sizes in pixels at scale 1."""


class _Signals(QObject):
    changed = Signal()


class _State:
    """The choice in force; one a process, as there is one application."""

    mode: Mode = "light"
    colors: Colors = THEMES["light"]
    family: str = ""
    followed: bool = False


signals = _Signals()
"""`signals.changed` is emitted after the theme changed."""


def colors() -> Colors:
    """The tokens in force."""
    return _State.colors


def mode() -> Mode:
    """The theme chosen, `system` when it follows the desktop."""
    return _State.mode


Size = Literal["small", "body", "label", "title", "figure"]


def font(size: Size = "body", bold: bool = False, caps: bool = False) -> QFont:
    """The system's interface font with tabular figures; `caps` for the spaced capitals of headings."""
    if not _State.family:
        _State.family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    made = QFont(_State.family)
    made.setPixelSize(SIZES[size])
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    if caps:
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return made


def apply(app: QApplication, mode: str) -> None:
    """Put a theme in force; `system` follows the desktop's light or dark setting from now on."""
    _State.mode = next(known for known in MODES if known == mode)
    _State.colors = THEMES[_resolved(_State.mode)]
    if not _State.followed:
        _State.followed = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: _follow(app))
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette(_State.colors))
    app.setStyleSheet(sheet(_State.colors, GRID, RADIUS, SIZES))
    signals.changed.emit()


def _resolved(mode: Mode) -> str:
    if mode != "system":
        return mode
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _follow(app: QApplication) -> None:
    if _State.mode == "system":
        apply(app, "system")


def _palette(c: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, color in (
        (role.Window, c.paper),
        (role.WindowText, c.ink),
        (role.Base, c.surface),
        (role.AlternateBase, c.paper),
        (role.Text, c.ink),
        (role.PlaceholderText, c.muted),
        (role.Button, c.surface),
        (role.ButtonText, c.ink),
        (role.Highlight, c.teal),
        (role.HighlightedText, c.on_teal),
        (role.ToolTipBase, c.surface),
        (role.ToolTipText, c.ink),
        (role.Link, c.teal),
        (role.LinkVisited, c.teal),
        (role.BrightText, c.red),
        (role.Light, c.surface),
        (role.Midlight, c.sunken),
        (role.Mid, c.line),
        (role.Dark, c.edge),
        (role.Shadow, c.edge),
        (role.Accent, c.teal),
    ):
        palette.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, c.grey)
    return palette
