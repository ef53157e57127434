"""The window on a shelf of levels and runs: which page follows which, and what holds for all of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import qt_words, theme, words
from ui.jobs import Desk
from ui.preferences import Preferences
from ui.window import Window
from ui.words import tr

if TYPE_CHECKING:
    from game.message import Message
    from game.playing.cards import LevelCard
    from game.playing.door import Front, Playing, Shelf
    from game.playing.exam import Form
    from game.playing.views import ChangeView

START_SIZE = (1280, 800)
LEAST_SIZE = (1024, 640)


class Shell(Window):
    """Main window on a shelf of levels and runs; `open_front` opens it in a language."""

    def __init__(self, open_front: "Callable[[str], Front]", preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        words.set_language(preferences.language)
        qt_words.speak(preferences.language)
        self.front = open_front(words.language())
        self.desk = Desk(lambda: self.shelf.coach, self)
        self._build()
        self.open_home()

    def _build(self) -> None:
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*START_SIZE)
        self.restoreGeometry(self.preferences.geometry)
        self.key(Qt.Key.Key_Escape, self.escape)
        self.key("Ctrl+,", self.open_settings)
        self.key("F1", self.help_here)
        self.setAcceptDrops(True)

    @property
    def shelf(self) -> "Shelf":
        """Levels and runs; what reads, plays and judges them is imported when it is first asked for."""
        self.front = self.front.whole()
        return self.front

    def open_home(self) -> None:
        """The first page; the way back ends here."""
        from ui.home import HomePage

        self.way = []
        self.go(lambda: HomePage(self.front, self))

    def open_levels(self, said: "Message | None" = None) -> None:
        """All levels, and the runs played last."""
        from ui.levels.page import LevelsPage

        words = [said]
        self.go(lambda: LevelsPage(self.shelf, self, words.pop() if words else None))

    def open_lessons(self, path: int = 0) -> None:
        """Ready paths, and what a teacher reads about their levels."""
        from ui.levels.lessons import LessonsPage

        self.go(lambda: LessonsPage(self.shelf, self, path))

    def open_test(self, form: "Form") -> None:
        """The test before or after."""
        from ui.exam.page import ExamPage

        self.go(lambda: ExamPage(self.shelf, self, form))

    def open_comparison(self, replace: bool = False) -> None:
        """What was known before and after."""
        from ui.exam.comparison import ComparisonPage

        self.go(lambda: ComparisonPage(self.shelf, self), replace)

    def practise(self, run_id: int) -> None:
        """Play a run's level once more on its luck: practice, marked as such."""
        self.what_if(self.shelf.resume(run_id), 0)

    def open_runs(self, said: "Message | None" = None) -> None:
        """All runs: resume, replay, compare, export, delete."""
        from ui.runs import RunsPage

        words = [said]
        self.go(lambda: RunsPage(self.shelf, self, words.pop() if words else None))

    def open_replay(self, run_id: int, turn: int = 0) -> None:
        """Look back on a run, turn by turn; it stands after so many turns."""
        from ui.runs.replay import ReplayPage

        past = self.shelf.replay(run_id)
        past.go(turn)
        self.go(lambda: ReplayPage(past, self.what_if))

    def open_compare(self, left: int, right: int) -> None:
        """Two runs side by side."""
        from ui.runs.compare import ComparePage

        self.go(lambda: ComparePage(self.shelf.compare(left, right)))

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
            self.go(lambda: HelpPage(self.shelf, self, entry))

    def open_proofs(self) -> None:
        """How hard the levels are: what plans reach on two hundred tapes."""
        from game.playing.manual import proofs_title

        self.open_authors(proofs_title(words.language()))

    def open_authors(self, chapter: str = "") -> None:
        """How levels are written, at a chapter if one is named."""
        self.open_help()
        self.page.open_authors(chapter)  # type: ignore[union-attr]

    def help_here(self) -> None:
        """Help on what has the focus."""
        from ui.help.focus import entry_of

        self.open_help(entry_of(QApplication.focusWidget(), self.page))

    def open_briefing(self, card: "LevelCard") -> None:
        """What is read before a level is played."""
        from ui.briefing import BriefingPage

        self.go(lambda: BriefingPage(self.shelf, card, self))

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

        self.go(route, replace)

    def open_debrief(self, playing: "Playing", replace: bool = False) -> None:
        """How a run ended."""
        from ui.debrief.page import DebriefPage

        self.go(lambda: DebriefPage(playing, self.shelf, self), replace)

    def open_settings(self) -> None:
        """Theme, language, name."""
        from ui.settings import SettingsPage

        if not isinstance(self.page, SettingsPage):
            self.go(lambda: SettingsPage(self.preferences, self))

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
        qt_words.speak(language)
        self.front.speak(language)
        self.show_again()

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

    def remember_folder(self, path: Path) -> Path:
        """Keep the folder of a file that was picked, for the next dialog."""
        self.preferences.folder = str(path.parent)
        return path

    def export(self, playing: "Playing") -> None:
        """Ask where to, and write a run file with the level inside."""
        from ui import files

        proposed = Path(self.preferences.folder) / f"{playing.level.id}-{playing.seed}{files.RUN_FILE}"
        where = files.ask_where(self, tr("ui.runs.export_title"), proposed, tr("ui.runs.files"), files.RUN_FILE)
        if where is not None:
            playing.export(self.remember_folder(where))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remember where the window was, end all work, and close the records."""
        self.preferences.geometry = self.saveGeometry()
        self.desk.close()
        self.front.close()
        super().closeEvent(event)
