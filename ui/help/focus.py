"""Which help belongs to what has the focus."""

from PySide6.QtWidgets import QWidget

from ui.help.entries import best_match, entries

ATTRIBUTES = (("measure", "measure"), ("lever", "lever"))
THINGS = {"item": "term.item", "supplier": "term.supplier", "station": "term.station", "stream": "term.stream",
          "project": "lever.project", "firm": "term.credit"}  # fmt: skip


def entry_of(focus: QWidget | None, page: QWidget | None) -> str:
    """Id of the entry of a widget or of what it stands in; empty for the rules."""
    widget = focus
    names = []
    while widget is not None and widget is not page:
        found = _told(widget)
        if found:
            return found
        names.append(f"{widget.accessibleName()} {widget.toolTip()}")
        widget = widget.parentWidget()
    every = entries()
    named = (best_match(name, every) for name in names)
    return next((entry for entry in named if entry), "") or _thing(focus, page)


def _told(widget: QWidget) -> str:
    """What a widget says itself: a property `help`, or the measure or lever that it shows."""
    said = widget.property("help")
    if isinstance(said, str) and said:
        return said
    for attribute, kind in ATTRIBUTES:
        value = getattr(widget, attribute, None)
        name = getattr(value, "lever", value)
        if isinstance(name, str) and name:
            return f"{kind}.{name}"
    return ""


def _thing(focus: QWidget | None, page: QWidget | None) -> str:
    """On the floor: the kind of the thing selected."""
    selected = getattr(page, "selected", None)
    kind, target = selected if focus is not None and isinstance(selected, tuple) else ("", "")
    return f"measure.{target.partition('/')[0]}" if kind == "goal" else THINGS.get(kind, "")
