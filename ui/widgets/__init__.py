"""Small widgets shared by all pages."""

from ui.widgets.basic import (
    Button,
    Card,
    Elided,
    Icon,
    Pressable,
    button,
    caption,
    label,
    notice,
    plain,
    row,
    rule,
    set_property,
    set_tone,
)
from ui.widgets.choice import Choices, Segments
from ui.widgets.figures import Progress, Sparkline, Stars, StatLine, paint_star, paint_trend, star_path
from ui.widgets.flow import Flow, chip, chips
from ui.widgets.page import Page, ScrollPage

__all__ = [
    "Button",
    "Card",
    "Choices",
    "Elided",
    "Flow",
    "Icon",
    "Page",
    "Pressable",
    "Progress",
    "ScrollPage",
    "Segments",
    "Sparkline",
    "Stars",
    "StatLine",
    "button",
    "caption",
    "chip",
    "chips",
    "label",
    "notice",
    "paint_star",
    "paint_trend",
    "plain",
    "row",
    "rule",
    "set_property",
    "set_tone",
    "star_path",
]
