"""A curve by turn as SVG, in print colours, without script or font of its own."""

import itertools
import math
from collections.abc import Callable, Sequence

from game.playing.report.markup import escaped

WIDTH, HEIGHT = 620, 190
LEFT, RIGHT, TOP, BOTTOM = 78, 12, 12, 26
INK, GRID = "#2B6CB0", "#DDD8CC"
TEXT = "#5E6A73"
MARKS = 4


def curve(values: Sequence[float | None], name: str, said: Callable[[float], str]) -> str:
    """The picture; `said` writes a value on the axis."""
    low, high = _range(values)
    body = "".join([*_grid(low, high, said), *_turns(len(values)), *_line(values, low, high)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-label="{escaped(name)}" font-family="sans-serif" font-size="12">{body}</svg>'
    )


def _range(values: Sequence[float | None]) -> tuple[float, float]:
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    return low, high if high > low else low + 1.0


def _x(turn: float, turns: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (turn + 0.5) / max(1, turns)


def _y(value: float, low: float, high: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low)


def round_step(span: float, marks: int = MARKS) -> float:
    """A distance between some marks: 1, 2 or 5 times a power of ten."""
    rough = span / marks
    unit: float = 10.0 ** math.floor(math.log10(rough))
    return next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough * 0.999)


def _grid(low: float, high: float, said: Callable[[float], str]) -> list[str]:
    step = round_step(high - low)
    found = []
    for mark in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        y = _y(mark * step, low, high)
        found.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>')
        words = escaped(said(mark * step))
        found.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="{TEXT}">{words}</text>')
    return found


def _turns(turns: int) -> list[str]:
    every = max(1, -(-turns // 13))
    shown = range(every, turns + 1, every)
    return [
        f'<text x="{_x(turn - 1, turns):.1f}" y="{HEIGHT - 8}" text-anchor="middle" fill="{TEXT}">{turn}</text>'
        for turn in shown
    ]


def _line(values: Sequence[float | None], low: float, high: float) -> list[str]:
    points = [
        None if value is None else (_x(turn, len(values)), _y(value, low, high)) for turn, value in enumerate(values)
    ]
    lines = [
        f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" stroke="{INK}" stroke-width="2"/>'
        for a, b in itertools.pairwise(points)
        if a and b
    ]
    return lines + [f'<circle cx="{p[0]:.1f}" cy="{p[1]:.1f}" r="2.5" fill="{INK}"/>' for p in points if p]
