"""The tab of suppliers: for each bought item its suppliers side by side, and what may be set about them beneath."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from game.message import Percent
from game.playing.door import Playing
from game.playing.views import Mood, OfferView, SourcingView
from ui import theme
from ui.debrief.tables import ROW, NumberTable
from ui.play import paint
from ui.play.levers import Decide, LeverRow
from ui.play.numbers import days, percent
from ui.play.rows import lever_row
from ui.theme import GRID
from ui.widgets import Card, button, label, plain
from ui.widgets.page import scrolling
from ui.words import money, text, tr

Chosen = Callable[[str, str], None]
Cell = tuple[str, Mood | None]
COLUMNS = ("price", "lead", "on_time", "bad", "share", "payment", "spend", "dependence", "survive", "replace")
TIPS = ("lead", "dependence", "survive", "replace")
HIGH = 2 * ROW - 3 * GRID
LEVER_ROOM = 80 * GRID
FEW = 3
"""Loads from which what was seen says something."""


class Suppliers(QWidget):
    """Kept while settings change, so that what is being moved stays under the mouse."""

    def __init__(self, playing: Playing, chosen: Chosen, decide: Decide, names: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(tr("play.suppliers.name"))
        self._playing, self._currency = playing, playing.level.money.currency
        self.blocks = [_Block(view, self._currency, chosen, decide, names) for view in playing.sourcing()]
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 3 * GRID, 0)
        inner.setSpacing(3 * GRID)
        inner.addWidget(
            label(tr("play.suppliers.hint" if self.blocks else "play.suppliers.none"), tone="muted", wrap=True)
        )
        for block in self.blocks:
            inner.addWidget(block)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(page))
        self._align()
        theme.signals.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is planned now, in the colours of the theme."""
        for block, view in zip(self.blocks, self._playing.sourcing(), strict=True):
            block.show_view(view)
        self._align()

    def _align(self) -> None:
        """The same columns beneath each other in all tables."""
        tables = [block.table for block in self.blocks]
        names = max((table.names_width() for table in tables), default=0)
        for table in tables:
            table.verticalHeader().setFixedWidth(names)
            table.least = [max(each.needed(column) for each in tables) for column in range(len(COLUMNS))]
            table.share_out()


