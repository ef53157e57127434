"""`prove LEVEL`: all policies of a level on many tapes: stars, points, figures, and what kind of level it is.

Exit code 1 when the level is trivial, impossible or lucky, or breaks a rule for levels.
"""

import argparse
from dataclasses import asdict
from typing import Any

from game.coach.best import best
from game.coach.figures import Interval
from game.coach.proof import Proof, Standing, prove
from game.commands.crew import add_workers, crew, refused
from game.commands.levels import find_level
from game.commands.tables import (
    STDOUT,
    add_json,
    console,
    plans_folder,
    progress,
    table,
    whole,
    write_json,
)
from game.jobs.cluster import ClusterError
from game.level import in_language
from game.level.pack import LevelPack
from game.measures import MEASURES
from game.measures.explain import shown
from game.message import Message, Money, Number, Percent, render
from game.message import show as spoken

MOST_TAPES = 100_000
BEST = "best_found"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""

    def text(key: str) -> str:
        return render(Message(f"prove.{key}"), language)

    parser.add_argument("level", metavar="LEVEL", help=render(Message("command.play.level"), language))
    parser.add_argument("--tapes", metavar="N", type=whole(1, MOST_TAPES), default=200, help=text("tapes"))
    parser.add_argument("--search", action="store_true", help=text("search"))
    add_json(parser, language)
    add_workers(parser, language)


def run(options: argparse.Namespace) -> int:
    """Prove, write what was asked for, and show it unless the JSON goes to the terminal."""
    pack = find_level(options.level)
    found = _proof(options, pack)
    if options.json is not None:
        write_json(_content(found, pack), options.json)
    if options.json != STDOUT:
        _show(found, options.language)
    return 0 if found.sound else 1


def _proof(options: argparse.Namespace, pack: LevelPack) -> Proof:
    try:
        with crew(options) as pool, progress(render(Message("prove.working"), options.language)) as told:
            more = {BEST: best(pack, pool, plans_folder(), heard=told).decisions} if options.search else {}
            return prove(pack, options.tapes, pool, told, more)
    except ClusterError as error:
        raise refused(error) from error


def _show(found: Proof, language: str) -> None:
    def text(key: str, **values: object) -> str:
        return render(Message(key, values), language)

    out = console()
    title = in_language(found.level.title, language)
    out.print(text("prove.headline", title=title, tapes=found.tapes))
    stars = [f"{count}\u2605" for count in range(4)]
    columns = [text(f"prove.column.{name}") for name in ("score", "three", "profit", "insolvent")]
    shown_table = table(text("prove.column.policy"), *stars, *columns)
    for one in found.standings:
        shown_table.add_row(*_row(one, found, language))
    out.print(shown_table)
    for one in found.standings:
        if one.refused is not None:
            out.print(text("prove.refused", policy=one.name, why=one.refused))
    if found.level.goal:
        out.print(_goals(found, language))
    spreads = {"luck": Number(found.luck, 1), "skill": Number(found.skill, 1)}
    out.print(text(f"verdict.{found.verdict}", **spreads))
    for rule in found.rules:
        values = {"policy": rule.policy, "least": rule.least, "most": rule.most}
        key = "prove.kept" if rule.kept else "prove.broken"
        wanted, share = Percent(rule.wanted, 0), Percent(rule.found, 1)
        out.print(text(key, rule=Message("prove.rule", {**values, "wanted": wanted}), found=share))


def _row(one: Standing, found: Proof, language: str) -> list[str]:
    if one.score is None or one.profit is None:
        return [one.name]
    currency = found.level.money.currency
    three = one.at_least(3)
    cells: list[object] = [
        *one.stars,
        _around(one.score, lambda value: Number(value, 1), language),
        f"{spoken(Percent(three.middle, 0), language)} ({spoken(Percent(three.low, 0), language)}\u2013"
        f"{spoken(Percent(three.high, 0), language)})",
        _around(one.profit, lambda value: Money(round(value), currency), language),
        one.insolvent,
    ]
    return [one.name, *(spoken(cell, language) for cell in cells)]


def _around(found: Interval, kind: Any, language: str) -> str:
    """A figure +- half its interval."""
    return f"{spoken(kind(found.middle), language)} \u00b1{spoken(kind(found.high - found.middle), language)}"


def _goals(found: Proof, language: str) -> Any:
    goals = found.level.goal
    names = [render(Message(MEASURES[goal.measure].key), language) for goal in goals]
    made = table(
        render(Message("prove.column.policy"), language),
        *(f"{name} ({goal.item})" if goal.item else name for name, goal in zip(names, goals, strict=True)),
    )
    currency = found.level.money.currency
    for one in found.standings:
        cells = [
            _around(figure, lambda value, kind=MEASURES[goal.measure].kind: shown(kind, value, currency), language)
            for goal, figure in zip(goals, one.goals, strict=False)
        ]
        made.add_row(one.name, *cells)
    return made


def _content(found: Proof, pack: LevelPack) -> dict[str, Any]:
    return {
        "level": {"id": found.level.id, "hash": pack.hash},
        "tapes": found.tapes,
        "verdict": found.verdict,
        "luck": found.luck,
        "skill": found.skill,
        "policies": {one.name: _standing(one, found) for one in found.standings},
        "rules": [{**asdict(rule), "kept": rule.kept} for rule in found.rules],
    }


def _standing(one: Standing, found: Proof) -> dict[str, Any]:
    if one.refused is not None:
        return {"refused": render(one.refused, "en")}
    goals = [
        {"measure": goal.measure, "item": goal.item, **asdict(figure)}
        for goal, figure in zip(found.level.goal, one.goals, strict=True)
    ]
    return {
        "stars": list(one.stars),
        "at_least": {str(stars): asdict(one.at_least(stars)) for stars in (1, 2, 3)},
        "score": asdict(one.score) if one.score else None,
        "profit": asdict(one.profit) if one.profit else None,
        "goals": goals,
        "insolvent": one.insolvent,
    }
