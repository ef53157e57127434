# ruff: noqa: E501
"""`FakePlaying` and `FakeShelf`: the door of `game.playing` without an engine, with state enough to click through."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from game.archive import Sitting
from game.level import Level
from game.message import Message
from game.playing import exam
from game.playing import views as v
from game.playing.campaign import Campaign, campaign
from game.playing.wish import Wish
from tests.ui import fake_data as data
from tests.ui.fake_coach import FakeCoach


class FakePlaying:
    """A run of 26 turns; decisions change the levers shown, `run_turn` moves on, turn 8 to 14 are a crisis."""

    def __init__(self, kind: str = "factory", turn: int = 0, language: str = "en", turns: int = 26) -> None:
        self._level = data.level(kind)
        self._turn, self._turns, self._language = turn, turns, language
        self._values: dict[tuple[str, str], int] = {}
        self._done: list[v.Pending] = []
        self._undone: list[v.Pending] = []
        self.predicted: int | None = None
        self.lost = False
        self.exported: list[Path] = []
        self.left: tuple[int | None, int] | None = None

    @property
    def level(self) -> Level:
        return self._level

    @property
    def number(self) -> int | None:
        return 7

    @property
    def parent(self) -> tuple[int | None, int] | None:
        return self.left

    @property
    def seed(self) -> int:
        return 4711

    @property
    def turn(self) -> int:
        return self._turn

    @property
    def finished(self) -> bool:
        return self._turn >= self._turns

    @property
    def language(self) -> str:
        return self._language

    @property
    def crisis(self) -> bool:
        return 8 <= self._turn < 15

    def scoreboard(self) -> v.Scoreboard:
        return data.scoreboard(self._turn)

    def plant(self) -> v.PlantView:
        return (data.store if self._level.kind == "store" else data.factory)(self.crisis)

    @property
    def shows_ahead(self) -> bool:
        return False

    def ahead(self, found: object, kind: str, target: str) -> v.AheadView:
        raise NotImplementedError

    def sourcing(self) -> tuple[v.SourcingView, ...]:
        return ()

    def projects(self) -> tuple[v.ProjectView, ...]:
        return ()

    def playback(self) -> v.Playback | None:
        return data.playback(self._turn, self._level.kind)

    def feed(self) -> tuple[v.FeedLine, ...]:
        return data.feed(self._turn)

    def board(self) -> v.BoardView | None:
        return None

    def choose(self, item: str, choice: str, reason: str) -> v.Changed:
        raise NotImplementedError

    def timeline(self) -> v.Timeline:
        return data.timeline(self._turn, self._turns, self.crisis)

    def cards_trial(self, target: str) -> None:
        """Nothing is tried."""

    def inspect(self, kind: str, target: str) -> v.Inspection:
        plant = self.plant()
        things = {
            "item": plant.items,
            "supplier": plant.suppliers,
            "station": plant.stations,
            "stream": plant.streams,
        }
        thing = next((x for x in things.get(kind, ()) if x.id == target), None)
        if kind == "item" and isinstance(thing, v.ItemView):
            return self._item(thing)
        if kind == "supplier" and isinstance(thing, v.SupplierView):
            facts = (
                v.Fact("lead_time", thing.lead_days),
                v.Fact("on_time", thing.on_time),
                v.Fact("backlog", thing.backlog),
            )
            return v.Inspection((kind, target), thing.name, thing.note, (v.Section("delivery", facts=facts),))
        if kind == "station":
            lot = self._lever("lot", target, 2, 1, 12, "containers")
            return v.Inspection((kind, target), thing.name if thing else target, None, (v.Section("station", (lot,)),),
                                tuple(0.6 + 0.02 * (i % 15) for i in range(40)))  # fmt: skip
        name = thing.name if thing else target
        facts = (v.Fact("late", 6, "bad"), v.Fact("lost", 0), v.Fact("sold", 28))
        return v.Inspection((kind, target), name, None, (v.Section("demand", facts=facts),), (20.0, 22.0, 21.0, 28.0))

    def _item(self, item: v.ItemView) -> v.Inspection:
        target = item.id
        policy = replace(
            self._lever("policy", target, 0, 0, 4, ""),
            choices=("kanban", "reorder", "min_max", "order_up_to"),
        )
        cards = self._lever("cards", target, item.cards, 1, 40, "cards", Message("formula: 8.4 at this week's demand"))
        size = self._lever("container", target, item.container, 1, 200, item.unit, Message("setup-bound: at least 20"))
        fence = self._lever("buffer", target, item.buffer_target, 0, 400, item.unit, Message("last used: today"))
        sections = [v.Section("loop", (policy, cards, size, fence))]
        if target == "gears":
            shares = self._lever("shares", target, 70, 0, 100, "percent")
            shares = replace(shares, parts=(("ostrava", 70, 70), ("shenzhen", 30, 30)))
            trip = self._lever("trip_every", "gears/shenzhen", 2, 1, 28, "days")
            table = (
                ("Ostrava Gears", "€ 31.40", "3 d", "94 %"),
                ("Shenzhen Chain", "€ 24.90", "24+9 d", "81 %"),
            )
            sections.append(
                v.Section("sources", (shares, trip), (), ("supplier", "price", "lead_time", "on_time"), table)
            )
        facts = (v.Fact("on_hand", item.on_hand, item.mood), v.Fact("on_order", item.on_order))
        sections.append(v.Section("stock", facts=facts))
        summary = Message(f"{item.on_hand} on hand · {item.on_order} coming")
        history = tuple(float(x) for x in item.trend * 6)
        return v.Inspection(("item", target), item.name, summary, tuple(sections), history)

    def _lever(
        self, lever: str, target: str, value: int, low: int, high: int, unit: str, hint: Message | None = None
    ) -> v.LeverView:
        planned = self._values.get((lever, target), value)
        return v.LeverView(lever, target, value, planned, low, high, 1, unit, True, None, hint)

    def query(self, lever: str, target: str, value: object) -> Message | None:
        if isinstance(value, int) and value < 0:
            return Message("A setting cannot be below zero.")
        return None

    def decide(self, lever: str, target: str, value: object) -> v.Changed:
        before = self._values.get((lever, target), 7)
        self._done.append(v.Pending(lever, target, before, value, Message(f"{target}: {lever} {before} → {value}")))
        self._undone.clear()
        self._settle()
        return v.Changed.SETTINGS

    def _settle(self) -> None:
        self._values = {(p.lever, p.target): p.after for p in self._done if isinstance(p.after, int)}

    @property
    def pending(self) -> tuple[v.Pending, ...]:
        return tuple(self._done)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> v.Changed:
        self._undone.append(self._done.pop())
        self._settle()
        return v.Changed.SETTINGS

    def redo(self) -> v.Changed:
        self._done.append(self._undone.pop())
        self._settle()
        return v.Changed.SETTINGS

    def run_turn(self) -> v.Changed:
        self._done.clear()
        self._undone.clear()
        self._turn += 1
        return v.Changed.TURN | (v.Changed.FINISHED if self.finished else v.Changed.NOTHING)

    def result(self) -> v.Result:
        figures = tuple(goal.figure for goal in data.GOALS[:4])
        german = self._language == "de"
        question, choices = data.PREDICT_DE if german else data.PREDICT
        told = {
            "figures": figures,
            "lesson": data.LESSON_DE if german else data.LESSON,
            "questions": tuple((one.kind, str(one.text)) for one in self._level.question),
            "prediction": v.PredictionView(question, choices[0], choices[1], "Only the buffer covers a late ship."),
        }
        if self.lost:
            goals = tuple(replace(goal, stars=i % 2, points=30) for i, goal in enumerate(data.GOALS))
            reason = "Cash fell below the credit line by € 2,310 while 96 gear sets were at sea."
            return v.Result(0, 31, True, Message("Insolvent in week 19: no star"), Message(reason), goals, **told)
        reason = "You halved the stock and kept 97 % of sales. The port congestion of week 8 cost you the third star."
        return v.Result(2, 78, False, Message("Two stars: 78 of 100"), Message(reason), data.GOALS, **told)

    def statements(self) -> tuple[v.Statement, ...]:
        return data.statements()

    def ageing(self) -> tuple[v.Statement, ...]:
        return data.ageing()

    def entries(self, statement: str, key: str, column: str) -> v.Entries | None:
        return data.entries(key)

    def measures(self) -> tuple[v.MeasureView, ...]:
        return data.measures()

    def diagrams(self) -> tuple[v.Diagram, ...]:
        return data.diagrams() if self._turn else ()

    def charts(self) -> tuple[v.Chart, ...]:
        return data.charts(max(1, min(self._turn, self._turns)))

    def predict(self, choice: int) -> None:
        self.predicted = choice

    def export(self, path: Path) -> None:
        path.write_text("{}", "utf-8")
        self.exported.append(path)


class FakeShelf:
    """Three levels, a broken one and three runs."""

    def __init__(self, language: str = "en", broken: bool = True, fresh: bool = False) -> None:
        self.language, self.broken, self.fresh = language, broken, fresh
        self.kept: dict[str, dict[str, tuple[int, int]]] = {}
        self.started: list[v.LevelCard] = []
        self.notice: Message | None = None
        self.coach = FakeCoach()

    def whole(self) -> "FakeShelf":
        return self

    def playable(self) -> tuple[v.LevelCard, ...]:
        return tuple(card for card in self.levels() if not card.problems)

    def campaign(self, everything: bool = False) -> Campaign:
        return campaign(self.playable(), self.language, everything)

    def exam(self, form: "exam.Form") -> exam.Filled | None:
        kept = self.kept.get(form)
        return None if kept is None else exam.filled(Sitting(form, "2026-11-24T18:00:00+00:00", kept), self.language)

    def keep_exam(self, form: "exam.Form", picks: Mapping[str, tuple[int, int]]) -> None:
        self.kept[form] = dict(picks)

    def lesson(self, card: v.LevelCard) -> v.Lesson:
        return v.Lesson(
            13, ("Say how many cards a loop needs.",), ("What will happen?",), ("Why?",), "Aim: a card limits stock."
        )

    def checks(self) -> Iterator[Callable[[], object]]:
        yield from ()

    def speak(self, language: str) -> None:
        self.language = language

    def close(self) -> None:
        """Nothing is open."""

    def terms(self) -> tuple[tuple[str, str, str], ...]:
        return (("Fence", "Keeps the buffer apart.", "First cards"),)

    def levels(self) -> tuple[v.LevelCard, ...]:
        de = self.language == "de"
        names = ("Erste Karten", "Die Bäckerei an der Ecke", "Pedal & Söhne") if de else (
            "First cards", "The corner bakery", "Pedal & Sons, bicycle works")  # fmt: skip
        best = ((None, None),) * 3 if self.fresh else ((3, 91.0), (1, 54.0), (None, None))
        kinds, minutes = ("factory", "store", "factory"), (5, 10, 15)
        ids = ("first-cards", "corner-bakery", "pedal-and-sons")
        teaches = (
            ("pull", "kanban cards"),
            ("point of sale", "freshness"),
            ("dual sourcing", "buffers", "disruption"),
        )
        rows = zip(ids, names, kinds, minutes, teaches, best, strict=True)
        cards = tuple(
            v.LevelCard(f"levels/{i}.toml", i, name, kind, m, words, n + 1, False, *b)
            for n, (i, name, kind, m, words, b) in enumerate(rows)
        )
        return cards + (self._broken() if self.broken else ())

    def _broken(self) -> tuple[v.LevelCard, ...]:
        file = "my-level.toml"
        problems = (
            v.Problem(file, 58, 3, "item[1].offer[0].lead_time_day",
                      Message("The key lead_time_day is not known here. Did you mean lead_time_days?")),
            v.Problem(file, 61, 15, "item[1].offer[1].supplier",
                      Message("There is no supplier “shenzen”. Did you mean “shenzhen”?")),
            v.Problem(file, 91, 12, "goal[2].bounds", Message("The bounds 0.90, 0.97, 0.94 do not rise or fall together.")),
        )  # fmt: skip
        return (v.LevelCard(f"own/{file}", "", file, "", 0, (), None, True, None, None, problems),)

    def briefing(self, card: v.LevelCard) -> v.Briefing:
        return data.briefing(card.kind or "factory", self.language)

    def start(self, card: v.LevelCard, seed: int | None = None) -> FakePlaying:
        self.started.append(card)
        return FakePlaying(card.kind or "factory", 0, self.language)

    def runs(self) -> tuple[v.RunCard, ...]:
        if self.fresh:
            return ()
        name = self.levels()[2].title
        return (
            v.RunCard(7, "pedal-and-sons", name, 4711, 11, 26, 2, False, "2026-11-23T18:12:00+00:00"),
            v.RunCard(6, "corner-bakery", self.levels()[1].title, 88, 13, 13, 1, True, "2026-11-21T09:40:00+00:00"),
            v.RunCard(5, "first-cards", self.levels()[0].title, 12, 10, 10, 3, True, "2026-11-20T20:05:00+00:00"),
        )

    def latest(self) -> v.RunCard | None:
        return next((run for run in self.runs() if not run.finished), None)

    def resume(self, run_id: int) -> FakePlaying:
        run = next(run for run in self.runs() if run.id == run_id)
        kind = "store" if run.level_id == "corner-bakery" else "factory"
        return FakePlaying(kind, run.turn, self.language, run.turns)

    def branch(self, playing: FakePlaying, turn: int) -> FakePlaying:
        made = FakePlaying(playing.level.kind, turn, self.language)
        made.left = (playing.number, turn)
        return made

    def add_level(self, path: Path) -> v.LevelCard:
        return self._broken()[0]

    def add_store(self, path: Path, wish: Wish) -> tuple[v.LevelCard, tuple[Message, ...]] | Message:
        return Message("This table is no sales history.")

    def import_run(self, path: Path) -> v.RunCard | Message:
        return Message("This file is not a run of Milkrun.")
