"""The pictures of what the coach says as SVG, in print colours: plans, steps of money, futures, a shock."""

import itertools
from collections.abc import Callable, Iterator, Sequence

from game.message import Message
from game.playing.report.layout import Axis, beside, leader, marks, shared
from game.playing.report.markup import escaped
from game.playing.report.picture import GRID, INK, TEXT, WIDTH
from game.playing.views.debrief import LuckView, MoneyView, ShockView, Spot, StandView

DARK, TEAL, AMBER, RED, GREEN, PALE, ROSE = "#1F2A33", "#0E7C7B", "#E9A23B", "#C4452F", "#2F7A4A", "#C6D9EE", "#FDF2EF"
EDGE = "#8A5A00"
HALO = 'fill="#FFFFFF" fill-opacity="0.75"'
Said = Callable[[object], str]
Shown = Callable[[float], str]
Point = tuple[float, float]
SIZE = 260
LETTER = 7.0
"""Room that a letter takes at most, on average."""
LEFT, RIGHT, TOP, BOTTOM = 60, 16, 18, 40
ROW, NAMES, AMOUNTS = 24, 170, 110
ALONE = 60
"""The width of a bar of futures that has no other beside it."""


def svg(name: str, height: float, parts: Sequence[str]) -> str:
    """A picture of the usual width."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="img" aria-label="{escaped(name)}" font-family="sans-serif" font-size="12">'
        f"{''.join(parts)}</svg>"
    )


def words(x: float, y: float, text: str, anchor: str = "start", color: str = TEXT, bold: bool = False) -> str:
    """A text whose middle stands at a height."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}" fill="{color}"{weight}>{escaped(text)}</text>'


def line(a: Point, b: Point, color: str = GRID, width: float = 1.0, dash: str = "") -> str:
    """A line between two points."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" stroke="{color}" '
        f'stroke-width="{width}"{dashes}/>'
    )


def bar(x: float, y: float, width: float, height: float, color: str, edge: str = "none") -> str:
    """A rectangle."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1.0):.1f}" height="{max(height, 0.0):.1f}" fill="{color}" '
        f'stroke="{edge}"/>'
    )


