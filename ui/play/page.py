"""The page on which a run is played: it asks the door what to draw and tells it what was decided."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from game.level import in_language
from game.message import Message
from game.playing.door import Playing
from game.playing.views import Alike, Changed, Playback
from ui import theme
from ui.jobs import Desk
from ui.play.camera import STEP
from ui.play.feed import Feed
from ui.play.inspector import Inspector
from ui.play.layout import Key
from ui.play.levers import NumberEdit
from ui.play.motion import Motion
from ui.play.numbers import turn_key, turn_word
from ui.play.outlook import Outlook
from ui.play.pending import PendingStrip
from ui.play.scoreboard import Scores
from ui.play.strip import Actions, TurnLabel
from ui.play.tabs import Views
from ui.play.things import thing_names
from ui.play.timeline import TimelineView
from ui.theme import GRID, floor
from ui.widgets import Card, Page, caption, label, row
from ui.words import language, text, tr

KEYS = {
    "F5": "run_turn", "Ctrl+Return": "run_turn", "Ctrl+Enter": "run_turn", "Shift+F5": "run_on",
    "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+Y": "redo",
    "Ctrl++": "zoom_in", "Ctrl+=": "zoom_in", "Ctrl+-": "zoom_out", "Ctrl+0": "zoom_fit",
}  # fmt: skip


class PlayPage(Page):
    """`turned` is emitted when played turns are shown, `finished` after the last one or at insolvency.

    `left` (of `Page`) asks to go back.
    """

    turned, finished = Signal(), Signal()

    def __init__(self, playing: Playing, desk: Desk | None = None) -> None:
        super().__init__(in_language(playing.level.title, language()))
        self.playing = playing
        self._outlook = Outlook(playing, desk, self)
        self._names = thing_names(playing.plant())
        self._selected: Key | None = None
        self._pressed: QWidget | None = None
        level = playing.level
        self.turn_label = TurnLabel(level)
        self.actions_ = Actions(level, self.run_turn, self.run_on, self.undo, self.redo)
        self.bar_middle, self.bar_actions = self.turn_label, self.actions_.all
        self.scores = Scores(level.money.currency, turn_key(level, "this"))
        self.views = Views(playing, self.choose, self.decide)
        self.motion = Motion(self.views.floor)
        self.inspector = Inspector(self.decide, level.money.currency)
        self._outlook.changed.connect(self._show_ahead)
        self.views.picked.connect(self.pick)
        self.pending = PendingStrip(self.undo)
        self.timeline, self.feed = TimelineView(), Feed()
        self.status = label("", "small")
        self.scores.chosen.connect(lambda measure: self.choose("goal", measure))
        self.feed.chosen.connect(self.choose)
        self.inspector.chosen.connect(self.choose)
        self.views.floor.entered.connect(self.inspector.take_focus)
        self.inspector.abandoned.connect(self.views.floor.setFocus)
        self._build()
        self._shortcuts()
        theme.signals.changed.connect(self._repaint)
        self.refresh(Changed.SETTINGS | Changed.TURN)
        self.choose(*self._first_thing())

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID + 2, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID + 2)
        layout.addWidget(self.scores)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID + 2)
        self.inspector.body.addWidget(self.pending)
        self.inspector.setMinimumWidth(floor.INSPECTOR[0])
        self.inspector.setMaximumWidth(floor.INSPECTOR[1])
        middle.addWidget(self.views, 31)
        middle.addWidget(self.inspector, 10)
        layout.addLayout(middle, 1)
        lower = QHBoxLayout()
        lower.setSpacing(2 * GRID + 2)
        lower.addWidget(self._timeline_card(), 1)
        lower.addWidget(self._feed_card(), 1)
        layout.addLayout(lower)
        self.status.setParent(self)
        self.status.setFixedSize(0, 0)

    def _timeline_card(self) -> QWidget:
        card = _lower_card(tr("play.timeline.name"), turn_word(self.playing.level, "axis"))
        card.body.addWidget(self.timeline, 1)
        return card

    def _feed_card(self) -> QWidget:
        words = turn_word(self.playing.level, "feed")
        self.feed.setAccessibleName(words)
        card = _lower_card(words)
        card.body.addWidget(self.feed, 1)
        return card

    def _shortcuts(self) -> None:
        for keys, name in KEYS.items():
            self._key(keys, getattr(self, name))
        self._key("Ctrl+1", self.views.go_home)
        for place in range(1, len(self.views.names)):
            self._key(f"Ctrl+{place + 1}", partial(self.views.tabs.choose, place))
        self._key("Ctrl+T", self.views.toggle_table)

    def _key(self, keys: str, on: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(on)

    def first_focus(self) -> QWidget:
        """The floor has the keyboard first."""
        return self.views.floor

    def _first_thing(self) -> Key:
        """What the inspector shows at first: the stock in most trouble."""
        order = {"bad": 0, "warn": 1, "info": 2, "good": 3}
        items = sorted(self.playing.plant().items, key=lambda item: order[item.mood])
        return ("item", items[0].id)

    @property
    def selected(self) -> Key | None:
        """What the inspector shows."""
        return self._selected

    def choose(self, kind: str, target: str) -> None:
        """Show a thing in the inspector and mark it where it stands."""
        self._selected = (kind, target)
        self.views.floor.select(self._selected)
        self.scores.select(target if kind == "goal" else None)
        self._inspect()

    def _inspect(self) -> None:
        if self._selected is not None:
            self.inspector.show_thing(self.playing.inspect(*self._selected), self._names)
            kind, target = self._selected
            trial = partial(self.playing.cards_trial, target) if kind == "item" else lambda: None
            self.inspector.cards.show_for((self._selected, self.playing.turn), trial)
            self._show_ahead()

    def _show_ahead(self) -> None:
        if self._selected is not None:
            self._outlook.show_on(self.inspector.ahead, self._selected)

    def decide(self, lever: str, target: str, value: object) -> Message | None:
        """Decide what the door allows, or for `Alike` others what is planned for a target; answers why not."""
        if isinstance(value, Alike):
            changed, why = self.playing.spread(lever, target, value.targets)
            self.refresh(changed)
            return why
        why = self.playing.query(lever, target, value)
        if why is None:
            self.refresh(self.playing.decide(lever, target, value))
        return why

    def pick(self, item: str, choice: str, reason: str) -> None:
        """Pick a choice of the policy board for a part."""
        self.refresh(self.playing.choose(item, choice, reason))

    def zoom_in(self) -> None:
        """Show less of the floor, larger."""
        self.views.floor.zoom(STEP)

    def zoom_out(self) -> None:
        """Show more of it."""
        self.views.floor.zoom(1 / STEP)

    def zoom_fit(self) -> None:
        """Show all of it."""
        self.views.floor.zoom(0)

    def undo(self) -> None:
        """Take the last change back."""
        if self.playing.can_undo:
            self.refresh(self.playing.undo())

    def redo(self) -> None:
        """Make it again."""
        if self.playing.can_redo:
            self.refresh(self.playing.redo())

    def run_turn(self) -> None:
        """Play a turn, which keeps it, then show how it went and what came of it."""
        self._take_typed()
        if not self.playing.finished and not self.motion.running:
            changed = self.playing.run_turn()
            self._show_turns(self._films(), changed)

    def _films(self) -> list[Playback]:
        film = self.playing.playback() if self.motion.wanted else None
        return [] if film is None else [film]

    def _show_turns(self, films: list[Playback], changed: Changed) -> None:
        """What was played is kept already: showing it delays nothing but the view. A button gets the keyboard back."""
        focus = QApplication.focusWidget()
        self._pressed = focus if focus in self.actions_.all else None
        if self._pressed is not None:
            self.views.floor.setFocus()
        self.actions_.enable(False, False, False)
        self.motion.play(films, lambda: self._after(changed))

    def _take_typed(self) -> None:
        """A number that is still being typed counts."""
        focus = self.focusWidget()
        if isinstance(focus, NumberEdit):
            focus.finish()

    def escape(self) -> bool:
        """Esc first forgets what is being typed, and only then leaves the page."""
        focus = self.focusWidget()
        return isinstance(focus, NumberEdit) and focus.revert()

    def run_on(self) -> None:
        """Play turns until the feed holds something bad or the run is over."""
        self._take_typed()
        if self.motion.running:
            return
        changed, films = Changed.NOTHING, list[Playback]()
        while not self.playing.finished:
            changed |= self.playing.run_turn()
            films += self._films()
            if any(line.mood == "bad" for line in self.playing.feed()):
                break
        self._show_turns(films, changed)

    def _after(self, changed: Changed) -> None:
        self.refresh(changed)
        if self._pressed is not None and self._pressed.isEnabled():
            self._pressed.setFocus()
        self._announce()
        self.turned.emit()
        if Changed.FINISHED in changed:
            self.finished.emit()

    def refresh(self, changed: Changed) -> None:
        """Draw anew what a command changed."""
        playing = self.playing
        self.actions_.enable(playing.can_undo, playing.can_redo, not playing.finished)
        self.pending.show_pending(playing.pending)
        self._outlook.ask()
        if Changed.TURN in changed:
            self.turn_label.show_turn(playing.turn)
            self.scores.show_score(playing.scoreboard())
            self.views.refresh()
            self.timeline.show_timeline(playing.timeline())
            self.feed.show_lines(playing.feed())
        else:
            self.views.replan()
        self._inspect()

    def _announce(self) -> None:
        """Tell screen readers how the turn went."""
        playing = self.playing
        news = " ".join(text(line.message) for line in playing.feed() if line.mood in ("bad", "warn"))
        words = tr("play.status.turn", word=tr(turn_key(playing.level, "word")), turn=playing.turn,
                   turns=playing.level.calendar.turns, stars=playing.scoreboard().stars, goals=self.scores.spoken,
                   news=news or tr("play.status.calm"))  # fmt: skip
        self.status.setText(words)
        self.status.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _repaint(self) -> None:
        for child in self.findChildren(QWidget):
            child.update()


def _lower_card(title: str, note: str = "") -> Card:
    card = Card()
    card.setAccessibleName(title)
    card.setFixedHeight(floor.LOWER)
    card.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
    card.body.setSpacing(GRID)
    card.body.addLayout(row(caption(title), None, label(note, "small", tone="muted")))
    return card
