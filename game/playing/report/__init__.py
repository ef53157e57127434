"""A run's debrief as a document: `document` gives HTML and its pictures, `page` one file that needs nothing else.

The same content serves the web page, the PDF and the printer, whose text engine knows plain HTML with tables and
pictures by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.level import in_language
from game.message import Message, Money, Number, Percent, show
from game.playing.debrief.shocks import shocks
from game.playing.figures import figure
from game.playing.replay import decided
from game.playing.report.coached import CoachedParts
from game.playing.report.markup import bullets, escaped, heading, image, paragraph, table
from game.playing.report.picture import curve
from game.playing.scene import Scene
from game.playing.session import Session
from game.playing.views import Coached, Figure, GoalView, Statement
from game.run import RULES_VERSION

NOTHING = Coached()
CURVES = ("stock_at_cost", "cash", "fill_rate", "profit")
STYLE = """
body { font-family: sans-serif; color: #1F2A33; max-width: 720px; margin: 32px auto; line-height: 1.45; }
h1 { font-size: 23px; margin-bottom: 4px; } h2 { font-size: 17px; margin-top: 28px; } h3 { font-size: 15px; }
p.muted { color: #5E6A73; } p.stars { font-size: 23px; color: #8A5A00; margin: 0; }
table { border-collapse: collapse; font-size: 13px; } th { color: #5E6A73; font-weight: normal; }
td, th { border-bottom: 1px solid #DDD8CC; } svg { max-width: 100%; height: auto; }
"""


@dataclass(frozen=True)
class Document:
    """Body of the report with `<img>`s by name, and the pictures as SVG."""

    title: str
    body: str
    pictures: dict[str, str]


def page(session: Session, coached: Coached = NOTHING) -> str:
    """The report as one web page with its pictures inside; it asks nothing of any network."""
    found = document(session, coached)
    body = found.body
    for name, picture in found.pictures.items():
        body = body.replace(image(name), picture)
    head = f'<meta charset="utf-8"><title>{escaped(found.title)}</title><style>{STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="{session.language}"><head>{head}</head>\n<body>\n{body}</body></html>\n'


def document(session: Session, coached: Coached = NOTHING) -> Document:
    """The report of a run as it stands, with what the coach said of it."""
    writer = _Writer(session, coached)
    return Document(writer.title, "".join(writer.parts()), writer.pictures())


class _Writer:
    """The parts of a report, in order."""

    def __init__(self, session: Session, coached: Coached) -> None:
        self._session, self._language = session, session.language
        self._level, self._result = session.level, session.result()
        self._currency = self._level.money.currency
        run = session.whole
        scene = Scene(run, run.state.settings, session.language)
        struck = shocks(scene) if run.turn else ()
        self._coached = CoachedParts(coached, struck, session.language, self._currency, scene.turn_word)
        self.title = in_language(self._level.title, self._language)

    def _say(self, key: str, **values: object) -> str:
        return show(Message(key, values), self._language)

    def _value(self, found: Figure) -> str:
        return self._amount(found.kind, found.value)

    def _amount(self, kind: str, value: float | None) -> str:
        if value is None:
            return "\u2013"
        shown: object = Number(value, 0 if kind == "units" else 1)
        if kind == "money":
            shown = Money(round(value), self._currency)
        elif kind == "percent":
            shown = Percent(value)
        elif kind == "days":
            shown = Message("ui.unit.days", {"value": shown})
        return show(shown, self._language)

    def parts(self) -> Iterator[str]:
        """Everything, part by part."""
        yield from self._head()
        yield heading(self._say("report.goals"))
        yield self._goals()
        yield heading(self._say("report.figures"))
        figures = [found for found in self._result.figures if found.measure not in self._asked()]
        yield table((), [((self._measure(found.measure), self._value(found)), False) for found in figures])
        yield from self._coached.parts()
        yield heading(self._say("report.curves"))
        for name in CURVES:
            yield heading(self._measure(name), 3) + image(name)
        yield from self._decisions()
        yield heading(self._say("report.books"))
        for statement in self._session.statements():
            yield self._statement(statement)
        yield from self._taught()
        yield self._foot()

    def _asked(self) -> set[str]:
        return {goal.figure.measure for goal in self._result.goals if goal.item is None}

    def _head(self) -> Iterator[str]:
        stars = self._result.stars
        yield heading(self.title, 1)
        yield paragraph("\u2605" * stars + "\u2606" * (3 - stars), "stars")
        yield paragraph(show(self._result.headline, self._language))
        yield paragraph(show(self._result.reason, self._language), "muted")
        if self._session.parent is not None:
            yield paragraph(self._say("report.what_if", turn=self._session.parent[1] + 1), "muted")

    def _measure(self, name: str) -> str:
        return self._say(f"measure.{name}")

    def _goals(self) -> str:
        head = [self._say(f"report.{name}") for name in ("goal", "figure", "stars", "bounds")]
        return table(head, [(self._goal(goal), False) for goal in self._result.goals])

    def _goal(self, goal: GoalView) -> tuple[str, ...]:
        name = self._measure(goal.figure.measure)
        item = next((in_language(one.name, self._language) for one in self._level.item if one.id == goal.item), "")
        sign = "\u2265" if goal.rising else "\u2264"
        bounds = " / ".join(f"{sign}\u00a0{self._amount(goal.figure.kind, bound)}" for bound in goal.bounds)
        stars = "\u2605" * goal.stars + "\u2606" * (3 - goal.stars)
        return (f"{name}, {item}" if item else name, self._value(goal.figure), stars, bounds)

    def pictures(self) -> dict[str, str]:
        """Curves and the coach's pictures by name."""
        return {name: self._curve(name) for name in CURVES} | self._coached.pictures()

    def _curve(self, name: str) -> str:
        history, turns = self._session.run.history, self._session.run.turn
        found = [figure(history, name, None, slice(turn, turn + 1)) for turn in range(turns)]
        kind = found[0].kind if found else "number"
        return curve([one.value for one in found], self._measure(name), lambda value: self._amount(kind, value))

    def _decisions(self) -> Iterator[str]:
        yield heading(self._say("report.decisions"))
        made = decided(self._session.run, self._language)
        if not made:
            yield paragraph(self._say("report.nothing"), "muted")
            return
        rows = [((str(turn + 1), "\n".join(show(one, self._language) for one in all_)), False) for turn, all_ in made]
        yield table((self._say("report.turn"), self._say("report.changed")), rows, texts=2)

    def _statement(self, statement: Statement) -> str:
        """The total; of the balance sheet beginning and end."""
        columns = (0, -1) if statement.name == "balance" else (-1,)
        names = ("opening", "closing") if statement.name == "balance" else ("total",)
        head = [self._say(f"report.{statement.name}"), *(self._say(f"report.{name}") for name in names)]
        rows = []
        for key, style, amounts in statement.rows:
            cells = [show(Money(amounts[place], self._currency), self._language) for place in columns if amounts]
            rows.append(((self._say(key), *(cells or [""] * len(columns))), style != "line"))
        return table(head, rows)

    def _taught(self) -> Iterator[str]:
        result = self._result
        if result.lesson:
            yield heading(self._say("report.lesson")) + paragraph(result.lesson)
        if result.prediction:
            told = result.prediction
            yield heading(self._say("report.prediction"))
            yield paragraph(told.question)
            yield paragraph(self._say("report.predicted", chosen=told.chosen, right=told.right))
            yield paragraph(told.explain, "muted")
        if result.questions:
            yield heading(self._say("report.questions")) + bullets(text for _, text in result.questions)

    def _foot(self) -> str:
        run = self._session.run
        values = {"seed": str(run.seed), "turns": run.turn, "rules": str(RULES_VERSION), "digest": run.digest()}
        return paragraph(self._say("report.foot", **values), "muted")
