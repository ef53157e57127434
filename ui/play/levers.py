"""The rows of the inspector that change something: steppers, the choice of a policy, shares.

A row asks (`query`) before it decides; a refused value goes back, and the sentence that says why stands beneath.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from game.message import Message
from game.playing.views import LeverView
from ui import theme
from ui.play import paint
from ui.play.alike import AlikeLinks
from ui.play.numbers import days, steps_of
from ui.theme import GRID, floor
from ui.widgets import button, label, set_property
from ui.words import known, text, tr

Decide = Callable[[str, str, object], Message | None]
"""Sets a value, or for an `Alike` what is planned for its targets too; answers why not, or None."""


def lever_name(lever: LeverView) -> str:
    """The name of a lever in the player's language."""
    return tr(f"lever.{lever.lever}.name")


INSIDE = ("days", "percent")
"""Units that stand beside the number."""


def unit_text(lever: LeverView) -> str:
    """The unit of a lever as a word that agrees with its value, empty when it has none."""
    one = f"play.one.{lever.unit}"
    if lever.value == lever.per and lever.planned == lever.per and known(one):
        return tr(one)
    key = f"unit.{lever.unit}"
    return tr(key) if known(key) else lever.unit


class LeverRow(QWidget):
    """Name and hint at the left, the control at the right, a refusal beneath."""

    def __init__(self, lever: LeverView, decide: Decide) -> None:
        super().__init__()
        self.lever, self._decide = lever, decide
        self.title = lever_name(lever)
        self.name = label(lever_name(lever), bold=True, wrap=True)
        self.other = label("", "small", wrap=True)
        self.other.hide()
        self.hint = label("", "small", tone="muted", wrap=True)
        self.refusal = label("", "small", tone="red", wrap=True)
        self.refusal.hide()
        self.alike = AlikeLinks(self, self.decide)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GRID // 2)
        help_key = f"lever.{lever.lever}.help"
        if known(help_key):
            self.setToolTip(tr(help_key))

    def words(self) -> QVBoxLayout:
        """Name, what it is set for, and hint, one above the other."""
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self.name, self.other, self.hint):
            words.addWidget(line)
        words.addStretch(1)
        return words

    def show_hint(self, lever: LeverView) -> None:
        """The hint, or why the lever is fixed."""
        message = lever.hint if lever.allowed else lever.why or lever.hint
        self.hint.setText(text(message) if message else self._unit(lever))
        self.hint.setVisible(bool(self.hint.text()))

    def end(self) -> None:
        """The foot of the row: the same for others, and a refusal."""
        self.body.addWidget(self.alike)
        self.body.addWidget(self.refusal)
        self.show_lever(self.lever)

    def show_lever(self, lever: LeverView) -> None:
        """Show the lever as it is now."""
        self.lever = lever
        self.alike.show_groups(lever.alike)

    def set_for(self, other: str) -> None:
        """Say what it is set for, where that is not the thing shown."""
        self.title = f"{lever_name(self.lever)} ({other})" if other else lever_name(self.lever)
        self.other.setText(other)
        self.other.setVisible(bool(other))

    def _unit(self, lever: LeverView) -> str:
        """The unit, unless the name says it already."""
        unit = unit_text(lever)
        return "" if lever.parts or lever.unit in INSIDE or unit.casefold() in self.name.text().casefold() else unit

    def decide(self, value: object) -> None:
        """Decide and show a refusal if there is one."""
        self.refuse(self._decide(self.lever.lever, self.lever.target, value))

    def refuse(self, why: Message | None) -> None:
        """Say why a value was not taken; None takes the sentence away."""
        self.refusal.setText(text(why) if why else "")
        self.refusal.setVisible(why is not None)


