"""After the first page is painted: what the others need is imported piece by piece, between what the player does."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QTimer

from ui.shell import Shell

MODULES = (
    "numpy", "pydantic", "game.level", "game.plant", "game.demand", "game.measures", "game.engine", "game.levelfile",
    "sqlite_utils", "game.playing.views", "game.playing.library",
)  # fmt: skip
PAGES = ("levels.page", "briefing", "play", "runs", "debrief.page")
PAUSE = 20
"""Milliseconds between two pieces, in which clicks and keys are heard."""


class Warming(QTimer):
    """Ends by itself when all is there, or with the window."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._pieces = self._all()
        self.setInterval(PAUSE)
        self.timeout.connect(self._go_on)

    def _all(self) -> Iterator[Callable[[], object]]:
        for name in MODULES:
            yield partial(import_module, name)
        for name in PAGES:
            yield partial(import_module, f"ui.{name}")
        yield from self._shell.shelf.checks()
        yield self._shell.desk.warm
        yield keep_for_good

    def _go_on(self) -> None:
        piece = next(self._pieces, None) if self._shell.isVisible() else None
        if piece is None:
            self.stop()
        else:
            piece()


def keep_for_good() -> None:
    """What is there by now stays: the search for garbage passes it over, which would stop a click for 50 ms else."""
    gc.collect()
    gc.freeze()
