"""The legend of the floor: its shapes and what they mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.play import shapes
from ui.theme import GRID, floor
from ui.widgets import Flow, label
from ui.words import tr

FACTORY = ("full", "empty", "card", "material", "signal")
STORE = ("full", "aged", "empty", "card", "signal")


class _Sample(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(10 * GRID if name in ("material", "signal") else 4 * GRID, 4 * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        c, box = theme.colors(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(0, 0, floor.CELLS[1], floor.CELLS[1])
        cell.moveCenter(box.center())
        match self._name:
            case "full":
                shapes.container(painter, cell, c.blue)
            case "aged":
                shapes.container(painter, cell, shapes.aged(1, 1))
            case "empty":
                shapes.container(painter, cell, None)
            case "card":
                shapes.card(painter, QPointF(box.center()))
            case "material":
                shapes.legend_line(painter, box.adjusted(1, 0, -1, 0), c.grey, dashed=False)
            case _:
                shapes.legend_line(painter, box.adjusted(1, 0, -1, 0), c.amber, dashed=True)


class Legend(QWidget):
    """Samples with their words, in as many lines as the width asks for."""

    def __init__(self, store: bool) -> None:
        super().__init__()
        flow = Flow(3)
        for name in STORE if store else FACTORY:
            flow.addWidget(_entry(name))
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _entry(name: str) -> QWidget:
    entry = QWidget()
    line = QHBoxLayout(entry)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID + 2)
    line.addWidget(_Sample(name))
    line.addWidget(label(tr(f"play.legend.{name}"), "small", tone="muted"))
    return entry
