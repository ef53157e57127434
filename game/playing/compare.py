"""Two runs side by side: goals, figures, curves by turn, and what was decided differently."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.level import Goal, in_language
from game.measures import MEASURES, Kind
from game.message import Message
from game.playing.figures import figure
from game.playing.replay import Replay
from game.playing.result import EXTRA
from game.playing.scoreboard import measures_shown

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class Side:
    """One of the two: its number, stars and points so far, and the sentence about how it stands; `parted` is the turn
    before which a what-if left its run, None of a run that counts.
    """

    number: int | None
    title: str
    turn: int
    turns: int
    stars: int
    score: float
    headline: Message
    seed: int
    parted: int | None = None


@dataclass(frozen=True)
class Row:
    """A measure of both runs (with the item it looks at); `better` is 0 or 1, None when equal or no matter of more."""

    measure: str
    item: str
    kind: Kind
    values: tuple[float | None, float | None]
    better: int | None
    goal: bool


@dataclass(frozen=True)
class Curve:
    """Values of both runs after each turn; `item` is the item's name, empty for the plant."""

    name: str
    item: str
    kind: Kind
    values: tuple[Values, Values]


@dataclass(frozen=True)
class Decided:
    """What both decided before a turn, as sentences."""

    turn: int
    made: tuple[tuple[Message, ...], tuple[Message, ...]]


@dataclass(frozen=True)
class Comparison:
    """Everything the page shows. `parted` is the turn before which a what-if left its run, else None."""

    sides: tuple[Side, Side]
    rows: tuple[Row, ...]
    curves: tuple[Curve, ...]
    decided: tuple[Decided, ...]
    same_level: bool
    same_luck: bool
    parted: int | None
    turns: int
    currency: str


def compare(left: Replay, right: Replay, parted: int | None = None) -> Comparison:
    """Compare two runs, of one level or of two; each is left standing after its last turn."""
    both = (left, right)
    decided = tuple(_decided(both))
    for one in both:
        one.go(one.last)
    same = left.level.id == right.level.id
    return Comparison(
        sides=(_side(left), _side(right)),
        rows=tuple(_rows(both, goals=same)),
        curves=tuple(_curves(both)),
        decided=decided,
        same_level=same,
        same_luck=same and left.seed == right.seed,
        parted=parted,
        turns=max(left.level.calendar.turns, right.level.calendar.turns),
        currency=left.level.money.currency,
    )


def _side(one: Replay) -> Side:
    result = one.result()
    title = in_language(one.level.title, one.language)
    board = one.scoreboard()
    headline = result.headline if one.run.finished else Message("replay.under_way", {"turn": one.turn})
    turns = one.level.calendar.turns
    parted = one.parent[1] if one.parent else None
    return Side(one.number, title, one.turn, turns, board.stars, board.score, headline, one.seed, parted)


def _rows(both: tuple[Replay, Replay], goals: bool) -> Iterator[Row]:
    level = both[0].level
    asked = set(_asked(level.goal)) if goals else set()
    wanted = [*_asked(level.goal if goals else ()), *measures_shown((), level.kind)]
    names = {item.id: in_language(item.name, both[0].language) for item in level.item}
    for measure, item in dict.fromkeys([*wanted, *((name, None) for name in EXTRA)]):
        found = [figure(one.run.history, measure, item) for one in both]
        values = (found[0].value, found[1].value)
        name, better = names.get(item or "", ""), _better(measure, values) if goals else None
        yield Row(measure, name, found[0].kind, values, better, (measure, item) in asked)


def _asked(goals: tuple[Goal, ...]) -> list[tuple[str, str | None]]:
    """Measures that goals ask for, in the order of the level."""
    return [(goal.measure, goal.item) for goal in goals]


def _better(measure: str, values: tuple[float | None, float | None]) -> int | None:
    left, right = values
    if left is None or right is None or np.isclose(left, right, rtol=1e-9):
        return None
    return int((right > left) == MEASURES[measure].rising)


def _curves(both: tuple[Replay, Replay]) -> Iterator[Curve]:
    for name in ("stock_at_cost", "cash", "fill_rate", "profit"):
        by_turn = tuple(_by_turn(one, name) for one in both)
        yield Curve(name, "", figure(both[0].run.history, name).kind, (by_turn[0], by_turn[1]))
    if both[0].level.id != both[1].level.id:
        return
    for index, item in enumerate(both[0].level.item):
        stock = tuple(_stock(one, index) for one in both)
        yield Curve("stock", in_language(item.name, both[0].language), "units", (stock[0], stock[1]))


def _by_turn(one: Replay, measure: str) -> Values:
    history = one.run.history
    return tuple(figure(history, measure, None, slice(turn, turn + 1)).value for turn in range(one.turn))


def _stock(one: Replay, item: int) -> Values:
    """Units on hand after each turn played."""
    history = one.run.history
    return tuple(float(history.closing("stock", turn)[item, 0]) for turn in range(one.turn))


def _decided(both: tuple[Replay, Replay]) -> Iterator[Decided]:
    """Turns before which either decided something."""
    for turn in range(max(one.last for one in both)):
        made = tuple(_made(one, turn) for one in both)
        if any(made):
            yield Decided(turn, (made[0], made[1]))


def _made(one: Replay, turn: int) -> tuple[Message, ...]:
    if turn >= one.last:
        return ()
    one.go(turn)
    return tuple(entry.message for entry in one.pending)