def plans(view: StandView, name: str, say: Said, money: Shown, percent: Shown) -> str:
    """Stock against service: the run a circle, plans diamonds, other luck pale dots."""
    own = [one for one in (view.you, *(plan.here for plan in view.plans)) if one.served is not None]
    low, axis = max(0.0, min((one.served or 0.0 for one in own), default=0.0) - 0.05), Axis.of(one.stock for one in own)

    def across(stock: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * axis.share(stock)

    def up(served: float) -> float:
        return SIZE - BOTTOM - (SIZE - TOP - BOTTOM) * (served - low) / (1.0 - low or 1.0)

    def at(spot: Spot) -> Point:
        return across(spot.stock), up(spot.served or 0.0)

    parts = [line((LEFT, up(one)), (WIDTH - RIGHT, up(one))) for one in marks(low, 1.0)]
    parts += [words(LEFT - 8, up(one), percent(one), "end") for one in marks(low, 1.0)]
    parts += [words(across(one), SIZE - BOTTOM + 14, money(one), "middle") for one in axis.marks()]
    parts.append(words(WIDTH / 2, SIZE - 10, say(Message("debrief.stand.stock")), "middle"))
    others = [one for plan in view.plans for one in plan.elsewhere]
    parts += [_dot(at(one)) for one in others if one.served is not None and one.served >= low and axis.holds(one.stock)]
    parts += [line(a, b, TEAL, 2) for a, b in itertools.pairwise([at(one) for one in view.frontier])]
    groups = shared(view)
    parts += [_diamond(at(spot)) for spot, _ in groups]
    named = [(at(spot), 6.0, ", ".join(say(plan.name) for plan in found)) for spot, found in groups]
    if view.you.served is not None:
        parts.append(_circle(at(view.you)))
        named.insert(0, (at(view.you), 8.0, say(Message("debrief.stand.you"))))
    return svg(name, SIZE, [*parts, *_names(named)])


def _names(named: Sequence[tuple[Point, float, str]]) -> Iterator[str]:
    points = [(*at, size, LETTER * len(name)) for at, size, name in named]
    boxes = beside(points, (LEFT, 0.0, WIDTH - LEFT, SIZE - BOTTOM))
    for place, (point, box, (_, _, name)) in enumerate(zip(points, boxes, named, strict=True)):
        if box is not None:
            ends = leader(point, box)
            yield line(*ends, TEXT) if ends else ""
            yield f'<rect x="{box[0]:.1f}" y="{box[1]:.1f}" width="{box[2]:.1f}" height="{box[3]:.1f}" {HALO}/>'
            yield words(box[0], box[1] + box[3] / 2, name, color=DARK, bold=place == 0)


def _dot(at: Point) -> str:
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="2.5" fill="{PALE}" stroke="{INK}"/>'


def _diamond(at: Point) -> str:
    return f'<path d="M{at[0]:.1f} {at[1] - 6:.1f}l6 6l-6 6l-6 -6z" fill="{DARK}"/>'


def _circle(at: Point) -> str:
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="7" fill="{AMBER}" stroke="{DARK}" stroke-width="2"/>'


def steps(view: MoneyView, name: str, say: Said, money: Shown) -> str:
    """From one profit to the other, a row for each step."""
    levels = view.levels
    low, high = min(0, *levels), max(0, *levels)
    if low == 0 and min(levels) > high / 2:
        low = round(min(levels) - 0.6 * (high - min(levels)) - 0.04 * high)

    def x(amount: float) -> float:
        return NAMES + (WIDTH - NAMES - AMOUNTS) * (amount - low) / ((high - low) or 1)

    base, last = max(0, low), len(view.steps) + 1
    names = [say(view.against), *(say(step.cause) for step in view.steps), say(Message("debrief.money.you"))]
    amounts = [view.start, *(step.amount for step in view.steps), view.end]
    bars = [(base, levels[0]), *itertools.pairwise(levels), (base, levels[-1])]
    parts = []
    for k, (start, end) in enumerate(bars):
        y, whole = ROW * k + ROW / 2, k in (0, last)
        color = TEAL if k == 0 else AMBER if k == last else GREEN if end >= start else RED
        left, right = sorted((x(start), x(end)))
        sign = "+" if amounts[k] > 0 and not whole else ""
        parts += [
            words(0, y, names[k][:1].upper() + names[k][1:], color=DARK, bold=whole),
            bar(left, y - 8, right - left, 16, color, EDGE if k == last else "none"),
            words(WIDTH, y, sign + money(amounts[k]), "end", DARK if whole else color, bold=True),
        ]
        if k < last:
            parts.append(line((x(end), y + 8), (x(end), y + ROW - 8), TEXT))
    if low > 0:
        parts.append(words(NAMES, ROW * (last + 1) + 8, say(Message("debrief.money.broken", {"money": money(low)}))))
    return svg(name, ROW * (last + 1) + (20 if low > 0 else 4), parts)


def futures(view: LuckView, name: str, say: Said, shown: Shown) -> str:
    """Bars of futures, this run marked."""
    high, bins = 190, view.bins
    room, most = high - TOP - BOTTOM, max(one.count for one in bins) or 1
    low, top = bins[0].low, bins[-1].high
    alone = len(bins) == 1
    wide = ALONE if alone else (WIDTH - 2 * RIGHT) / len(bins)
    first = (WIDTH - ALONE) / 2 if alone else RIGHT
    parts = []
    for k, one in enumerate(bins):
        tall = room * one.count / most
        color = INK if one.here else PALE
        parts.append(
            bar(first + k * wide + 1, high - BOTTOM - tall, wide - 2, tall, color, INK if one.count else "none")
        )
    at = RIGHT + (WIDTH - 2 * RIGHT) * (view.here - low) / (top - low)
    here = say(Message("debrief.luck.here", {"value": shown(view.here)}))
    parts += [
        line((RIGHT, high - BOTTOM), (WIDTH - RIGHT, high - BOTTOM), TEXT),
        line((at, TOP - 2), (at, high - BOTTOM), EDGE, 2),
        words(min(max(at, 70), WIDTH - 70), 8, here, "middle", DARK, bold=True),
    ]
    if not alone:
        ends = ((RIGHT, low, "start"), (WIDTH - RIGHT, top, "end"))
        parts += [words(x, high - BOTTOM + 14, shown(value), side) for x, value, side in ends]
    return svg(name, high, parts)


def ridden(view: ShockView, name: str, say: Said, percent: Shown, number: Shown) -> str:
    """Stock and service by day, the shock shaded."""
    tall, gap, top = 120, 40, 2 * TOP
    days = max(1, len(view.stock))

    def x(day: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - view.first) / days

    ends = view.first + days if view.ends is None else min(view.ends, view.first + days)
    begins = max(view.begins, view.first)
    bottom = top + tall + gap + tall / 2
    parts = [
        bar(x(begins), top, x(ends) - x(begins), bottom - top, ROSE, RED),
        words(min(max(x((begins + ends) / 2), 90), WIDTH - 90), 8, view.name, "middle", RED, bold=True),
    ]
    most = max(view.stock, default=1.0) * 1.05 or 1.0
    stock = f"{view.item}: {say(Message('debrief.shock.stock'))}"
    parts += _panel(view.stock, x, view.first, (top, tall), (0.0, most), (stock, INK, number))
    served = [one for one in view.served if one is not None]
    least = max(0.0, min([0.9, *served]) - 0.04)
    look = (say(Message("debrief.shock.served")), GREEN, percent)
    parts += _panel(view.served, x, view.first, (top + tall + gap, tall / 2), (least, 1.0), look)
    shown = [day for day in marks(view.first + 1, view.first + days, 8) if day > view.first]
    parts += [words(x(day - 0.5), bottom + 14, number(day), "middle") for day in shown]
    return svg(name, bottom + 24, parts)


def _panel(
    values: Sequence[float | None], x: Callable[[float], float], first: int, place: tuple[float, float],
    bounds: tuple[float, float], look: tuple[str, str, Shown],
) -> Iterator[str]:  # fmt: skip
    (top, tall), (low, high), (name, color, shown) = place, bounds, look

    def y(value: float) -> float:
        return top + tall - tall * (value - low) / ((high - low) or 1)

    for mark in marks(low, high, 3):
        yield line((LEFT, y(mark)), (WIDTH - RIGHT, y(mark))) + words(LEFT - 8, y(mark), shown(mark), "end")
    yield words(LEFT, top - 9, name, color=color, bold=True)
    points = [None if one is None else (x(first + k + 0.5), y(one)) for k, one in enumerate(values)]
    for a, b in itertools.pairwise(points):
        if a and b:
            yield line(a, b, color, 2)
