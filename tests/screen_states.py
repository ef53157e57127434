"""The states of the window that are worth a picture, and the ways to them.

The runs are real: the shipped levels on fixed seeds, in a folder that is thrown away.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from game.archive import open_archive
from game.playing import library
from game.playing.exam import Form, items
from game.playing.views import LevelCard
from game.run import start
from tests.benchmarks.plant24 import plant24
from ui import errors
from ui.debrief.page import DebriefPage
from ui.guide import Guide
from ui.levels.own_store import OwnStoreCard
from ui.play.books import Books
from ui.play.charts import Charts
from ui.preferences import Preferences
from ui.shell import Shell

ROOT = Path(__file__).resolve().parents[1]
SEED, ANSWER = 7, 1
FACTORY, STORE, FIRST, GROWING = "pedal-and-sons", "corner-bakery", "first-cards", "growing-pains"
BOARD, BEER = "two-of-everything", "beer-game"
BOOKS = ("income", "balance", "cash", "owed", "owing", "measures")
CHARTS = ("stock", "sales", "service", "cash", "cycle", "flow", "stations", "suppliers", "spend", "regions")
CRISIS = {FACTORY: 10, STORE: 5}
PAUSE = 0.02
"""Seconds between two looks at the coach, who works meanwhile."""


def settle() -> None:
    """Let layouts, deletions and repaints happen."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Stage:
    """A shelf in a folder of its own, its window, and the dialog `over` it where a state has one."""

    def __init__(self, folder: Path, language: str) -> None:
        preferences = Preferences(folder / "window.ini")
        preferences.language, preferences.guided = language, True
        self._folder, self._language = folder, language
        self.over: QWidget | None = None
        self.shell = Shell(lambda language: library.open(folder, language), preferences)

    def card(self, level_id: str) -> LevelCard:
        """A shipped level."""
        return next(card for card in self.shell.shelf.levels() if card.id == level_id)

    def play(self, level_id: str, turns: int = 999, plan: str = "", answer: int | None = None) -> library.Session:
        """A run of so many turns, under one of the level's own plans."""
        playing = self.shell.shelf.start(self.card(level_id), SEED)
        settings = playing.level.plan.get(plan, {}) if plan else {}
        if answer is not None:
            playing.predict(answer)
        while not playing.finished and playing.turn < turns:
            for key, value in settings.get(str(playing.turn + 1), {}).items():
                target, _, lever = key.rpartition(".")
                playing.decide(lever, target, value)
            playing.run_turn()
        return playing

    def some_runs(self) -> None:
        """What a player has after two evenings."""
        self.play(FIRST, plan="taught")
        self.play(STORE)
        self.play(FACTORY, CRISIS[FACTORY])

    def branched(self) -> tuple[library.Session, library.Session]:
        """A run and a what-if that left it in week 9, both over."""
        self.some_runs()
        run = self.play(FACTORY, plan="tempting")
        left = self.shell.shelf.branch(run, 6)
        left.decide("shares", "gears", {"ostrava": 60, "shenzhen": 40})
        left.decide("buffer", "gears", 96)
        while not left.finished:
            left.run_turn()
        return run, left

    def replay(self) -> None:
        """The middle of a run."""
        run, _ = self.branched()
        self.shell.open_replay(run.number or 0)
        self.shell.page.go(10)  # type: ignore[union-attr]

    def compare(self) -> None:
        """A run beside its what-if."""
        run, left = self.branched()
        self.shell.open_compare(run.number or 0, left.number or 0)

    def runs(self) -> None:
        """With a what-if."""
        self.branched()
        self.shell.open_runs()

    def deleted(self) -> None:
        """A run was just deleted."""
        run, _ = self.branched()
        self.shell.open_runs()
        self.shell.page.delete(run.number)  # type: ignore[union-attr]

    def what_if(self) -> None:
        """A branch being played."""
        self.shell.what_if(self.play(FACTORY, 8, plan="tempting"), 6)

    def guide(self, step: int) -> None:
        """A step of the guided first turn."""
        self.shell.preferences.guided = False
        self.shell.open_play(self.play(FIRST, 0))
        settle()
        bubble = self.shell.findChild(Guide)
        for _ in range(step):
            bubble.go_on()

    def home(self) -> None:
        """With a run to carry on."""
        self.some_runs()
        self.shell.open_home()

    def levels(self) -> None:
        """With runs."""
        self.some_runs()
        self.shell.open_levels()

    def levels_broken(self) -> None:
        """With a level file that has mistakes."""
        text = (ROOT / "levels" / f"{FIRST}.toml").read_text("utf-8")
        text = text.replace("lead_time_days", "lead_time_day", 1).replace(
            'measure = "fill_rate"', 'measure = "fil_rate"'
        )
        path = self._folder / "my-first-level.toml"
        path.write_text(text.replace("turns = ", "turns = -", 1), "utf-8")
        self.shell.shelf.add_level(path)
        self.levels()
        self.shell.page.parts.choose(2)  # type: ignore[union-attr]

    def own_store(self, sales: str) -> None:
        """The store of the player's own sales, made of a table that is shipped, or refused."""
        self.shell.open_levels()
        self.shell.page.parts.choose(1)  # type: ignore[union-attr]
        card = next(iter(self.shell.page.findChildren(OwnStoreCard)))  # type: ignore[union-attr]
        path = ROOT / "levels/data/restaurant.csv"
        if sales:
            path = self._folder / "sales.csv"
            path.write_text(sales, "utf-8")
        card.title.setText("Bistro")
        card.make(path)

    def crash(self) -> None:
        """The dialog of an unexpected error."""
        self.home()
        self.over = errors.dialog(errors.report(RuntimeError("for the picture")))

    def tested(self, forms: tuple[Form, ...]) -> None:
        """Forms of the test filled in: five right before, seven after."""
        for form in forms:
            good = 5 if form == "before" else 7
            picks = {
                item.concept: (item.right if place < good else (item.right + 1) % 4, (place + 2) % 4)
                for place, item in enumerate(items(form, self._language))
            }
            self.shell.shelf.keep_exam(form, picks)
        self.shell.open_comparison()

    def debrief(self, level_id: str, plan: str = "taught", answer: int = ANSWER) -> DebriefPage:
        """A debrief in which the coach has said all it has to say."""
        self.shell.open_debrief(self.play(level_id, plan=plan, answer=answer))
        while self.shell.desk.busy:
            time.sleep(PAUSE)
            settle()
        assert isinstance(self.shell.page, DebriefPage)
        return self.shell.page

    def debrief_lower(self) -> None:
        """The lower part of a debrief."""
        bar = self.debrief(FACTORY).area.verticalScrollBar()
        settle()
        bar.setValue(bar.maximum())

    def debrief_data(self) -> None:
        """The data behind the pictures, and the postings behind a step of money."""
        page = self.debrief(FACTORY, "tempting")
        for part in (page.stand, page.luck, page.shock):
            part.data.click()
        page.money.open(2)

    def tab(self, index: int, part: int = 0, line: int = 0, level: str = FACTORY, turns: int = 10) -> None:
        """A tab of the play page; of the books one of its parts, and a cell chosen in it."""
        self.shell.open_play(self.play(level, turns, plan="" if level == FACTORY else "taught"))
        page = self.shell.page
        page.views.tabs.choose(index)
        settle()
        shown = page.views.stack.currentWidget()
        if books := shown.findChildren(Books):
            books[0].tabs.choose(part)
            books[0].tables[part].setCurrentCell(line, 0)
        elif charts := shown.findChildren(Charts):
            charts[0].which.setCurrentIndex(part)

    def ahead(self, thing: tuple[str, str], change: bool) -> None:
        """The look ahead of a thing, all futures in, before or after a change."""
        playing = self.play(FACTORY, 8, answer=ANSWER)
        self.shell.open_play(playing)
        page = self.shell.page
        page.choose(*thing)
        if change:
            page.decide("shares", "gears", {"ostrava": 60, "shenzhen": 40})
        while self.shell.desk.busy or page.inspector.ahead.fan.isHidden():
            time.sleep(PAUSE)
            settle()

    def large(self) -> None:
        """A plant of 24 items in its second month."""
        playing = library.Session(start(plant24(), SEED), open_archive(self._folder / "large.sqlite"))
        for _ in range(CRISIS[FACTORY]):
            playing.run_turn()
        self.shell.open_play(playing)

    def moving(self) -> None:
        """In the middle of a turn that is played back, zoomed in."""
        playing = self.play(FACTORY, CRISIS[FACTORY])
        self.shell.open_play(playing)
        settle()
        self.shell.page.views.floor.play(playing.playback())
        self.shell.page.views.floor.show_moment(5.4)

    def zoomed(self) -> None:
        """The floor from nearer."""
        self.shell.open_play(self.play(FACTORY, CRISIS[FACTORY]))
        settle()
        self.shell.page.views.floor.zoom(2.0)


