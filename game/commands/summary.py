"""A played run as tables for a terminal, and as JSON with everything."""

from typing import Any

from rich.table import Table

from game.books import Statement, statements
from game.commands.tables import console, table
from game.level import in_language
from game.measures import MEASURES, GoalScore, Measure, score
from game.measures.explain import shown
from game.message import Message, Money
from game.message import show as spoken
from game.run import RULES_VERSION, Run


def show(run: Run, language: str) -> None:
    """Print goals, figures, the three statements in total, and the digest."""
    out = console()
    out.print(_headline(run, language))
    if run.pack.level.goal:
        out.print(_goals(run, language))
    out.print(_figures(run, language))
    for statement in statements(run.history):
        out.print(_statement(statement, run.pack.level.money.currency, language))
    out.print(_say("digest", language, digest=run.digest()))


def content(run: Run) -> dict[str, Any]:
    """Everything about a run, for JSON; amounts in minor units, shares from 0 to 1, turns from 1."""
    level, found = run.pack.level, score(run.history)
    return {
        "level": {"id": level.id, "title": in_language(level.title), "hash": run.pack.hash},
        "rules": RULES_VERSION,
        "seed": run.seed,
        "tape": run.tape.digest(),
        "digest": run.digest(),
        "turns": run.turn,
        "insolvent": run.insolvent,
        "stars": int(found.stars[0]),
        "score": float(found.score[0]),
        "goals": [_goal_as_json(goal) for goal in found.goals],
        "figures": {name: _number(measure, run) for name, measure in MEASURES.items()},
        "figures_by_turn": {
            name: [_number(measure, run, turn) for turn in range(run.history.turns)]
            for name, measure in MEASURES.items()
        },
        "statements": {statement.name: _statement_as_json(statement) for statement in statements(run.history)},
        "decisions": {
            str(turn): {decision.key: decision.value for decision in made}
            for turn, made in enumerate(run.decisions, 1)
            if made
        },
    }


def _headline(run: Run, language: str) -> str:
    found = score(run.history)
    values = {
        "title": in_language(run.pack.level.title, language),
        "seed": str(run.seed),
        "turns": run.turn,
        "stars": int(found.stars[0]),
        "score": float(found.score[0]),
    }
    return _say("insolvent" if run.insolvent else "headline", language, **values)


def _goals(run: Run, language: str) -> Table:
    made = _table(language, "goals", "figure", "stars", "points", "bounds")
    for goal in score(run.history).goals:
        made.add_row(*_goal_row(goal, run.pack.level.money.currency, language))
    return made


def _goal_row(goal: GoalScore, currency: str, language: str) -> tuple[str, ...]:
    def figure(value: float) -> str:
        return spoken(shown(goal.measure.kind, value, currency), language)

    name = spoken(Message(goal.measure.key), language)
    stars = int(goal.stars[0])
    return (
        f"{name} ({goal.goal.item})" if goal.goal.item else name,
        figure(float(goal.value[0])),
        "\u2605" * stars + "\u2606" * (3 - stars),
        spoken(float(goal.points[0]), language),
        " / ".join(figure(bound) for bound in goal.marks.bounds),
    )


def _figures(run: Run, language: str) -> Table:
    made = _table(language, "figures", "total")
    currency = run.pack.level.money.currency
    for measure in MEASURES.values():
        value = shown(measure.kind, float(measure.value(run.history)[0]), currency)
        made.add_row(spoken(Message(measure.key), language), spoken(value, language))
    return made


def _statement(statement: Statement, currency: str, language: str) -> Table:
    """The first and last column of a balance sheet, the total of the others."""
    columns = {"opening": 0, "closing": -1} if statement.name == "balance" else {"total": -1}
    made = _table(language, statement.name, *columns)
    for key, style, amounts in statement.rows:
        cells = [spoken(Money(amounts[place], currency), language) for place in columns.values()] if amounts else []
        made.add_row(spoken(Message(key), language), *cells, style="bold" if style != "line" else None)
    return made


def _table(language: str, name: str, *columns: str) -> Table:
    return table(_say(f"table.{name}", language), *(_say(f"column.{column}", language) for column in columns))


def _goal_as_json(goal: GoalScore) -> dict[str, Any]:
    return {
        "measure": goal.measure.name,
        "item": goal.goal.item,
        "value": float(goal.value[0]),
        "fail": goal.marks.fail,
        "bounds": goal.marks.bounds,
        "weight": goal.goal.weight,
        "stars": int(goal.stars[0]),
        "points": float(goal.points[0]),
    }


def _statement_as_json(statement: Statement) -> dict[str, Any]:
    rows = [{"row": key, "style": style, "amounts": amounts} for key, style, amounts in statement.rows]
    return {"columns": statement.columns, "rows": rows}


def _number(measure: Measure, run: Run, turn: int | None = None) -> float:
    turns = None if turn is None else slice(turn, turn + 1)
    return float(measure.value(run.history, None, turns)[0])


def _say(key: str, language: str, **values: object) -> str:
    return spoken(Message(f"command.report.{key}", values), language)
