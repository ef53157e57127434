"""Which texts of a widget lack the room they need, by needed against given size."""

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableWidget, QWidget

from ui.widgets import Elided


def cut(widget: QWidget) -> list[str]:
    """Texts in sight that are cut: labels, buttons, fields that drop down, cells and headings of tables."""
    found = [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text() and _label(one)]
    found += [b.text() for b in widget.findChildren(QPushButton) if b.isVisible() and b.width() < b.sizeHint().width()]
    found += [box.currentText() for box in widget.findChildren(QComboBox) if box.isVisible() and _box(box)]
    for table in widget.findChildren(QTableWidget):
        if table.isVisible():
            found += _cells(table)
    return found


def _label(one: QLabel) -> bool:
    if isinstance(one, Elided):
        return False
    if one.wordWrap():
        return one.heightForWidth(one.width()) > one.height()
    return one.sizeHint().width() > one.width()


def _box(box: QComboBox) -> bool:
    longest = max((box.fontMetrics().horizontalAdvance(box.itemText(k)) for k in range(box.count())), default=0)
    return longest > box.width() or box.width() < box.minimumSizeHint().width()


def _cells(table: QTableWidget) -> list[str]:
    """Columns narrower than their widest cell or heading; names of rows wider than their column."""
    across, down = table.horizontalHeader(), table.verticalHeader()
    short = [
        f"{table.accessibleName()}, column {column}"
        for column in range(table.columnCount())
        if not table.isColumnHidden(column)
        and table.columnWidth(column) < max(table.sizeHintForColumn(column), across.sectionSizeHint(column))
    ]
    names = (table.verticalHeaderItem(line) for line in range(table.rowCount() if down.isVisible() else 0))
    wide = down.fontMetrics().horizontalAdvance
    return short + [one.text() for one in names if one is not None and wide(one.text()) > down.width()]
