"""What the window remembers between starts: theme, language, the player's name, its place on the screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from game.message import languages
from ui.theme import MODES

SCALES = (100, 115, 130, 150, 175, 200)
"""Percent of the normal size."""
PACES = ("off", "slow", "normal", "fast")


class Preferences:
    """Settings in an INI file of the player's folder."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        found = self._text("theme", "system")
        return found if found in MODES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def language(self) -> str:
        """A language shipped; the desktop's at the first start, English when it is not shipped."""
        found = self._text("language", QLocale.system().name()[:2])
        return found if found in languages() else "en"

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def name(self) -> str:
        """How the player wants to be called; may be empty."""
        return self._text("name", "")

    @name.setter
    def name(self, value: str) -> None:
        self._store.setValue("name", value.strip())

    @property
    def pace(self) -> str:
        """How fast a turn is played back: `off`, `slow`, `normal` or `fast`."""
        found = self._text("pace", "normal")
        return found if found in PACES else "normal"

    @pace.setter
    def pace(self, value: str) -> None:
        self._store.setValue("pace", value)

    @property
    def data_folder(self) -> Path:
        """Where runs, own levels, these settings and the log lie."""
        return Path(self._store.fileName()).parent

    @property
    def unlocked(self) -> bool:
        """Whether all stops of the campaign are open, whatever was won."""
        return self._text("unlocked", "no") == "yes"

    @unlocked.setter
    def unlocked(self, value: bool) -> None:
        self._store.setValue("unlocked", "yes" if value else "no")

    @property
    def scale(self) -> int:
        """How large everything is drawn, in percent; in force from the next start on."""
        found = self._text("scale", "")
        return int(found) if found in map(str, SCALES) else SCALES[0]

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("scale", value)

    @property
    def scale_chosen(self) -> bool:
        """Whether a size was chosen, by the player or for the screen."""
        return bool(self._text("scale", ""))

    def keep(self) -> None:
        """Write everything to disk now."""
        self._store.sync()

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, empty before the first start."""
        found = self._store.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def folder(self) -> str:
        """The folder last used in a file dialog."""
        return self._text("folder", str(Path.home()))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("folder", value)

    @property
    def guided(self) -> bool:
        """Whether the guided first turn was seen or skipped."""
        return self._text("guided", "no") == "yes"

    @guided.setter
    def guided(self, value: bool) -> None:
        self._store.setValue("guided", "yes" if value else "no")

    def _text(self, key: str, default: str) -> str:
        return str(self._store.value(key, default, type=str))
