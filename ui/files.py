"""Files that a player brings, dropped on any page or picked in a dialog, and where to write others."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from game.message import Message
from game.playing.door import Shelf
from game.playing.wish import Wish
from ui.preferences import Preferences
from ui.words import tr

RUN_FILE, LEVEL_FILE, SALES_FILE = ".json", ".toml", ".csv"


def dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The files of an event that can be added."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (RUN_FILE, LEVEL_FILE, SALES_FILE)]


def add(shelf: Shelf, path: Path) -> Message:
    """Add a level file, a run file or a sales history as a store; answers what became of it."""
    if path.suffix.lower() == SALES_FILE:
        made = shelf.add_store(path, Wish())
        if isinstance(made, Message):
            return made
        return Message("own_store.added", {"title": made[0].title, "file": path.name})
    if path.suffix.lower() == RUN_FILE:
        found = shelf.import_run(path)
        return found if isinstance(found, Message) else Message("ui.runs.imported", {"title": found.title})
    card = shelf.add_level(path)
    if isinstance(card, Message):
        return card
    return Message("ui.levels.added_broken" if card.problems else "ui.levels.added", {"title": card.title})


def ask_where(parent: QWidget, title: str, proposed: Path, kind: str, ending: str) -> Path | None:
    """Ask where to write a file; a name without the ending (such as `.json`) gets it. None when nothing was picked."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{ending})")
    if not name:
        return None
    return Path(name if name.lower().endswith(ending) else name + ending)


class Picker:
    """Asks for a file where the last one lay; `take` gets what was picked."""

    def __init__(self, parent: QWidget, preferences: Preferences, take: Callable[[Path], object]) -> None:
        self._parent, self._preferences, self._take = parent, preferences, take

    def level(self) -> None:
        """Ask for a level file."""
        self._pick(tr("ui.levels.add"), f"{tr('ui.levels.files')} (*{LEVEL_FILE})")

    def run(self) -> None:
        """Ask for a run file."""
        self._pick(tr("ui.runs.import"), f"{tr('ui.runs.files')} (*{RUN_FILE})")

    def sales(self) -> None:
        """Ask for a sales history."""
        self._pick(tr("own_store.pick"), f"{tr('own_store.files')} (*{SALES_FILE})")

    def _pick(self, title: str, files: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self._parent, title, self._preferences.folder, files)
        if name:
            self._preferences.folder = str(Path(name).parent)
            self._take(Path(name))
