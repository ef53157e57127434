"""The Help page: rules, glossary and keys. Contents or terms at the left, the text at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from game.playing.door import Shelf
from game.playing.manual import authors_manual, help_file
from ui import theme
from ui.help.entries import Entry, entries, kind_name
from ui.help.paper import Paper
from ui.theme import GRID
from ui.widgets import Card, Page, Segments, button, label
from ui.words import language, tr

if TYPE_CHECKING:
    from ui.shell import Shell

TABS = ("rules", "glossary", "keys", "authors")
ID = Qt.ItemDataRole.UserRole
LIST_WIDTH, ROW, WIDE = 88 * GRID, 7 * GRID, 10_000


def help_text(name: str) -> str:
    """A text of the help in the language in force, in English where it lacks it."""
    return authors_manual(language()) if name == "authors" else help_file(name, language())


class HelpPage(Page):
    """`entry` is an id of the glossary to open; without one the rules are shown."""

    def __init__(self, shelf: Shelf, shell: "Shell", entry: str = "") -> None:
        super().__init__(tr("ui.help.title"))
        self._shell = shell
        self._entries = entries(shelf.terms())
        self.tabs = Segments([tr(f"ui.help.{name}") for name in TABS], 0, "tab", tr("ui.help.tabs"))
        self.tabs.chosen.connect(self._open_tab)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("ui.help.search"))
        self.search.setAccessibleName(tr("ui.help.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill_terms)
        self.list = QListWidget()
        self.list.setFont(theme.font())
        self.list.setAccessibleName(tr("ui.help.contents"))
        self.list.currentItemChanged.connect(lambda now, before: self._chosen(now))
        self.nothing = label(tr("ui.help.none"), tone="muted", wrap=True)
        self.paper = Paper(tr("ui.help.title"))
        self.bar_actions = (button(tr("ui.help.print"), "bar", self.print_text, "export"),)
        self._build()
        self._open_tab(0)
        if entry:
            self.open_entry(entry)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(3 * GRID)
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        tabs = QHBoxLayout()
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        left.addLayout(tabs)
        card = Card()
        card.setFixedWidth(max(LIST_WIDTH, self.tabs.sizeHint().width()))
        card.body.addWidget(self.search)
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.list, 1)
        left.addWidget(card, 1)
        layout.addLayout(left)
        sheet = Card()
        sheet.body.setContentsMargins(GRID, GRID, GRID, GRID)
        sheet.body.addWidget(self.paper)
        sheet.setMaximumWidth(250 * GRID)
        layout.addWidget(sheet, WIDE)
        layout.addStretch(1)

    @property
    def tab(self) -> str:
        """Name of the tab shown."""
        return TABS[self.tabs.current]

    def _open_tab(self, index: int) -> None:
        glossary = TABS[index] == "glossary"
        self.search.setVisible(glossary)
        self.nothing.hide()
        if glossary:
            self._fill_terms()
            return
        self.paper.show_text(help_text(TABS[index]))
        self._fill([(heading, "") for heading in self.paper.headings()])

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for name, entry in rows:
            item = QListWidgetItem(name)
            item.setData(ID, entry)
            item.setSizeHint(QSize(0, ROW))
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _fill_terms(self) -> None:
        sought = self.search.text().casefold().strip()
        found = [entry for entry in self._entries if sought in entry.name.casefold()]
        self._fill([(entry.name, entry.id) for entry in found])
        self.nothing.setVisible(not found)
        self.list.setCurrentRow(0)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry = next((one for one in self._entries if one.id == item.data(ID)), None)
        if entry is None:
            self.paper.jump(item.text())
        else:
            self.paper.show_text(entry_text(entry))

    def open_entry(self, entry: str) -> None:
        """Open a term, or the rules when there is none of that id."""
        place = next((place for place, one in enumerate(self._entries) if entry in one.ids), None)
        if place is None:
            self.tabs.choose(0)
            return
        self.search.clear()
        self.tabs.choose(TABS.index("glossary"))
        self.list.setCurrentRow(place)
        self.list.scrollToItem(self.list.currentItem())

    def open_authors(self, chapter: str = "") -> None:
        """Open the authors' manual, at a chapter if one is named."""
        self.tabs.choose(TABS.index("authors"))
        if chapter:
            place = self.paper.headings().index(chapter)
            QTimer.singleShot(0, self, lambda: self.list.setCurrentRow(place))  # the paper is laid out by then

    def print_text(self) -> None:
        """Ask for a printer, and print what is shown."""
        from ui.printing import print_document

        print_document(self.paper.document().clone(), self)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list


def entry_text(entry: Entry) -> str:
    """A term as Markdown."""
    parts = [f"# {entry.name}", f"*{kind_name(entry)}*"]
    if entry.meaning:
        parts.append(entry.meaning)
    if entry.how:
        parts += [f"### {tr('ui.help.how')}", entry.how]
    if entry.source:
        parts.append(f"*{tr('ui.help.from_level', title=entry.source)}*")
    return "\n\n".join(parts)
