"""The list of runs: a tree, because what-ifs hang under the run they left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from game.message import Number
from game.playing.views import RunCard
from ui import theme
from ui.words import DASH, day_text, text, tr

COLUMNS = ("level", "state", "stars", "score", "luck", "played")
NUMBERS = (3, 4, 5)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def stars_text(run: RunCard) -> str:
    """Stars as signs, a dash before the end."""
    if run.stars is None:
        return DASH
    return "\u2605" * run.stars + "\u2606" * (3 - run.stars)


def run_name(run: RunCard, beneath: bool) -> str:
    """The level's title; of a what-if the turn at which it began, and the title unless it stands beneath its run."""
    if run.parted is None:
        return run.title
    if beneath:
        return tr("ui.runs.what_if", turn=run.parted + 1)
    return tr("ui.runs.title_what_if", title=run.title, turn=run.parted + 1)


def state_text(run: RunCard) -> str:
    """Where a run stands."""
    if run.insolvent:
        return tr("ui.runs.insolvent", turn=run.turn)
    return tr("ui.runs.ended") if run.finished else tr("ui.runs.at", turn=run.turn, turns=run.turns)


class RunTree(QTreeWidget):
    """Emits the run that is current, None when there is none, and the id of a run that is opened by Enter."""

    chosen = Signal(object)
    activated_run = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels([tr(f"ui.column.{name}") for name in COLUMNS])
        self.setAccessibleName(tr("ui.runs.title"))
        self.setAlternatingRowColors(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFont(theme.font())
        self.setIndentation(5 * theme.GRID)
        for column in NUMBERS:
            self.headerItem().setTextAlignment(column, RIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._runs: dict[int, RunCard] = {}
        self.currentItemChanged.connect(lambda now, before: self.chosen.emit(self._of(now)))
        self.itemActivated.connect(lambda item, column: self.activated_run.emit(item.data(0, Qt.ItemDataRole.UserRole)))

    @property
    def current_run(self) -> RunCard | None:
        """The run that is current."""
        return self._of(self.currentItem())

    def _of(self, item: QTreeWidgetItem | None) -> RunCard | None:
        return None if item is None else self._runs.get(item.data(0, Qt.ItemDataRole.UserRole))

    def show_runs(self, runs: Sequence[RunCard], chosen: int | None = None) -> None:
        """Fill the list; the run `chosen`, else the first, is current."""
        self.blockSignals(True)
        self.clear()
        self._runs = {run.id: run for run in runs}
        items = {run.id: _item(run, run.parent in self._runs) for run in runs}
        for run in runs:
            parent = items.get(run.parent) if run.parent is not None else None
            if parent is None:
                self.addTopLevelItem(items[run.id])
            else:
                parent.addChild(items[run.id])
        self.expandAll()
        self.blockSignals(False)
        if not runs:
            self.chosen.emit(None)
            return
        self.setCurrentItem(items[chosen if chosen in items else self.order()[0]])

    def neighbour(self, run_id: int) -> int | None:
        """The run after another in the list, or before it."""
        order = self.order()
        place = order.index(run_id)
        rest = order[place + 1 :] or order[:place][::-1]
        return rest[0] if rest else None

    def order(self) -> list[int]:
        """Numbers of the runs from top to bottom."""
        return _numbers(self.invisibleRootItem())


def _numbers(item: QTreeWidgetItem) -> list[int]:
    """Numbers of the runs beneath an item, from top to bottom."""
    found = []
    for place in range(item.childCount()):
        child = item.child(place)
        assert child
        found += [int(child.data(0, Qt.ItemDataRole.UserRole)), *_numbers(child)]
    return found


def _item(run: RunCard, beneath: bool) -> QTreeWidgetItem:
    score = DASH if run.score is None else text(Number(run.score))
    cells = (
        run_name(run, beneath),
        state_text(run),
        stars_text(run),
        score,
        str(run.seed % 10_000),
        day_text(run.played_at),
    )
    item = QTreeWidgetItem(list(cells))
    item.setData(0, Qt.ItemDataRole.UserRole, run.id)
    item.setFont(0, theme.font(bold=run.parted is None))
    for column in NUMBERS:
        item.setTextAlignment(column, RIGHT)
    return item
