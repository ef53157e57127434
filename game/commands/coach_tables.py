"""What the coach found, as tables for a terminal and as plain content for JSON."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from game.coach.ahead import Ahead, Compared
from game.coach.best import Best
from game.coach.bridge import Bridge
from game.coach.chains import Chain, Root
from game.coach.figures import Interval
from game.coach.fortune import POINTS, POOR, Fortune
from game.coach.helped import Change, Helped
from game.coach.moments import Moment
from game.commands.tables import table
from game.message import Message, Money, Number, Percent, render, show
from game.run import Run
from game.why import Seen
from game.why.causes import Cause, told

Part = str | Table


@dataclass(frozen=True)
class Answer:
    """`content` for JSON; `parts` makes sentences and tables in a language."""

    content: Any
    parts: Callable[[str], Iterable[Part]]


def ahead(run: Run, found: Compared) -> Answer:
    """A look ahead: by item, and for the firm."""

    def parts(language: str) -> Iterable[Part]:
        text = _Text(language, run)
        yield text("ahead", futures=found.now.futures, first=found.now.days[0] + 1, last=found.now.days[-1] + 1)
        made = table(text("column.item"), *(text(f"column.{name}") for name in ("stock", "stock", "dry", "dry")))
        made.add_row("", *(text(f"column.{name}") for name in ("now", "planned", "now", "planned")))
        for item in found.now.stock:
            both = (found.now, found.planned)
            made.add_row(
                item, *(_end(one, item) for one in both), *(text.show(Percent(one.dry[item].middle)) for one in both)
            )
        yield made
        firm = table("", text("column.now"), text("column.planned"))
        for name, cell in _firm(run).items():
            firm.add_row(text(f"column.{name}"), text.show(cell(found.now)), text.show(cell(found.planned)))
        yield firm

    return Answer({"now": asdict(found.now), "planned": asdict(found.planned)}, parts)


def _end(one: Ahead, item: str) -> str:
    """The band on the last day."""
    band = one.stock[item]
    return f"{band.middle[-1]:.0f} ({band.low[-1]:.0f}\u2013{band.high[-1]:.0f})"


def _firm(run: Run) -> dict[str, Callable[[Ahead], object]]:
    currency = run.plant.level.money.currency
    return {
        "service": lambda one: Percent(one.service.middle[-1]),
        "cash": lambda one: Money(int(one.cash.middle[-1]), currency),
        "lowest_cash": lambda one: Money(int(min(one.cash.low)), currency),
        "holding": lambda one: Money(round(one.holding.middle), currency),
        "insolvency": lambda one: Percent(one.insolvent.middle),
    }


def luck(run: Run, found: Fortune) -> Answer:
    """What the decisions bring on other luck."""

    def parts(language: str) -> Iterable[Part]:
        text = _Text(language, run)
        yield text("luck", tapes=found.tapes, here=Number(found.here, 1), place=Percent(found.place, 0))
        yield text("worth", **_interval(found.worth, 1))
        made = table(text("column.share_below"), text("column.score"))
        for point, value in zip(POINTS, found.quantiles, strict=True):
            made.add_row(text.show(Percent(point, 0)), text.show(Number(value, 1)))
        yield made
        for stars, chance in enumerate(found.reached, 1):
            yield text(
                "chance", stars=stars, chance=Percent(chance.middle), low=Percent(chance.low), high=Percent(chance.high)
            )
        poor = Money(round(found.poor_profit), run.pack.level.money.currency)
        yield text("poor", share=Percent(POOR, 0), profit=poor)
        yield text("lower_bound")

    content = {
        "tapes": found.tapes, "score": found.here, "profit": found.profit_here, "place": found.place,
        "worth": asdict(found.worth), "profit_elsewhere": asdict(found.profit), "stars": list(found.stars),
        "chances": [asdict(chance) for chance in found.reached], "insolvent": found.insolvent,
        "poor_profit": found.poor_profit,
        "quantiles": dict(zip(map(str, POINTS), found.quantiles, strict=True)),
    }  # fmt: skip
    return Answer(content, parts)


def changes(run: Run, found: Helped, three: tuple[Moment, ...]) -> Answer:
    """What would have helped, the good calls, and three moments."""

    def parts(language: str) -> Iterable[Part]:
        text = _Text(language, run)
        for name in ("by_profit", "by_stars", "calls", "mistakes"):
            rows: tuple[Change, ...] = getattr(found, name)
            if rows:
                yield _changes(text, name, rows)
        yield text("tried", tried=found.tried)
        for moment in three:
            values = {"turn": moment.turn + 1, "shock": (moment.shock or 0) + 1, **text.change(moment.change)}
            yield text(f"moment.{moment.kind}", **values)

    names = ("by_profit", "by_stars", "calls", "mistakes")
    content: dict[str, Any] = {name: [_change(one) for one in getattr(found, name)] for name in names}
    told = [{"kind": m.kind, "turn": m.turn + 1, "shock": m.shock, **_change(m.change)} for m in three]
    return Answer({**content, "tried": found.tried, "moments": told}, parts)


def _changes(text: "_Text", name: str, rows: tuple[Change, ...]) -> Table:
    made = table(text(f"column.{name}"), *(text(f"column.{cell}") for cell in ("turn", "profit", "stars", "score")))
    for one in rows:
        cells = (one.turn + 1, text.money(one.profit), one.stars, Number(one.score, 1))
        made.add_row(f"{one.decision.key} = {one.decision.value}", *(text.show(cell) for cell in cells))
    return made


def _change(one: Change) -> dict[str, Any]:
    return {
        "from_turn": one.turn + 1, "key": one.decision.key, "value": one.decision.value, "profit": one.profit,
        "stars": one.stars, "score": one.score,
    }  # fmt: skip


def losses(run: Run, found: tuple[Chain, ...], roots: dict[Root, int]) -> Answer:
    """Losses by cause, and each of them with the way it came."""

    def parts(language: str) -> Iterable[Part]:
        text, seen = _Text(language, run), Seen(run.plant, run.tape, run.history, run.turn, language)
        made = table(text("column.root"), text("column.cost"))
        for (reason, thing), cost in roots.items():
            made.add_row(text.show(told(seen, Cause(reason, thing, 0))), text.show(text.money(cost)))
        made.add_row(text("column.total"), text.show(text.money(sum(roots.values()))), style="bold")
        yield made
        for chain in found:
            values = {"turn": chain.turn + 1, "name": seen.by_id(chain.loss.thing), "money": text.money(chain.cost)}
            units = chain.loss.amount
            yield text(f"loss.{chain.loss.kind}", units=units, **values)
            for cause, cost in zip(chain.loss.causes, chain.costs, strict=True):
                names = [seen.by_id(thing) for thing in (chain.loss.thing, *cause.via)]
                yield (
                    "  " + " \u2190 ".join([*names, text.show(told(seen, cause))]) + f": {text.show(text.money(cost))}"
                )

    return Answer({"losses": [{**asdict(chain), "turn": chain.turn + 1} for chain in found]}, parts)


def money(run: Run, found: Bridge) -> Answer:
    """From one profit to the other."""

    def parts(language: str) -> Iterable[Part]:
        text = _Text(language, run)
        made = table(text("column.cause"), text("column.profit"))
        made.add_row(text("column.before"), text.show(text.money(found.start)), style="bold")
        for step in found.steps:
            made.add_row(text(f"cause.{step.cause}"), text.show(text.money(step.amount)))
            for line in step.lines:
                made.add_row(f"  {line.kind} {line.owner[1]}", text.show(text.money(line.amount)), style="dim")
        made.add_row(text("column.after"), text.show(text.money(found.end)), style="bold")
        yield made

    return Answer(asdict(found), parts)


def plan(found: Best) -> Answer:
    """The best plan known, as plans are written."""
    table_of = {str(turn): {one.key: one.value for one in made} for turn, made in enumerate(found.decisions, 1) if made}

    def parts(language: str) -> Iterable[Part]:
        yield render(Message("coach.best", {"tried": found.tried, "source": found.source}), language)
        for turn, made in table_of.items():
            yield f"{turn} = {{ " + ", ".join(f'"{key}" = {_toml(value)}' for key, value in made.items()) + " }"

    return Answer({"plan": table_of, "source": found.source, "tried": found.tried}, parts)


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{name}" = {share}' for name, share in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _interval(found: Interval, digits: int) -> dict[str, object]:
    return {name: Number(value, digits) for name, value in asdict(found).items()}


@dataclass(frozen=True)
class _Text:
    """Texts of the coach in a language."""

    language: str
    run: Run

    def __call__(self, key: str, /, **values: object) -> str:
        return render(Message(f"coach.{key}", values), self.language)

    def show(self, value: object) -> str:
        return show(value, self.language)

    def money(self, minor: int) -> Money:
        return Money(minor, self.run.plant.level.money.currency)

    def change(self, one: Change) -> dict[str, object]:
        return {
            "key": one.decision.key,
            "value": str(one.decision.value),
            "money": self.money(one.profit),
            "from": one.turn + 1,
        }