class _Block(Card):
    """One item."""

    def __init__(
        self, view: SourcingView, currency: str, chosen: Chosen, decide: Decide, names: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.setAccessibleName(view.name)
        self._view, self._currency, self._chosen = view, currency, chosen
        self.body.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        self.table = self._table(view)
        self.body.addWidget(self.table)
        heading = button(view.name, "link", lambda: chosen("item", view.item))
        heading.setFont(theme.font("label", bold=True))
        self.table.set_corner(heading)
        self.rows: list[LeverRow] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for at, lever in enumerate(view.levers):
            row = lever_row(lever, decide, names, view.item, LEVER_ROOM)
            self.rows.append(row)
            grid.addWidget(row, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        if view.levers:
            self.body.addLayout(grid)
        self.show_view(view)

    def _table(self, view: SourcingView) -> "_Comparison":
        columns = [tr(f"play.suppliers.{name}") for name in COLUMNS]
        table = _Comparison(columns, [offer.name for offer in view.offers], view.name)
        table.verticalHeader().setDefaultSectionSize(HIGH)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, name in enumerate(COLUMNS):
            heading = table.horizontalHeaderItem(at)
            if name in TIPS and heading is not None:
                heading.setToolTip(tr(f"play.suppliers.{name}_tip"))
        for line, offer in enumerate(view.offers):
            named = table.verticalHeaderItem(line)
            if named is not None:
                named.setToolTip(plain(_seen_text(offer)))
                named.setFont(theme.font(bold=True))
        table.setFixedHeight(HIGH * len(view.offers) + table.horizontalHeader().sizeHint().height() + GRID)
        table.cellClicked.connect(self._open)
        table.cellActivated.connect(self._open)
        table.verticalHeader().sectionClicked.connect(lambda line: self._open(line, -1))
        return table

    def _open(self, line: int, column: int) -> None:
        offer = self._view.offers[line]
        if column == COLUMNS.index("price"):
            self._chosen("price", f"{self._view.item}/{offer.supplier}")
        else:
            self._chosen("supplier", offer.supplier)

    def show_view(self, view: SourcingView) -> None:
        """Fill the table, and the rows beneath."""
        self._view = view
        for line, offer in enumerate(view.offers):
            for column, (words, mood) in enumerate(cells(offer, self._currency)):
                self.table.put(line, column, words, bold=mood is not None)
                cell = self.table.item(line, column)
                if mood is not None and cell is not None:
                    cell.setForeground(paint.mood_ink(mood))
        for row, lever in zip(self.rows, view.levers, strict=True):
            row.show_lever(lever)


class _Comparison(NumberTable):
    """Columns as wide as they need, and what is left over shared among them; the corner holds the item's name."""

    least: Sequence[int] = ()

    def set_corner(self, heading: QWidget) -> None:
        """Put a heading above the names of the rows, which are at least as wide."""
        heading.setParent(self)
        heading.adjustSize()
        heading.move(0, (self.horizontalHeader().sizeHint().height() - heading.height()) // 2)
        self._heading = heading

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out anew."""
        super().resizeEvent(event)
        self.share_out()

    def names_width(self) -> int:
        """The width that the names of the rows, and the heading above them, need."""
        return max(self.verticalHeader().sizeHint().width(), self._heading.width() + GRID)

    def share_out(self) -> None:
        """The width each column needs, `least` where there is room for that, and its part of what is left."""
        needed = [self.needed(column) for column in range(self.columnCount())]
        if sum(self.least) <= self.viewport().width():
            needed = [max(pair) for pair in zip(needed, self.least or needed, strict=True)]
        spare = max(0, self.viewport().width() - sum(needed))
        for column, width in enumerate(needed):
            self.setColumnWidth(column, width + spare // len(needed))

    def needed(self, column: int) -> int:
        """The width of the longest line in a column, heading or cell."""
        cells = [self.horizontalHeaderItem(column), *(self.item(line, column) for line in range(self.rowCount()))]
        lines = [(part, cell.font()) for cell in cells if cell is not None for part in cell.text().split("\n")]
        return ceil(max(paint.width(part, font) for part, font in lines)) + 4 * GRID


def cells(offer: OfferView, currency: str) -> list[Cell]:
    """A supplier's cells in line with `COLUMNS`; what is worse than promised, or would not last, stands out."""
    seen_late = offer.lead_seen is not None and offer.loads >= FEW and offer.lead_seen > 1.2 * offer.lead
    seen_bad = offer.on_time_seen is not None and offer.loads >= FEW and offer.on_time_seen < offer.on_time - 0.1
    lead_seen = None if offer.lead_seen is None else _days(offer.lead_seen)
    on_time_seen = None if offer.on_time_seen is None else _percent(offer.on_time_seen)
    bad_seen = None if offer.bad_seen is None else _bad(offer.bad_seen)
    return [
        (text(offer.price), None),
        (_beside(_days(offer.lead), lead_seen), "warn" if seen_late else None),
        (_beside(_percent(offer.on_time), on_time_seen), "warn" if seen_bad else None),
        (_beside(_bad(offer.bad), bad_seen), "warn" if offer.bad_seen and offer.bad_seen > 2 * offer.bad else None),
        (_percent(offer.share), None),
        (_days(offer.payment), None),
        (money(offer.spend, currency), None),
        (_percent(offer.dependence), None),
        _survive(offer),
        (tr("play.suppliers.no_other") if offer.replace is None else _days(offer.replace), None),
    ]


def _survive(offer: OfferView) -> Cell:
    if offer.survive is None:
        return text(tr("play.suppliers.for_ever")), None
    risky = offer.share > 0 and offer.survive < (offer.lead if offer.replace is None else offer.replace)
    return _days(offer.survive), "bad" if risky else None


def _beside(promised: str, seen: str | None) -> str:
    return promised if seen is None else tr("play.suppliers.promised_seen", promised=promised, seen=seen)


def _percent(share: float) -> str:
    return percent(share).replace(" ", "\u00a0")


def _bad(share: float) -> str:
    return text(Percent(share, 1 if share else 0)).replace(" ", "\u00a0")


def _days(value: float) -> str:
    return tr("fact.days_short", days=days(value)).replace(" ", "\u00a0")


def _seen_text(offer: OfferView) -> str:
    if not offer.loads:
        return tr("play.suppliers.no_loads")
    return tr("play.suppliers.loads_one" if offer.loads == 1 else "play.suppliers.loads", count=offer.loads)
