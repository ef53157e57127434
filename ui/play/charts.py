"""The tab of the charts: which one and of what; lines or the data behind them; pictures and values to take away."""

import csv
import math
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.message import MARKS
from game.playing.door import Playing
from game.playing.views import Curve, Diagram
from ui import theme
from ui.debrief.tables import NumberTable
from ui.play.numbers import turn_key
from ui.play.picker import Picker
from ui.theme import GRID, floor
from ui.widgets import Button, Flow, button, label, set_tone
from ui.words import kind_text, language, text, tr

if TYPE_CHECKING:
    from ui.play.graph import Graph

SEPARATOR = " \u00b7 "
RISKY = ("=", "+", "-", "@")


class Charts(QWidget):
    """`choice` keeps which chart is shown when the tab is made anew."""

    def __init__(self, playing: Playing, choice: dict[str, str] | None = None) -> None:
        super().__init__()
        self._currency, self._level = playing.level.money.currency, playing.level
        self._turn = tr(turn_key(playing.level, "word"))
        self._choice = {} if choice is None else choice
        self.diagrams = playing.diagrams()
        self.which, self.subject = Picker(), Picker()
        self.which.setAccessibleName(tr("play.charts.which"))
        self.subject.setAccessibleName(tr("play.charts.subject"))
        self.data = Button(tr("play.charts.data"), "secondary", "table")
        self.data.setCheckable(True)
        self.graph: Graph
        self.reading = label("", "small", tone="muted", wrap=True)
        self.stack, self._legend = QStackedWidget(), QWidget()
        self.data.toggled.connect(lambda on: self.stack.setCurrentIndex(int(on)))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(2 * GRID)
        if not self.diagrams:
            self._body.addWidget(label(tr("play.charts.none", turn=self._turn), tone="muted", wrap=True))
            self._body.addStretch(1)
            return
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        tools = [
            button(tr("play.charts.reset"), "secondary", self._whole),
            self.data,
            button(tr("play.charts.image"), "secondary", self._ask_image),
            button(tr("play.charts.values"), "secondary", self._ask_values),
        ]
        for made, title in zip(tools[2:], ("save_image", "save_values"), strict=True):
            made.setToolTip(tr(f"play.charts.{title}"))
        for widget in (self.which, self.subject, None, *tools):
            head.addStretch(1) if widget is None else head.addWidget(widget)
        self._body.addLayout(head)
        self._body.addWidget(self.reading)
        self._body.addWidget(self.stack, 1)
        self._body.addWidget(self._legend)
        for name in dict.fromkeys(one.name for one in self.diagrams):
            self.which.addItem(tr(f"diagram.{name}"), name)
        self.which.currentIndexChanged.connect(self._subjects)
        self.subject.currentIndexChanged.connect(self._show)
        theme.signals.changed.connect(self._show)
        self.which.setCurrentIndex(max(0, self.which.findData(self._choice.get("which"))))
        self._subjects()

    def _subjects(self) -> None:
        name = self.which.currentData()
        self.subject.blockSignals(True)
        self.subject.clear()
        self.subject.addItems([one.subject for one in self.diagrams if one.name == name])
        self.subject.setCurrentIndex(max(0, self.subject.findText(self._choice.get("subject", ""))))
        self.subject.setVisible(self.subject.count() > 1)
        self.subject.blockSignals(False)
        self._show()

    @property
    def diagram(self) -> Diagram:
        """The chart shown."""
        mine = [one for one in self.diagrams if one.name == self.which.currentData()]
        return mine[max(0, self.subject.currentIndex())]

    def _show(self) -> None:
        from ui.play.graph import Graph

        diagram = self.diagram
        self._choice.update(which=diagram.name, subject=diagram.subject)
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.graph = Graph(diagram, self._currency)
        self.graph.setAccessibleName(", ".join(filter(None, (tr(f"diagram.{diagram.name}"), diagram.subject))))
        self.graph.pointed.connect(self._read)
        self.table = self._table(diagram)
        self.stack.addWidget(self.graph)
        self.stack.addWidget(self.table)
        self.stack.setCurrentIndex(int(self.data.isChecked()))
        self._show_legend(diagram)
        self._read(-1)

    def _show_legend(self, diagram: Diagram) -> None:
        fresh, flow = QWidget(), Flow(4)
        for curve in diagram.curves:
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(GRID + 2)
            line.addWidget(_Sample(diagram, curve))
            line.addWidget(label(text(curve.name), "small", tone="muted"))
            flow.addWidget(entry)
        fresh.setLayout(flow)
        self._body.replaceWidget(self._legend, fresh)
        self._legend.deleteLater()
        self._legend = fresh

    def _read(self, place: int) -> None:
        """Tell the values of a place."""
        set_tone(self.reading, "ink" if place >= 0 else "muted")
        if place < 0:
            self.reading.setText(self._hint)
            return
        values = [f"{text(one.name)} {self._value(one, place)}" for one in self.diagram.curves]
        self.reading.setText(f"{self._where(place)}: {SEPARATOR.join(values)}")
        self.graph.setAccessibleDescription(self.reading.text())

    @property
    def _hint(self) -> str:
        """What is measured, and how to read it."""
        kind = tr(f"play.charts.unit.{self.diagram.kind}")
        if self.diagram.categories:
            return tr("play.charts.hint_names", kind=kind)
        return tr("play.charts.hint", kind=kind, turn=self._turn)

    def _where(self, place: int) -> str:
        diagram = self.diagram
        if diagram.categories:
            return diagram.categories[place]
        turn = f"{self._turn} {place // diagram.per_turn + 1}"
        return turn if diagram.per_turn == 1 else tr("ui.chart.period", turn=turn, period=place % diagram.per_turn + 1)

    def _value(self, curve: Curve, place: int) -> str:
        value = curve.values[place] if place < len(curve.values) else math.nan
        return kind_text(self.diagram.kind, None if math.isnan(value) else value, self._currency)

    def _table(self, diagram: Diagram) -> NumberTable:
        count = max(len(curve.values) for curve in diagram.curves)
        names = [text(curve.name) for curve in diagram.curves]
        table = NumberTable(names, [self._where(place) for place in range(count)], self.graph.accessibleName())
        for column, curve in enumerate(diagram.curves):
            for place in range(count):
                table.put(place, column, self._value(curve, place))
        table.resizeColumnsToContents()
        return table

    def _whole(self) -> None:
        self.graph.frame()

    def _ask_image(self) -> None:
        self._ask("save_image", "images", "png")

    def _ask_values(self) -> None:
        self._ask("save_values", "tables", "csv")

    def _ask(self, title: str, files: str, ending: str) -> None:
        proposed = str(Path.home() / f"{self._level.id}-{self.diagram.name}.{ending}")
        kinds = f"{tr(f'play.charts.{files}')} (*.{ending})"
        name, _ = QFileDialog.getSaveFileName(self, tr(f"play.charts.{title}"), proposed, kinds)
        if name:
            self.save(Path(name).with_suffix(f".{ending}"))

    def save(self, path: Path) -> None:
        """Write a picture (.png) or the values (.csv); what goes wrong is said above the chart."""
        try:
            if path.suffix == ".csv":
                self._write(path)
            elif not self._image().save(str(path)):
                raise OSError(path.name)
        except OSError as error:
            set_tone(self.reading, "red")
            self.reading.setText(tr("play.charts.failed", why=error.strerror or str(error)))

    def _image(self) -> QPixmap:
        """The chart under its name, over what its lines mean."""
        title = label(self.graph.accessibleName(), "label", bold=True)
        title.adjustSize()
        parts = [_clear(title), self.graph.grab(), _clear(self._legend)]
        ratio, gap = parts[1].devicePixelRatio(), 3 * GRID
        sizes = [part.deviceIndependentSize() for part in parts]
        high = sum(size.height() + gap for size in sizes) + gap
        made = QPixmap(QSizeF(max(size.width() for size in sizes) + 2 * gap, high).toSize() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(theme.colors().surface)
        painter, top = QPainter(made), gap
        for part, size in zip(parts, sizes, strict=True):
            painter.drawPixmap(QPointF(gap, top), part)
            top += round(size.height()) + gap
        painter.end()
        return made

    def _write(self, path: Path) -> None:
        """Numbers as a spreadsheet of the language reads them; money in full, never rounded."""
        diagram, share = self.diagram, 100 if self.diagram.kind == "money" else 1
        _, point = MARKS.get(language(), MARKS["en"])
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file, delimiter=";" if point == "," else ",")
            writer.writerow(["", *(_safe(text(curve.name)) for curve in diagram.curves)])
            for place in range(max(len(curve.values) for curve in diagram.curves)):
                cells = [curve.values[place] / share for curve in diagram.curves]
                numbers = ("" if math.isnan(one) else f"{one:.12g}".replace(".", point) for one in cells)
                writer.writerow([_safe(self._where(place)), *numbers])


def _clear(widget: QWidget) -> QPixmap:
    """A widget without its ground."""
    ratio = widget.devicePixelRatioF()
    made = QPixmap(widget.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    widget.render(made, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return made


def _safe(cell: str) -> str:
    """Text that a spreadsheet would take for a formula gets a quote."""
    return f"'{cell}" if cell.startswith(RISKY) else cell


class _Sample(QWidget):
    """How a curve is drawn: a block for bars, a line, a dashed line for a bound."""

    def __init__(self, diagram: Diagram, curve: Curve) -> None:
        super().__init__()
        self._diagram, self._curve = diagram, curve
        self.setFixedSize(QSize(6 * GRID, 4 * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        from ui.play.graph import dashes, edge

        painter, color = QPainter(self), getattr(theme.colors(), self._curve.tone)
        box = QRectF(self.rect())
        if self._curve.look in ("bar", "stack"):
            painter.setPen(edge(self._curve))
            painter.setBrush(color)
            painter.drawRect(box.adjusted(GRID, GRID / 2, -GRID, -GRID / 2))
            return
        line = QPen(color, floor.LINE)
        if pattern := dashes(self._diagram, self._curve):
            line.setDashPattern([float(part) for part in pattern])
        painter.setPen(line)
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