STATES: dict[str, Callable[[Stage], object]] = {
    "home": Stage.home,
    "home-fresh": lambda stage: stage.shell.open_home(),
    "levels": Stage.levels,
    "levels-broken": Stage.levels_broken,
    "levels-open": lambda stage: (setattr(stage.shell.preferences, "unlocked", True), stage.levels()),
    "sandboxes": lambda stage: (stage.shell.open_levels(), stage.shell.page.parts.choose(1)),
    "levels-locked": lambda stage: (stage.levels(), stage.shell.page.road.buttons[-1].click()),
    "levels-none": lambda stage: (stage.shell.open_levels(), stage.shell.page.parts.choose(2)),
    "own-store": lambda stage: stage.own_store(""),
    "own-store-refused": lambda stage: stage.own_store("day,what\n1,2\n"),
    "lessons": lambda stage: stage.shell.open_lessons(1),
    "test": lambda stage: stage.shell.open_test("before"),
    "test-before": lambda stage: stage.tested(("before",)),
    "test-compared": lambda stage: stage.tested(("before", "after")),
    "briefing": lambda stage: stage.shell.open_briefing(stage.card(FACTORY)),
    "briefing-first": lambda stage: stage.shell.open_briefing(stage.card(FIRST)),
    "briefing-store": lambda stage: stage.shell.open_briefing(stage.card(STORE)),
    "play-fresh": lambda stage: stage.shell.open_play(stage.play(FACTORY, 0)),
    "play-crisis": lambda stage: stage.shell.open_play(stage.play(FACTORY, CRISIS[FACTORY])),
    "play-store": lambda stage: stage.shell.open_play(stage.play(STORE, CRISIS[STORE])),
    "play-ahead": lambda stage: stage.ahead(("item", "gears"), False),
    "play-ahead-changed": lambda stage: stage.ahead(("item", "gears"), True),
    "play-ahead-cash": lambda stage: stage.ahead(("goal", "cash"), True),
    "play-moving": Stage.moving,
    "play-zoomed": Stage.zoomed,
    "play-large": Stage.large,
    **{f"play-books-{name}": partial(Stage.tab, index=2, part=part, line=2) for part, name in enumerate(BOOKS)},
    **{f"play-charts-{name}": partial(Stage.tab, index=1, part=part) for part, name in enumerate(CHARTS)},
    "play-charts-none": lambda stage: stage.tab(1, turns=0),
    "play-tour": lambda stage: stage.tab(0, level="milk-run", turns=5),
    "play-suppliers": lambda stage: stage.tab(3),
    "play-projects": lambda stage: stage.tab(4, level=GROWING, turns=6),
    "play-projects-none": lambda stage: stage.tab(4),
    "play-board": lambda stage: stage.tab(5, level=BOARD, turns=1),
    "play-table": lambda stage: (stage.tab(0), stage.shell.page.views.toggle_table()),
    "play-first": lambda stage: stage.shell.open_play(stage.play(FIRST, 3)),
    "debrief": lambda stage: stage.debrief(FACTORY),
    "debrief-waiting": lambda stage: stage.shell.open_debrief(stage.play(FACTORY, plan="tempting")),
    "debrief-tempting": lambda stage: stage.debrief(FACTORY, "tempting"),
    "debrief-lower": Stage.debrief_lower,
    "debrief-data": Stage.debrief_data,
    "debrief-lost": lambda stage: stage.debrief(STORE, ""),
    "debrief-store": lambda stage: stage.debrief(STORE, answer=0),
    "debrief-beer": lambda stage: stage.debrief(BEER),
    "debrief-board": lambda stage: stage.debrief(BOARD),
    "runs": Stage.runs,
    "runs-deleted": Stage.deleted,
    "runs-fresh": lambda stage: stage.shell.open_runs(),
    "replay": Stage.replay,
    "compare": Stage.compare,
    "compare-levels": lambda stage: stage.shell.open_compare(
        *(stage.play(level, plan="taught").number or 0 for level in (FACTORY, STORE))
    ),
    "what-if": Stage.what_if,
    "help-rules": lambda stage: stage.shell.open_help(),
    "help-glossary": lambda stage: stage.shell.open_help("measure.cash_cycle"),
    "help-authors": lambda stage: (stage.shell.open_help(), stage.shell.page.tabs.choose(3)),
    "help-proofs": lambda stage: stage.shell.open_proofs(),
    "help-keys": lambda stage: (stage.shell.open_help(), stage.shell.page.tabs.choose(2)),
    "guide-1": lambda stage: stage.guide(0),
    "guide-2": lambda stage: stage.guide(1),
    "guide-3": lambda stage: stage.guide(2),
    "guide-4": lambda stage: stage.guide(3),
    "guide-5": lambda stage: stage.guide(4),
    "settings": lambda stage: stage.shell.open_settings(),
    "crash": Stage.crash,
}
