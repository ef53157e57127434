"""Teaching: goals, plans, levers, predictions and texts that mean something."""

import string
from collections.abc import Iterator

from pydantic import BaseModel

from game.level import Goal
from game.levelfile.languages import LANGUAGES
from game.levelfile.problems import Path, hint
from game.levelfile.sense.draft import Found, Sense, said, unknown
from game.levers import LEVERS
from game.levers.choice import SIZES
from game.measures import MEASURES
from game.message import Message, languages


def goals(sense: Sense) -> Found:
    """Measures are known, and bounds lie in the order of their stars on the good side of `fail`."""
    seen: set[tuple[str, str | None]] = set()
    for g, goal in enumerate(sense.level.goal):
        if goal.measure not in MEASURES:
            yield unknown(("goal", g, "measure"), goal.measure, "measure", MEASURES)
            continue
        if (goal.measure, goal.item) in seen:
            yield said(("goal", g, "measure"), "goal_twice", measure=goal.measure)
        seen.add((goal.measure, goal.item))
        if goal.item and not MEASURES[goal.measure].per_item:
            names = [name for name, measure in MEASURES.items() if measure.per_item]
            yield said(("goal", g, "item"), "not_per_item", measure=goal.measure, hint=hint("", names))
        yield from _bounds(("goal", g), goal)


def _bounds(path: Path, goal: Goal) -> Found:
    measure = MEASURES[goal.measure]
    figures = [goal.fail, *goal.bounds]
    if measure.kind == "percent" and max(map(abs, figures)) > 1.5:
        key = "fail" if abs(goal.fail) > 1.5 else "bounds"
        figure = goal.fail if key == "fail" else max(goal.bounds, key=abs)
        yield said((*path, key), "goal_percent", percent=f"{figure:g}", share=f"{figure / 100:g}")
        return
    rising = figures if measure.rising else [-figure for figure in figures]
    if not rising[1] <= rising[2] <= rising[3]:
        yield said((*path, "bounds"), f"bounds_{_way(measure.rising)}", measure=goal.measure, good=_in_order(goal))
    elif not rising[0] < rising[1]:
        yield said((*path, "fail"), f"fail_{_way(measure.rising)}", fail=f"{goal.fail:g}", first=f"{goal.bounds[0]:g}")


def _way(rising: bool) -> str:
    return "rise" if rising else "fall"


def _in_order(goal: Goal) -> str:
    ordered = sorted(goal.bounds, reverse=not MEASURES[goal.measure].rising)
    return f"[{', '.join(f'{bound:g}' for bound in ordered)}]"


def levers_listed(sense: Sense) -> Found:
    """What the player may set: a lever, or a lever of an item or offer."""
    for place, name in enumerate(sense.level.levers):
        target, point, lever = name.rpartition(".")
        yield from _lever(sense, ("levers", place), lever, target if point else None)


def board(sense: Sense) -> Found:
    """A part on the policy board has a size or a buffer that a choice can set."""
    listed = sense.level.levers
    for place, name in enumerate(listed):
        target, _, lever = name.rpartition(".")
        for item in sense.level.item if lever == "board" else ():
            sizes = (SIZES.get(item.loop.policy), "buffer")
            if target in ("", item.id) and not {s for size in sizes for s in (size, f"{item.id}.{size}")} & set(listed):
                yield said(("levers", place), "board_idle", item=item.id, size=sizes[0] or "cards")


def _lever(sense: Sense, path: Path, lever: str, target: str | None) -> Found:
    """Nothing when the lever exists and, with a target, belongs to it."""
    if lever not in LEVERS:
        yield unknown(path, lever, "lever", LEVERS)
    elif target is not None:
        what, names = _owners(sense, LEVERS[lever].owner)
        if target not in names and not (path[0] == "levers" and what == "offer" and target in sense.items):
            yield unknown(path, target, what, names)


def _owners(sense: Sense, owner: str) -> tuple[str, list[str]]:
    """The kind of thing a lever belongs to, and the names of all of them."""
    if owner == "source":
        return "offer", [f"{item.id}/{offer.supplier}" for item in sense.level.item for offer in item.offer]
    return owner, ["firm"] if owner == "firm" else [thing.id for thing in getattr(sense.level, owner)]


def plans(sense: Sense) -> Found:
    """Named plans: turns of the calendar, and settings written `target.lever`."""
    turns = sense.level.calendar.turns
    for name, plan in sense.level.plan.items():
        for turn, settings in plan.items():
            path = ("plan", name, turn)
            if not (turn.isascii() and turn.isdigit() and len(turn) < 6 and 1 <= int(turn) <= turns):
                yield said(path, "plan_turn", turn=turn, turns=turns)
            for key, value in settings.items():
                target, point, lever = key.rpartition(".")
                if not point:
                    yield said((*path, key), "plan_key", key=key, good=_quoted(key, value))
                else:
                    yield from _lever(sense, (*path, key), lever, target)


def _quoted(key: str, value: object) -> str:
    """`tube.cards = 6` without its quotes was read as a table in a table."""
    inner = next(iter(value), "cards") if isinstance(value, dict) else "cards"
    return f'"{key}.{inner}"' if key not in LEVERS else f'"item.{key}"'


def predictions(sense: Sense) -> Found:
    """Asked before a turn of the calendar, with a right answer when there is a choice."""
    turns = sense.level.calendar.turns
    for p, prediction in enumerate(sense.level.predict):
        if prediction.turn > turns:
            yield said(("predict", p, "turn"), "predict_turn", turn=prediction.turn, turns=turns)
        choices = prediction.choices
        if choices and (len(choices) < 2 or not any(choice.right for choice in choices)):
            yield said(("predict", p, "choices"), "predict_choices")


def language_codes(sense: Sense) -> Found:
    """Tables of languages have codes of two letters that stand for a language."""
    for path, table in _language_tables(sense.level, ()):
        if not table:
            yield said(path, "no_language")
        for code in table:
            if code not in LANGUAGES:
                yield said((*path, code), "language", code=code, hint=_code_hint(code))


def _code_hint(code: str) -> Message | str:
    """`german`, `ger` or `DE` mean `de`."""
    low = code.lower()
    near = (short for short, name in LANGUAGES.items() if low == short or (len(low) > 2 and name.startswith(low)))
    meant = next(near, None)
    return Message("problem.did_you_mean", {"name": meant}) if meant else hint(code, languages())


def _language_tables(value: object, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if isinstance(inner, dict) and field.annotation == (str | dict[str, str]):
                yield (*path, field.alias or name), inner
            else:
                yield from _language_tables(inner, (*path, field.alias or name))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _language_tables(inner, (*path, place))


def lesson(sense: Sense) -> Found:
    """Figures in the lesson, such as {fill_rate}, are measures."""
    text = sense.level.texts.lesson
    for path, words in [((), text)] if isinstance(text, str) else [((code,), words) for code, words in text.items()]:
        place = ("texts", "lesson", *path)
        try:
            names = [field for _, field, _, _ in string.Formatter().parse(words) if field is not None]
        except ValueError:
            yield said(place, "braces")
            continue
        for name in names:
            if name not in MEASURES:
                yield unknown(place, name, "measure", MEASURES)
