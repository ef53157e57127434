"""All that the play page paints by itself, on real levels in both languages: no text is cut, none is faint."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from game.playing import library
from tests.contrast import pixels
from ui import theme, words
from ui.play import PlayPage, paint
from ui.theme import contrast

CROWDED = ("near-or-far", "beer-game", "two-of-everything", "the-choice", "sandbox-factory")
OTHERS = (
    "first-cards", "corner-bakery", "small-lots", "milk-run", "stop-the-line", "growing-pains", "pedal-and-sons",
    "last-season", "made-to-measure", "going-lean", "sandbox-store",
)  # fmt: skip
TURNS = (0, 4)
LEAST = 4.5
AROUND = 6
"""Pixels beside a word that are looked at too, so that its own strokes are not the commonest colour."""


class Watch:
    """Notes each line of text that is painted: cut ones, and where the others stand in which colour."""

    def __init__(self) -> None:
        self.cut: set[str] = set()
        self.drawn: list[tuple[str, QRect, QColor]] = []
        self._draw = paint.draw

    def __call__(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, align: object = paint.LEFT
    ) -> None:
        if paint.fitted(text, font, box.width()) != text or text.endswith(paint.ELLIPSIS):
            self.cut.add(text)
        wide = min(box.width(), paint.width(text, font))
        share = 1.0 if align == paint.RIGHT else 0.5 if align == paint.CENTER else 0.0
        taken = QRectF(box.x() + share * (box.width() - wide), box.y(), wide, box.height())
        self.drawn.append((text, painter.transform().mapRect(taken).toRect(), color))
        self._draw(painter, box, text, font, color, align)  # type: ignore[arg-type]


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    found = Watch()
    monkeypatch.setattr(paint, "draw", found)
    return found


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language; English and light are put back afterwards."""
    words.set_language(request.param)
    theme.apply(qapp, "light")
    yield request.param
    words.set_language("en")
    theme.apply(qapp, "light")


@pytest.mark.parametrize("level", [*CROWDED, *(pytest.param(name, marks=pytest.mark.long) for name in OTHERS)])
def test_nothing_painted_is_cut_or_faint(
    level: str, language: str, watch: Watch, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    shelf = library.open(tmp_path, language, workers=0)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 7)
    plan, faint = playing.level.plan.get("taught", {}), set[str]()
    for turn in range(max(TURNS) + 1):
        if turn in TURNS:
            page = PlayPage(playing)
            qtbot.addWidget(page)
            page.resize(1280, 748)
            page.show()
            page.grab()
            for mode in theme.THEMES if turn == max(TURNS) else ():
                theme.apply(qapp, mode)
                faint |= {f"{mode}: {text}" for one in painted(page) for text in unreadable(one, watch)}
            page.close()
        for key, value in plan.get(str(turn + 1), {}).items():
            target, _, lever = key.rpartition(".")
            playing.decide(lever, target, value)
        playing.run_turn()
    shelf.close()
    assert watch.cut == set()
    assert faint == set()


def painted(page: PlayPage) -> list[QWidget]:
    """What paints its words itself."""
    return [page.views.floor, page.timeline, page.scores.cycle, page.scores.stars, *page.scores.tiles]


def unreadable(widget: QWidget, watch: Watch) -> Iterator[str]:
    """Words whose colour lies too near to the commonest colour behind them."""
    watch.drawn.clear()
    picture = pixels(widget.grab())
    for text, box, color in watch.drawn:
        behind = picture[max(0, box.top()) : box.bottom(), max(0, box.left() - AROUND) : box.right() + AROUND]
        if behind.size and text.strip():
            colours, counts = np.unique(behind, return_counts=True)
            if contrast(color, QColor.fromRgb(int(colours[counts.argmax()]))) < LEAST:
                yield text
