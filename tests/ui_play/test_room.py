"""Nothing is cut: painted text and labels have the room they need at the least size, in both languages."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui_play import plants
from tests.ui_play.conftest import Open
from ui.play import paint
from ui.play.scene import Scene

SIZES = [(1280, 748), (1440, 848), (1920, 1028), (3840, 2108)]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", ["factory", "store"])
def test_no_painted_text_is_cut(open_page: Open, monkeypatch: pytest.MonkeyPatch, language: str, kind: str) -> None:
    cut: list[str] = []
    whole = paint.fitted

    def watched(text: str, *rest: object) -> str:
        shown = whole(text, *rest)  # type: ignore[arg-type]
        if shown != text:
            cut.append(text)
        return shown

    monkeypatch.setattr(paint, "fitted", watched)
    for turn in (0, 5, 11):
        open_page(kind, turn, language).grab()
    assert cut == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_label_is_cut(open_page: Open, language: str) -> None:
    page = open_page("factory", 11, language)
    page.choose("item", "gears")
    page.decide("cards", "gears", 12)
    page.grab()
    short = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or label is page.status or not label.text():
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = 0 if label.wordWrap() else label.sizeHint().width()
        if need > label.height() or wide > label.width():
            short.append((label.text(), (wide, need), label.size().toTuple()))
    for button in page.findChildren(QPushButton):
        wide = button.fontMetrics().horizontalAdvance(button.text())
        if button.isVisible() and wide > button.width():
            short.append((button.text(), (wide, 0), button.size().toTuple()))
    assert short == []
    assert page.inspector.area.widget().width() <= page.inspector.area.viewport().width()


def inside(scene: Scene) -> bool:
    field = QRectF(0, 0, scene.size.width(), scene.size.height())
    return all(field.contains(box) for box in scene.boxes.values())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("plant", [plants.frames, lambda: plants.large(1, 1, 1), lambda: plants.large(8, 4),
                                   lambda: plants.large(14, 10, 4)])  # fmt: skip
def test_every_plant_fits_every_window(open_page: Open, size: tuple[int, int], plant: object) -> None:
    page = open_page("factory", 11, "en", size, plant)
    scene = page.views.floor.scene
    assert scene.scale >= 1
    assert inside(scene)
    boxes = list(scene.boxes.values())
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert page.grab().width() >= size[0]
    assert page.minimumSizeHint().width() <= 1280
    assert page.minimumSizeHint().height() <= 748


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("tab", [1, 2])
def test_no_tab_is_cut(open_page: Open, language: str, tab: int) -> None:
    page = open_page("factory", 11, language)
    page.views.tabs.choose(tab)
    page.grab()
    cut = []
    for button in page.views.stack.currentWidget().findChildren(QPushButton):
        if button.isVisible() and button.width() < button.sizeHint().width():
            cut.append(button.text())
    assert cut == []
