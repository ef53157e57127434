"""The parts of a report that the coach fills: text, tables and pictures of what was worked out."""

from collections.abc import Iterator
from functools import partial

from game.message import Message, Money, Number, Percent, show, to_add, to_read
from game.playing.report import charts
from game.playing.report.markup import bullets, heading, image, paragraph, table
from game.playing.views.debrief import (
    ChangeView,
    Coached,
    HelpedView,
    LuckView,
    MoneyView,
    ShockView,
    Spot,
    StandView,
)


class CoachedParts:
    """`parts` gives the body, `pictures` the SVGs by name; `word` is what a turn is called."""

    def __init__(
        self, found: Coached, shocks: tuple[ShockView, ...], language: str, currency: str, word: Message
    ) -> None:
        self._found, self._shocks = found, shocks
        self._language, self._currency, self._word = language, currency, word

    def _say(self, key: str, **values: object) -> str:
        return show(Message(f"debrief.{key}", values), self._language)

    def _show(self, value: object) -> str:
        return show(value, self._language)

    def _money(self, amount: float, digits: int | None = None) -> str:
        return self._show(Money(round(amount), self._currency, digits))

    def _percent(self, share: float) -> str:
        return self._show(Percent(share, 0))

    def _number(self, value: float) -> str:
        return self._show(Number(value, 0 if abs(value - round(value)) < 0.05 else 1))

    def _luck_value(self, value: float) -> str:
        luck = self._found.luck
        return self._money(value) if luck and luck.kind == "money" else self._number(value)

    def parts(self) -> Iterator[str]:
        """What was worked out, part by part."""
        found = self._found
        if found.stand is not None:
            yield from self._stand(found.stand)
        if found.money is not None:
            yield from self._steps(found.money)
        if found.luck is not None:
            yield from self._luck(found.luck)
        if found.helped is not None:
            yield from self._helped(found.helped)
        if self._shocks:
            yield from self._ridden()

    def pictures(self) -> dict[str, str]:
        """The pictures by name."""
        found, say = self._found, self._show
        made = {}
        if found.stand is not None:
            made["stand"] = charts.plans(found.stand, self._say("stand.title"), say, self._money, self._percent)
        if found.money is not None:
            read = partial(self._money, digits=to_read((found.money.start, found.money.end)))
            made["money"] = charts.steps(found.money, self._say("money.title"), say, read)
        if found.luck is not None:
            made["luck"] = charts.futures(found.luck, self._say("luck.title"), say, self._luck_value)
        for place, shock in enumerate(self._shocks):
            title = f"{self._say('shock.title')}: {shock.name}"
            made[f"shock{place}"] = charts.ridden(shock, title, say, self._percent, self._number)
        return made

    def _stand(self, view: StandView) -> Iterator[str]:
        yield heading(self._say("stand.title")) + paragraph(self._say("stand.note"), "muted") + image("stand")
        yield "".join(paragraph(self._show(one)) for one in view.words)
        names = ("stock", "served", "stars", "score", "profit")
        head = [self._say("stand.plan"), *(_capital(self._say(f"stand.{name}")) for name in names)]
        rows = [((_capital(self._say("stand.you")), *self._spot(view.you)), True)]
        rows += [((self._show(plan.name), *self._spot(plan.here)), False) for plan in view.plans]
        yield table(head, rows)

    def _spot(self, spot: Spot) -> tuple[str, ...]:
        served = "\u2013" if spot.served is None else self._show(Percent(spot.served))
        return self._money(spot.stock), served, str(spot.stars), self._number(spot.score), self._money(spot.profit)

    def _steps(self, view: MoneyView) -> Iterator[str]:
        yield heading(self._say("money.title")) + paragraph(
            f"{self._say('money.note')} {self._show(view.against)}", "muted"
        )
        yield image("money")
        head = [self._say("money.kind"), self._say("money.owner"), self._say("money.amount")]
        digits = to_add((view.start, *(one.amount for step in view.steps for one in step.lines)))
        rows = [((_capital(self._show(view.against)), "", self._money(view.start, digits)), True)]
        for step in view.steps:
            rows.append(((self._show(step.cause), "", self._signed(step.amount, digits)), True))
            rows += [((self._show(one.kind), one.owner, self._signed(one.amount, digits)), False) for one in step.lines]
        rows.append(((_capital(self._say("money.you")), "", self._money(view.end, digits)), True))
        yield table(head, rows, texts=2)

    def _signed(self, amount: int, digits: int | None = None) -> str:
        return f"{'+' if amount > 0 else ''}{self._money(amount, digits)}"

    def _luck(self, view: LuckView) -> Iterator[str]:
        unit = self._say("luck.points" if view.kind == "number" else "luck.profit")
        note = f"{self._say('luck.note', tapes=view.tapes)} ({unit})"
        yield heading(self._say("luck.title")) + paragraph(note, "muted") + image("luck")
        yield "".join(paragraph(self._show(one)) for one in view.words)

    def _helped(self, view: HelpedView) -> Iterator[str]:
        yield heading(self._say("helped.title")) + paragraph(self._say("helped.tried", tried=view.tried), "muted")
        if view.changes:
            yield self._changes(view.changes)
        else:
            yield paragraph(self._say("helped.nothing", tried=view.tried))
        yield heading(self._say("helped.calls"), 3)
        yield self._changes(view.calls) if view.calls else paragraph(self._say("helped.no_calls"), "muted")
        if view.moments:
            yield heading(self._say("moment.title"))
            told = (f"{self._show(one.title)}, {self._turn(one.turn)}: {self._show(one.text)}" for one in view.moments)
            yield bullets(told)

    def _turn(self, turn: int) -> str:
        return self._say("word", word=self._word, turn=turn + 1)

    def _changes(self, changes: tuple[ChangeView, ...]) -> str:
        rows = [((_capital(self._turn(one.turn)), self._what(one), self._signed(one.profit),
                  self._say("helped.points", score=Number(one.score, 1))), False) for one in changes]  # fmt: skip
        return table((), rows, texts=2)

    def _what(self, one: ChangeView) -> str:
        if one.stars <= 0 or one.kind != "change":
            return self._show(one.what)
        key = "helped.star" if one.stars == 1 else "helped.stars"
        return f"{self._show(one.what)}\n\u2605 {self._say(key, count=one.stars)}"

    def _ridden(self) -> Iterator[str]:
        yield heading(self._say("shock.title"))
        for place, shock in enumerate(self._shocks):
            yield heading(shock.name, 3) + image(f"shock{place}")
            yield paragraph(" ".join(self._show(one) for one in shock.words))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
