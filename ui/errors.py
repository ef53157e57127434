"""An unexpected error: a line in a log file that rotates, and one dialog with a report to save. The run is kept."""

import logging
import platform
import sys
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from game import files
from game.message import Message
from ui import theme
from ui.theme import icons
from ui.words import text as text_of
from ui.words import tr

LOG = logging.getLogger("milkrun")
ICON = 40


def log_to(folder: Path) -> RotatingFileHandler:
    """Write the log into a folder, where that is possible: three files of at most 256 kB."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "milkrun.log", maxBytes=256 * 1024, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    return handler


def report(error: BaseException) -> str:
    """What a person would send: versions and the traceback."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}\n\n{''.join(lines)}"


class Hooked:
    """The hook for `sys.excepthook`; errors that come while the dialog is open go to the log only.

    An error that carries a `Message` (a run of older rules, a full disk) is said in that sentence.
    """

    def __init__(self) -> None:
        self.open = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error, and show it unless one is being shown or it is Ctrl+C."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        said = getattr(error, "message", None)
        if not isinstance(said, Message):
            LOG.error("unexpected", exc_info=(kind, error, trace))
        if self.open or QApplication.instance() is None:
            return
        self.open = True
        try:
            say(said) if isinstance(said, Message) else show(report(error))
        finally:
            self.open = False


def install() -> None:
    """Catch errors of slots and virtual methods, which come here and nowhere else."""
    sys.excepthook = Hooked()


def dialog(text: str) -> QMessageBox:
    """The dialog that says what happened, with the report to read and save."""
    box = QMessageBox()
    box.setWindowTitle(tr("app.name"))
    box.setIconPixmap(icons.pixmap("warning", theme.colors().red, ICON, box.devicePixelRatioF()))
    box.setText(f"<b>{tr('ui.error.title')}</b>")
    box.setInformativeText(tr("ui.error.text"))
    box.setDetailedText(text)
    box.addButton(tr("ui.error.carry_on"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("ui.error.save"), QMessageBox.ButtonRole.ActionRole)
    return box


def say(message: Message) -> None:
    """Say why something cannot be done; names in it come from files of others and are no markup."""
    box = QMessageBox(
        QMessageBox.Icon.Information, tr("app.name"), text_of(message), parent=QApplication.activeWindow()
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def show(text: str) -> None:
    """Show the dialog; save the report when asked."""
    box = dialog(text)
    box.exec()
    if box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.ActionRole:
        name, _ = QFileDialog.getSaveFileName(None, tr("ui.error.save"), "milkrun-report.txt")
        if name:
            _save(Path(name), text)


def _save(path: Path, text: str) -> None:
    try:
        files.write(path, text)
    except OSError as error:
        say(Message("run.unwritable", {"path": str(path), "error": error.strerror or str(error)}))
