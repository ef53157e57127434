"""Opens every page in telling states, without a screen, and writes PNGs: `python tests/screens.py DIR`.

Each state is written in light, dark and German at two sizes, as DIR/light-1280x800/home.png and so on; a look or a
size that is asked for stands alone. A state is reached once a language; then the window changes its theme and size.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from tests.screen_states import STATES, Stage, settle
from ui import theme
from ui.app import application

SIZES = ("1280x800", "1920x1080")


class Look(NamedTuple):
    """A folder of pictures: its name, a theme and a language."""

    name: str
    theme: str
    language: str


LOOKS = (Look("light", "light", "en"), Look("dark", "dark", "en"), Look("german", "light", "de"))


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", metavar="WxH", help=f"this size only, not {' and '.join(SIZES)}")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help="this theme only")
    parser.add_argument("--language", choices=("en", "de"), help="this language only")
    parser.add_argument("--only", default="", help="pictures whose name begins like this")
    return parser.parse_args()


def looks(asked: argparse.Namespace) -> tuple[Look, ...]:
    """All looks, or the one that was asked for."""
    if not asked.theme and not asked.language:
        return LOOKS
    made = Look("", asked.theme or "light", asked.language or "en")
    known = {(look.theme, look.language): look for look in LOOKS}
    name = made.theme if made.language == "en" else f"german-{made.theme}"
    return (known.get((made.theme, made.language), made._replace(name=name)),)


def write(name: str, language: str, asked: argparse.Namespace) -> None:
    """Reach one state in one language, and keep its pictures."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(Path(folder), language)
        wanted = [(look, size) for look in looks(asked) if look.language == language for size in sizes(asked)]
        show(stage, *wanted[0])
        STATES[name](stage)
        for look, size in wanted:
            show(stage, look, size)
            path: Path = asked.folder / f"{look.name}-{size}" / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture(stage).save(str(path))
            print(path, flush=True)
        stage.shell.close()
        stage.shell.deleteLater()
        settle()


def sizes(asked: argparse.Namespace) -> tuple[str, ...]:
    """Both sizes, or the one that was asked for."""
    return (asked.size,) if asked.size else SIZES


def show(stage: Stage, look: Look, size: str) -> None:
    """Give the window a theme and a size."""
    theme.apply(application(), look.theme)
    stage.shell.resize(*map(int, size.split("x")))
    stage.shell.show()
    settle()


def picture(stage: Stage) -> QPixmap:
    """The window, with the dialog in its middle where there is one."""
    made = stage.shell.grab()
    if stage.over is not None:
        stage.over.show()
        settle()
        part = stage.over.grab()
        room = (made.size() - part.size()) / 2
        painter = QPainter(made)
        place = QRect(QPoint(room.width(), room.height()), part.size())
        painter.drawPixmap(place, part)
        painter.setPen(theme.colors().edge)
        painter.drawRect(place)
        painter.end()
    return made


def main() -> int:
    """Write all pictures; returns the exit code."""
    asked = options()
    application()
    spoken = dict.fromkeys(look.language for look in looks(asked))
    for name in STATES:
        for language in spoken if name.startswith(asked.only) else ():
            write(name, language, asked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