class NumberEdit(QLineEdit):
    """A whole number that may be typed; without the focus it shows `before → after` when a change is planned."""

    def __init__(self, commit: Callable[[str], None], step: Callable[[int], None]) -> None:
        super().__init__()
        self._commit, self._step = commit, step
        self._typed, self._shown = "", ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.font(bold=True))
        self.setProperty("role", "number")
        self.returnPressed.connect(self.finish)

    def show_value(self, typed: str, shown: str) -> None:
        """The number to edit, and what is shown when it is not edited."""
        self._typed, self._shown = typed, shown
        self.setText(typed if self.hasFocus() else shown)
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def finish(self) -> None:
        """Take what was typed, if it differs."""
        typed = self.text().strip()
        if typed not in (self._typed, self._shown):
            self._commit(typed)
        self.setText(self._typed if self.hasFocus() else self._shown)

    def revert(self) -> bool:
        """Forget what was typed; False when nothing was."""
        typed = self.text() not in (self._typed, self._shown)
        self.setText(self._typed)
        return typed

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page: they take decisions back, not letters."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the bare number, selected, ready to be typed over."""
        super().focusInEvent(event)
        self.setText(self._typed)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take what was typed."""
        super().focusOutEvent(event)
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down step, the pages by ten."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class Stepper(LeverRow):
    """A number with a minus and a plus beside it."""

    def __init__(self, lever: LeverView, decide: Decide) -> None:
        super().__init__(lever, decide)
        self.less = button("\u2212", "step", lambda: self.step(-1))
        self.more = button("+", "step", lambda: self.step(1))
        self.edit = NumberEdit(self._typed, self.step)
        self.control = QFrame()
        self.control.setProperty("role", "stepper")
        box = QHBoxLayout(self.control)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for widget in (self.less, self.edit, self.more):
            box.addWidget(widget, 1 if widget is self.edit else 0)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addLayout(self.words(), 1)
        line.addWidget(self.control, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.end()

    def show_lever(self, lever: LeverView) -> None:
        """Show value, bounds, hint; a planned change stands out."""
        super().show_lever(lever)
        planned, changed = self._bare(lever.planned), lever.planned != lever.value
        shown = tr("play.inspector.planned", before=self._bare(lever.value), after=planned) if changed else planned
        if lever.unit in INSIDE:
            shown = f"{shown}\u00a0{unit_text(lever)}"
        self.edit.show_value(planned if lever.per > 1 else str(lever.planned), shown)
        needed = round(paint.width(shown, self.edit.font())) + floor.STEPPER_SIDES
        self.control.setFixedWidth(max(floor.STEPPER, needed))
        low, high = self._bare(lever.minimum), self._bare(lever.maximum)
        self.edit.setAccessibleName(tr("play.inspector.value", lever=self.title, low=low, high=high))
        self.less.setAccessibleName(tr("play.inspector.less", lever=self.title))
        self.more.setAccessibleName(tr("play.inspector.more", lever=self.title))
        self.edit.setAccessibleDescription(shown if lever.unit in INSIDE else f"{shown} {unit_text(lever)}")
        set_property(self.control, "changed", changed)
        self.edit.setEnabled(lever.allowed)
        self.less.setEnabled(lever.allowed and lever.planned > lever.minimum)
        self.more.setEnabled(lever.allowed and lever.planned < lever.maximum)
        self.show_hint(lever)

    def step(self, steps: int) -> None:
        """Change by so many steps, staying on the bounds and on whole steps."""
        lever = self.lever
        value = min(lever.maximum, max(lever.minimum, lever.planned + steps * max(1, lever.step)))
        if value != lever.planned:
            self.decide(value)

    def _bare(self, value: int) -> str:
        """A value in its unit, without it."""
        return text(value) if self.lever.per == 1 else days(value / self.lever.per)

    def _typed(self, typed: str) -> None:
        lever, value = self.lever, steps_of(typed, self.lever.per)
        if value is None:
            self.refuse(Message("play.inspector.no_number" if lever.per == 1 else "play.inspector.no_days"))
        elif lever.per > 1 and not lever.minimum <= value <= lever.maximum:
            low, high = self._bare(lever.minimum), self._bare(lever.maximum)
            self.refuse(Message("play.inspector.range", {"low": low, "high": f"{high} {unit_text(lever)}"}))
        elif value != lever.planned:
            self.decide(value)
