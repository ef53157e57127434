"""The tabs beside the floor: charts and statements of the run so far, in the look of the debrief."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.playing.door import Playing
from ui.debrief.charts import ChartPanel
from ui.debrief.tables import statement_table
from ui.theme import GRID
from ui.widgets import Segments
from ui.words import tr


def charts(playing: Playing, turn: str) -> QWidget:
    """Stock, cash and service so far."""
    panel = ChartPanel(playing.charts(), playing.level.money.currency, turn)
    panel.setProperty("role", "page")
    panel.body.setContentsMargins(0, 0, 0, 0)
    return panel


def books(playing: Playing) -> QWidget:
    """The three statements so far."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID)
    statements = playing.statements()
    tabs = Segments([tr(f"ui.debrief.{one.name}") for one in statements], 0, "tab", tr("ui.debrief.books"))
    stack = QStackedWidget()
    for statement in statements:
        stack.addWidget(statement_table(statement, playing.level.money.currency))
    tabs.chosen.connect(stack.setCurrentIndex)
    line = QHBoxLayout()
    line.addWidget(tabs)
    line.addStretch(1)
    layout.addLayout(line)
    layout.addWidget(stack, 1)
    return page
