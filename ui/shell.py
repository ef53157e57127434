"""The window: a bar, one page at a time, a way back. Pages are made anew when shown, so that they are never stale."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme, words
from ui.bar import TopBar
from ui.jobs import Desk
from ui.preferences import Preferences
from ui.words import tr

if TYPE_CHECKING:
    from game.message import Message
    from game.playing.cards import LevelCard
    from game.playing.door import Front, Playing, Shelf
    from game.playing.views import ChangeView

Route = Callable[[], QWidget]
START_SIZE = (1280, 800)
LEAST_SIZE = (1024, 640)


class Shell(QMainWindow):
    """Main window on a shelf of levels and runs; `open_front` opens it in a language."""

    def __init__(self, open_front: "Callable[[str], Front]", preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        words.set_language(preferences.language)
        self.front = open_front(words.language())
        self.desk = Desk(lambda: self.shelf.coach, self)
        self._way: list[Route] = []
        self._bar = TopBar(self.go_back)
        self._stack = QStackedWidget()
        self._build()
        self.open_home()

    def _build(self) -> None:
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self.setWindowTitle(tr("app.name"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*START_SIZE)
        self.restoreGeometry(self.preferences.geometry)
        self._key(Qt.Key.Key_Escape, self._escape)
        self._key("Ctrl+,", self.open_settings)
        self._key("F1", self.help_here)
        self.setAcceptDrops(True)

    def _key(self, keys: Qt.Key | str, on: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(on)

    @property
    def shelf(self) -> "Shelf":
        """Levels and runs; what reads, plays and judges them is imported when it is first asked for."""
        self.front = self.front.whole()
        return self.front

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._stack.currentWidget()

    def _go(self, route: Route, replace: bool = False) -> None:
        if replace:
            self._way.pop()
        self._way.append(route)
        self._show()

    def _show(self) -> None:
        page = self._way[-1]()
        old = self._stack.currentWidget()
        self._bar.fill(page, len(self._way) > 1)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        title = getattr(page, "title", "")
        self.setWindowTitle(f"{title} \u2013 {tr('app.name')}" if title else tr("app.name"))
        first = getattr(page, "first_focus", lambda: None)()
        (first or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """To the page before; the first page stays."""
        if len(self._way) > 1:
            self._way.pop()
            self._show()

    def _escape(self) -> None:
        """A page may use Esc itself: its `escape()` then says True; the guide is left first."""
        guide = getattr(self.page, "bubble", None)
        if guide is not None and guide.isVisible():
            guide.skip()
        elif not getattr(self.page, "escape", lambda: False)():
            self.go_back()

    def open_home(self) -> None:
        """The first page; the way back ends here."""
        from ui.home import HomePage

        self._way = []
        self._go(lambda: HomePage(self.front, self))

    def open_levels(self, said: "Message | None" = None) -> None:
        """All levels, and the runs played last."""
        from ui.levels.page import LevelsPage

        words = [said]
        self._go(lambda: LevelsPage(self.shelf, self, words.pop() if words else None))

    def open_runs(self, said: "Message | None" = None) -> None:
        """All runs: resume, replay, compare, export, delete."""
        from ui.runs import RunsPage

        words = [said]
        self._go(lambda: RunsPage(self.shelf, self, words.pop() if words else None))

    def open_replay(self, run_id: int, turn: int = 0) -> None:
        """Look back on a run, turn by turn; it stands after so many turns."""
        from ui.runs.replay import ReplayPage

        past = self.shelf.replay(run_id)
        past.go(turn)
        self._go(lambda: ReplayPage(past, self.what_if))

    def open_compare(self, left: int, right: int) -> None:
        """Two runs side by side."""
        from ui.runs.compare import ComparePage

        self._go(lambda: ComparePage(self.shelf.compare(left, right)))

    def what_if(self, playing: "Playing", turn: int | None = None) -> None:
        """Play on in a branch that leaves a run before a turn, its next one by default; the run stays as it is."""
        self.open_play(self.shelf.branch(playing, playing.turn if turn is None else turn))

    def attempt(self, playing: "Playing", change: "ChangeView") -> None:
        """Play on in a branch in which one change waits to be run."""
        left = self.shelf.branch(playing, change.turn)
        left.decide(change.lever, change.target, change.value)
        self.open_play(left)

    def open_help(self, entry: str = "") -> None:
        """The rules, or an entry of the glossary."""
        from ui.help import HelpPage

        if isinstance(self.page, HelpPage):
            self.page.open_entry(entry)
        else:
            self._go(lambda: HelpPage(self.shelf, self, entry))

    def help_here(self) -> None:
        """Help on what has the focus."""
        from ui.help.focus import entry_of

        self.open_help(entry_of(QApplication.focusWidget(), self.page))

    def open_briefing(self, card: "LevelCard") -> None:
        """What is read before a level is played."""
        from ui.briefing import BriefingPage

        self._go(lambda: BriefingPage(self.shelf, card, self))

    def start(self, card: "LevelCard", answer: int | None = None) -> None:
        """A new run of a level, on new luck; `answer` to the question asked before the first turn."""
        playing = self.shelf.start(card)
        if answer is not None:
            playing.predict(answer)
        self.open_play(playing, replace=True)

    def resume(self, run_id: int) -> None:
        """Go on with a run, or to its debrief when it is over."""
        playing = self.shelf.resume(run_id)
        if playing.finished:
            self.open_debrief(playing)
        else:
            self.open_play(playing)

    def open_play(self, playing: "Playing", replace: bool = False) -> None:
        """Play a run; when it is over, its debrief takes the place."""

        def route() -> QWidget:
            from ui.play import PlayPage
            from ui.play_extras import equip

            page = PlayPage(playing, self.desk)
            equip(page, playing, self)
            page.finished.connect(lambda: self.open_debrief(playing, replace=True))
            page.left.connect(self.go_back)
            page.motion.pace = lambda: self.preferences.pace
            return page

        self._go(route, replace)

    def open_debrief(self, playing: "Playing", replace: bool = False) -> None:
        """How a run ended."""
        from ui.debrief.page import DebriefPage

        self._go(lambda: DebriefPage(playing, self.shelf, self), replace)

    def open_settings(self) -> None:
        """Theme, language, name."""
        from ui.settings import SettingsPage

        if not isinstance(self.page, SettingsPage):
            self._go(lambda: SettingsPage(self.preferences, self))

    def choose_theme(self, mode: str) -> None:
        """Put a theme in force and remember it."""
        self.preferences.theme = mode
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, mode)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; the way back stays, and so do changes that wait to be run."""
        self.preferences.language = language
        words.set_language(language)
        self.front.speak(language)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Level files and run files are welcome on every page."""
        from ui import files

        if files.dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add what was dropped, and show where it went."""
        from ui import files

        paths = files.dropped(event)
        event.acceptProposedAction()
        for path in paths:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Add a level file or a run file; a page that shows them says so itself."""
        add = getattr(self.page, "add", None)
        if add is not None:
            add(path)
            return
        from ui import files

        said = files.add(self.shelf, path)
        if path.suffix.lower() == files.RUN_FILE:
            self.open_runs(said)
        else:
            self.open_levels(said)

    def remember_folder(self, path: str) -> Path:
        """Keep the folder of a file that was picked, for the next dialog."""
        self.preferences.folder = str(Path(path).parent)
        return Path(path)

    def export(self, playing: "Playing") -> None:
        """Ask where to, and write a run file with the level inside."""
        proposed = Path(self.preferences.folder) / f"{playing.level.id}-{playing.seed}.json"
        files = f"{tr('ui.runs.files')} (*.json)"
        name, _ = QFileDialog.getSaveFileName(self, tr("ui.runs.export_title"), str(proposed), files)
        if name:
            playing.export(self.remember_folder(name).with_suffix(".json"))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remember where the window was, end all work, and close the records."""
        self.preferences.geometry = self.saveGeometry()
        self.desk.close()
        self.front.close()
        super().closeEvent(event)
