"""All about a figure: how it is computed with this run's numbers, its goal, and for money the postings behind it."""

from collections.abc import Iterator

import numpy as np

from game.kinds import ACCOUNTS, POSTINGS
from game.level import in_language
from game.measures import MEASURES, GoalScore, explain, in_unit, score
from game.measures.explain import shown
from game.message import Message, Number, render
from game.playing import inspect_firm
from game.playing.scene import Scene
from game.playing.views import Fact, Inspection, Section

CASH = ("cash", "settled_cash", "net_cash_flow")
BEHIND = {
    "cash": ("cash",),
    "net_cash_flow": ("cash",),
    "settled_cash": ("cash",),
    "profit": tuple(name for name, kind in ACCOUNTS.items() if kind in ("income", "expense")),
    "stock_at_cost": ("raw", "in_process", "finished"),
}
"""Accounts whose postings are shown beneath a measure of money."""


def goal(scene: Scene, target: str) -> Inspection:
    """A measure by its name, or `measure/item`; history is its value after each turn."""
    name, _, item = target.partition("/")
    measure = MEASURES[name]
    index = scene.plant.item_index(item) if item else None
    how = explain(measure, scene.history, index) if scene.history.records else Message("fact.not_yet")
    found = [g for g in score(scene.history).goals if g.goal.measure == name and g.goal.item == (item or None)]
    sections = (
        *(_bounds(scene, entry) for entry in found),
        *(inspect_firm.sections(scene) if name in CASH else ()),
        *_postings(scene, name),
    )
    values = [scene.remembered(name, item or None, 0, turn + 1) for turn in range(scene.run.turn)]
    history = tuple(value for value in values if value is not None)
    return Inspection(("goal", target), _title(scene, name), how, sections, history, measure.kind)


def _title(scene: Scene, name: str) -> str:
    return render(Message(f"measure.{name}"), scene.language)


def _bounds(scene: Scene, found: GoalScore) -> Section:
    kind, currency = found.measure.kind, scene.level.money.currency
    now = shown(kind, float(found.value[0]), currency) if scene.history.records else "\u2013"
    stars = int(found.stars[0]) if scene.history.records else 0
    comparison = Message("result.at_least" if found.marks.rising else "result.at_most")
    facts = [Fact("now", now, "good" if stars == 3 else "warn" if stars else "bad")]
    for number, bound in enumerate(found.marks.bounds, start=1):
        values = {"comparison": comparison, "bound": shown(kind, bound, currency)}
        facts.append(Fact(f"star_{number}", Message("fact.bound", values), "good" if stars >= number else None))
    for one in found.goal.beside:
        values = {
            "who": in_language(one.text, scene.language),
            "value": shown(kind, in_unit(found.goal, one.value), currency),
        }
        facts.append(Fact("beside", Message("fact.beside_value", values)))
    points = Number(float(found.points[0]) if scene.history.records else 0.0)
    return Section("goal", facts=(*facts, Fact("points", points), Fact("weight", Number(found.goal.weight, 0))))


def _postings(scene: Scene, name: str) -> Iterator[Section]:
    accounts = BEHIND.get(name)
    if not accounts or not scene.run.turn:
        return
    rows = np.array([list(ACCOUNTS).index(account) for account in accounts])
    sign = scene.plant.incidence[rows].sum(axis=0) * (-1 if name == "profit" else 1)
    last, total = (scene.history.kind_totals(turns)[:, 0] * sign for turns in (scene.seen.last_turn, None))
    table = tuple(
        (Message(f"posting.{kind}"), scene.seen.money(int(last[k])), scene.seen.money(int(total[k])))
        for k, kind in enumerate(POSTINGS)
        if total[k]
    )
    yield Section("postings", (), (), ("posting", "last_turn", "total"), table)
