"""Settings: who plays, how it looks, what is open, where things lie. A choice holds at once and is remembered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from game.message import languages
from ui.preferences import PACES, SCALES, Preferences
from ui.theme import GRID, MODES
from ui.widgets import Card, ScrollPage, Segments, button, label, rule
from ui.widgets.toggle import Toggle
from ui.words import language, tr

if TYPE_CHECKING:
    from ui.shell import Shell


class SettingsPage(ScrollPage):
    """One card; each setting with a sentence and its control."""

    def __init__(self, preferences: Preferences, shell: "Shell") -> None:
        super().__init__(tr("ui.settings.title"), width=240 * GRID)
        self._preferences, self._shell = preferences, shell
        self.body.setContentsMargins(6 * GRID, 8 * GRID, 6 * GRID, 6 * GRID)
        card = Card()
        card.body.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        card.body.setSpacing(3 * GRID)
        folder = str(preferences.data_folder)
        for number, (key, control) in enumerate(self._controls()):
            if number:
                card.body.addWidget(rule())
            card.body.addLayout(_setting(key, control, folder))
        self.body.addWidget(card)
        self.body.addWidget(label(tr("ui.settings.keys"), "small", tone="muted", wrap=True))
        self.body.addStretch(1)

    def _controls(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("name", self._name()), ("language", self._language()), ("theme", self._theme()), ("scale", self._scale()),
            ("motion", self._motion()), ("unlock", self._unlock()), ("guide", self._guide()),
            ("folder", self._folder()),
        )  # fmt: skip

    def _theme(self) -> QWidget:
        names = [tr(f"ui.settings.theme_{mode}") for mode in MODES]
        current = MODES.index(self._preferences.theme)
        self.theme = Segments(names, current, "tab", tr("ui.settings.theme"))
        self.theme.chosen.connect(lambda index: self._shell.choose_theme(MODES[index]))
        return self.theme

    def _language(self) -> QWidget:
        shipped = languages()
        names = [tr(f"ui.language.{name}") for name in shipped]
        self.language = Segments(names, shipped.index(language()), "tab", tr("ui.settings.language"))
        self.language.chosen.connect(lambda index: self._shell.choose_language(shipped[index]))
        return self.language

    def _motion(self) -> QWidget:
        names = [tr(f"ui.settings.motion_{pace}") for pace in PACES]
        self.motion = Segments(names, PACES.index(self._preferences.pace), "tab", tr("ui.settings.motion"))
        self.motion.chosen.connect(lambda index: setattr(self._preferences, "pace", PACES[index]))
        return self.motion

    def _name(self) -> QWidget:
        self.name = QLineEdit(self._preferences.name)
        self.name.setMaxLength(40)
        self.name.setFixedWidth(70 * GRID)
        self.name.setAccessibleName(tr("ui.settings.name"))
        self.name.setPlaceholderText(tr("ui.settings.name_empty"))
        self.name.textEdited.connect(lambda text: setattr(self._preferences, "name", text))
        return self.name

    def _guide(self) -> QWidget:
        self.guide = button(tr("ui.settings.guide_again"), "secondary", self._forget_guide)
        self.guide.setEnabled(self._preferences.guided)
        return self.guide

    def _scale(self) -> QWidget:
        names = [tr("ui.settings.scale_of", percent=scale) for scale in SCALES]
        self.scale = Segments(names, SCALES.index(self._preferences.scale), "tab", tr("ui.settings.scale"))
        self.scale.chosen.connect(lambda index: setattr(self._preferences, "scale", SCALES[index]))
        return self.scale

    def _unlock(self) -> QWidget:
        self.unlock = Toggle(tr("ui.settings.unlock_all"), self._preferences.unlocked)
        self.unlock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.unlock.toggled.connect(lambda on: setattr(self._preferences, "unlocked", on))
        return self.unlock

    def _folder(self) -> QWidget:
        url = QUrl.fromLocalFile(str(self._preferences.data_folder))
        return button(tr("ui.settings.folder_open"), "secondary", lambda: QDesktopServices.openUrl(url))

    def _forget_guide(self) -> None:
        self._preferences.guided = False
        self.guide.setEnabled(False)

    def first_focus(self) -> QWidget | None:
        """The name."""
        return self.name


def _setting(key: str, control: QWidget, folder: str) -> QHBoxLayout:
    """What it is at the left, the control at the right."""
    words = QVBoxLayout()
    words.setSpacing(GRID)
    words.addWidget(label(tr(f"ui.settings.{key}"), "label", bold=True))
    words.addWidget(label(tr(f"ui.settings.{key}_about", folder=folder), tone="muted", wrap=True))
    line = QHBoxLayout()
    line.setSpacing(6 * GRID)
    line.addLayout(words, 1)
    line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return line
