"""Qt's own words in the player's language: menus of text fields, file dialogs, buttons of message boxes."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

OWN = "en"
"""The language that Qt speaks by itself."""


class _State:
    translator: QTranslator | None = None


def speak(language: str) -> None:
    """Let Qt speak a language from now on; its own where it has no texts in that one."""
    app = QCoreApplication.instance()
    if app is None:
        return
    if _State.translator is not None:
        app.removeTranslator(_State.translator)
        _State.translator = None
    made = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != OWN and made.load(f"qtbase_{language}", folder):
        app.installTranslator(made)
        _State.translator = made
