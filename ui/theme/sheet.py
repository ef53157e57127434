"""The small style sheet: what Fusion and the palette cannot say (rounded cards, buttons, tones of labels).

Widgets ask for a look by a dynamic property: `role` for frames and buttons (card, primary, ...), `tone` for
the colour of a label (muted, teal, red, ...).
"""

from collections.abc import Mapping

from ui.theme.sheet_play import PLAY
from ui.theme.tokens import Colors

TONES = ("ink", "muted", "teal", "amber_line", "red", "green", "blue", "on_bar", "bar_muted")


def sheet(c: Colors, grid: int, radius: int, sizes: Mapping[str, int]) -> str:
    """The style sheet of a theme."""
    name = {field: getattr(c, field).name() for field in c.__dataclass_fields__}
    tones = "\n".join(f'QLabel[tone="{tone}"] {{ color: {name[tone]}; }}' for tone in TONES)
    name |= {"radius": str(radius), "small": str(radius - grid), "half": str(grid // 2), "grid": str(grid),
             "double": str(2 * grid), "cell": str(2 * grid - 3), "triple": str(3 * grid),
             "quad": str(4 * grid)}  # fmt: skip
    text = _FRAMES + _BUTTONS + _INPUTS + _TABLES + PLAY
    for key, value in name.items():
        text = text.replace(f"@{key}@", value)
    return text + tones


_FRAMES = """
QFrame[role="card"] { background: @surface@; border: 1px solid @line@; border-radius: @radius@px; }
QFrame[role="card"][hot="true"] { border: 1px solid @teal@; }
QFrame[role="card"][hot="true"]:focus, QFrame[role="card"]:focus { border: 2px solid @focus@; }
QFrame[role="well"] { background: @paper@; border: 1px solid @line@; border-radius: @small@px; }
QFrame[role="notice"] { background: @amber_soft@; border: 1px solid @amber@; border-radius: @radius@px; }
QFrame[role="alarm"] { background: @red_soft@; border: 1px solid @red@; border-radius: @radius@px; }
QFrame[role="guide"] { background: @surface@; border: 2px solid @teal@; border-radius: @radius@px; }
QFrame[role="hint"] { background: @teal_soft@; border: none; border-radius: @small@px; }
QFrame[role="bar"] { background: @bar@; border: none; }
QFrame[role="rule"] { background: @line@; border: none; }
QLabel { background: transparent; }
QLabel[role="chip"] { background: @teal_soft@; color: @teal@; border-radius: @small@px;
                      padding: 3px @double@px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QToolTip { background: @surface@; color: @ink@; border: 1px solid @edge@; padding: @grid@px @double@px; }
QScrollBar:vertical { background: transparent; width: @triple@px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @triple@px; margin: 0; }
QScrollBar::handle { background: @grey@; border-radius: @grid@px; margin: @half@px;
              min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_BUTTONS = """
QPushButton { background: @surface@; color: @ink@; border: 1px solid @line@; border-radius: @double@px;
              padding: @grid@px @triple@px; min-height: 22px; }
QPushButton:hover { border-color: @teal@; }
QPushButton:pressed, QPushButton:checked { background: @sunken@; }
QPushButton:focus { border: 2px solid @focus@; }
QPushButton:disabled { color: @grey@; background: @sunken@; border-color: @line@; }
QPushButton[role="primary"] { background: @teal@; color: @on_teal@; border: 2px solid @teal@; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @teal_strong@;
              border-color: @teal_strong@; }
QPushButton[role="primary"]:focus { border: 2px solid @ink@; }
QPushButton[role="primary"]:disabled { background: @sunken@; color: @grey@; border-color: @sunken@; }
QPushButton[bare="true"] { padding: @grid@px @double@px; }
QPushButton[role="link"] { background: transparent; color: @teal@; border: 2px solid transparent;
              padding: @half@px 0; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid @focus@; border-radius: @grid@px; }
QPushButton[role="bar"] { background: @bar_button@; color: @on_bar@; border: 2px solid @bar_button@; }
QPushButton[role="bar"]:checked { background: @teal@; color: @on_teal@; border-color: @teal@; }
QPushButton[role="bar"]:hover { border-color: @bar_muted@; }
QPushButton[role="bar"]:focus { border: 2px solid @on_bar@; }
QPushButton[role="bar-primary"] { background: @teal@; color: @on_teal@; border: 2px solid @teal@; }
QPushButton[role="bar-primary"]:hover { background: @teal_strong@; }
QPushButton[role="bar-primary"]:focus { border: 2px solid @on_bar@; }
QPushButton[role="bar"]:disabled, QPushButton[role="bar-primary"]:disabled { background: @bar_button@;
              color: @bar_muted@; border-color: @bar_button@; }
QPushButton[role="segment"] { background: transparent; border: 1px solid transparent; color: @muted@; }
QPushButton[role="segment"]:checked { background: @surface@; color: @ink@; border: 1px solid @line@; }
QPushButton[role="segment"]:focus { border: 2px solid @focus@; }
QPushButton[role="word"] { background: @teal_soft@; color: @teal@; border: 1px solid @teal_soft@;
              border-radius: @small@px; padding: @half@px @double@px; min-height: 16px; }
QPushButton[role="word"]:hover { border-color: @teal@; }
QPushButton[role="word"]:checked { background: @teal@; color: @on_teal@; border-color: @teal@; }
QPushButton[role="word"]:focus { border: 2px solid @focus@; }
QPushButton[role="tab"] { background: @surface@; color: @ink@; }
QPushButton[role="tab"]:checked { background: @bar@; color: @on_bar@; border: 1px solid @bar@; }
QPushButton[role="tab"]:focus { border: 2px solid @focus@; }
"""

_INPUTS = """
QLineEdit, QComboBox, QSpinBox { background: @surface@; color: @ink@; border: 1px solid @edge@;
              border-radius: @small@px; padding: @grid@px @double@px; min-height: 22px; }
QLineEdit { placeholder-text-color: @muted@; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @focus@; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: @surface@; color: @ink@; border: 1px solid @edge@;
              selection-background-color: @teal@; selection-color: @on_teal@; }
QRadioButton { background: transparent; color: @ink@; spacing: @double@px;
              border: 2px solid transparent; padding: @half@px; border-radius: @small@px; }
QRadioButton:focus { border: 2px solid @focus@; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @edge@; border-radius: @double@px;
              background: @surface@; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @teal@; background: @on_teal@; }
QPlainTextEdit, QTextBrowser { background: @surface@; color: @ink@; border: 1px solid @line@;
              border-radius: @small@px; }
"""

_TABLES = """
QTableView { background: @surface@; color: @ink@; border: none; gridline-color: @line@;
              selection-background-color: @teal_soft@; selection-color: @ink@; outline: none; }
QTableView::item { padding: @half@px @cell@px; }
QTableView:focus { border: 2px solid @focus@; border-radius: @small@px; }
QListWidget, QTreeWidget { background: @surface@; color: @ink@; border: none; outline: none;
              show-decoration-selected: 1; }
QListWidget::item, QTreeWidget::item { padding: @grid@px @double@px; border: none; min-height: 20px; }
QTreeWidget::item { padding: @grid@px @cell@px; }
QListWidget::item:hover, QTreeWidget::item:hover { background: @sunken@; }
QListWidget::item:selected, QTreeWidget::item:selected { background: @teal_soft@; color: @ink@; }
QListWidget:focus, QTreeWidget:focus { border: 2px solid @focus@; border-radius: @small@px; }
QTextBrowser[role="paper"] { border: none; }
QTextBrowser[role="paper"]:focus { border: 2px solid @focus@; }
QSlider[role="bar"]::groove:horizontal { background: @bar_button@; height: 6px; border-radius: 3px; }
QSlider[role="bar"]::handle:horizontal { background: @amber@; width: 14px; margin: -5px 0; border-radius: 7px; }
QSlider[role="bar"]::handle:horizontal:focus { border: 2px solid @on_bar@; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section { background: @surface@; color: @muted@; border: none; border-bottom: 1px solid @line@;
              padding: @grid@px @double@px; }
QHeaderView::section:vertical { color: @ink@; border: none; padding: 0 @double@px 0 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @surface@; border: none; }
QMenu { background: @surface@; color: @ink@; border: 1px solid @edge@; padding: @grid@px; }
QMenu::item { padding: @grid@px @quad@px; border-radius: @grid@px; }
QMenu::item:selected { background: @teal@; color: @on_teal@; }
"""
