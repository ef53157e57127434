"""Where things stand on the floor: columns by depth of the flow, few crossings, even rows. Pure, no Qt.

The depth of a thing is the longest way to it from a supplier; what is only sold stands just before the
customers. Within a column the order comes from barycentre sweeps and swaps, the heights from isotonic
regression towards the neighbours (each thing wants to be level with what it is linked to).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Key = tuple[str, str]
Pair = tuple[Key, Key]
Columns = list[list[Key]]
SWEEPS = 12
ROOMY = 3


@dataclass(frozen=True)
class Thing:
    """What is to be placed; sizes in pixels at scale 1, `place` the author's (column, row)."""

    key: Key
    kind: Literal["supplier", "item", "station", "stream"]
    width: float
    wanted: float
    least: float
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Box:
    """A rectangle of the floor."""

    x: float
    y: float
    w: float
    h: float

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return self.y + self.h / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h


@dataclass(frozen=True)
class Layout:
    """The columns from left to right, and a box for each thing."""

    columns: tuple[tuple[Key, ...], ...]
    boxes: Mapping[Key, Box]


@dataclass(frozen=True)
class Room:
    """The space at hand: its size, and the least gaps between columns (after the first wider) and rows."""

    width: float
    height: float
    first_gap: float
    gap: float
    row_gap: float
    last_gap: float
    stretch: float = 1.25


def arrange(things: Sequence[Thing], links: Sequence[Pair], room: Room) -> Layout:
    """Place all things in the room; the same input gives the same picture."""
    by_key = {thing.key: thing for thing in things}
    pairs = [pair for pair in links if pair[0] in by_key and pair[1] in by_key]
    columns = _pinned(fold(ordered(_layers(things, pairs), pairs), by_key, room), by_key)
    across = _across(columns, by_key, room)
    heights = {key: height for column in columns for key, height in _heights(column, by_key, room).items()}
    middles = _middles(columns, pairs, heights, room)
    boxes = {
        key: Box(x, middles[key] - heights[key] / 2, width, heights[key])
        for column, (x, width) in zip(columns, across, strict=True)
        for key in column
    }
    return Layout(tuple(map(tuple, columns)), boxes)


def depths(things: Sequence[Thing], links: Sequence[Pair]) -> dict[Key, int]:
    """Longest way from a supplier, suppliers 0; a circle of links is cut where it closes."""
    sources: dict[Key, list[Key]] = {thing.key: [] for thing in things}
    for source, target in links:
        sources[target].append(source)
    found: dict[Key, int] = {thing.key: 0 for thing in things if thing.kind == "supplier"}

    def depth(key: Key, above: frozenset[Key]) -> int:
        if key not in found:
            before = [depth(source, above | {key}) for source in sources[key] if source not in above | {key}]
            found[key] = 1 + max(before, default=0)
        return found[key]

    return {thing.key: depth(thing.key, frozenset()) for thing in things}


def _layers(things: Sequence[Thing], links: Sequence[Pair]) -> Columns:
    depth = depths(things, links)
    streams = {thing.key for thing in things if thing.kind == "stream"}
    last = 1 + max((depth[thing.key] for thing in things if thing.key not in streams), default=0)
    for thing in things:
        targets = [target for source, target in links if source == thing.key]
        if thing.key in streams:
            depth[thing.key] = last
        elif thing.kind == "item" and targets and all(target in streams for target in targets):
            depth[thing.key] = max(1, last - 1)
    layers = [[thing.key for thing in things if depth[thing.key] == level] for level in range(last + 1)]
    return [layer for layer in layers if layer]


def crossings(columns: Sequence[Sequence[Key]], links: Sequence[Pair]) -> int:
    """How many pairs of links between the same two columns cross."""
    at = {key: (c, row) for c, column in enumerate(columns) for row, key in enumerate(column)}
    spots = [(at[a], at[b]) for a, b in links]
    return sum(
        1
        for i, ((ca, ra), (cb, rb)) in enumerate(spots)
        for (cc, rc), (cd, rd) in spots[:i]
        if ca == cc and cb == cd and (ra - rc) * (rb - rd) < 0
    )


def ordered(columns: Columns, links: Sequence[Pair]) -> Columns:
    """The columns in an order with few crossings: barycentre sweeps to and fro, then swaps of neighbours."""
    best, least = [list(column) for column in columns], crossings(columns, links)
    now = [list(column) for column in columns]
    for sweep in range(SWEEPS):
        if not least:
            break
        _sweep(now, links, forward=sweep % 2 == 0)
        count = crossings(now, links)
        if count < least:
            best, least = [list(column) for column in now], count
    return _swapped(best, links)


def _sweep(columns: Columns, links: Sequence[Pair], forward: bool) -> None:
    for column in columns if forward else reversed(columns):
        at = {key: row / max(1, len(other) - 1) for other in columns for row, key in enumerate(other)}
        sides = [(b, a) for a, b in links] if forward else [(a, b) for a, b in links]
        wish = {key: [at[end] for own, end in sides if own == key] for key in column}
        column.sort(key=lambda key: sum(wish[key]) / len(wish[key]) if wish[key] else at[key])


def _swapped(columns: Columns, links: Sequence[Pair]) -> Columns:
    least = crossings(columns, links)
    better = True
    while better and least:
        better = False
        for column in columns:
            for row in range(len(column) - 1):
                column[row], column[row + 1] = column[row + 1], column[row]
                count = crossings(columns, links)
                if count < least:
                    least, better = count, True
                else:
                    column[row], column[row + 1] = column[row + 1], column[row]
    return columns


def fold(columns: Columns, by_key: Mapping[Key, Thing], room: Room) -> Columns:
    """Stack the middle (stations and what waits between them) while the width is short.

    All of it in one column where the height allows, else neighbours two by two.
    """
    columns = [list(column) for column in columns]
    while sum([*_widths(columns, by_key), *_gaps(columns, room)]) > room.width:
        middle = _middle(columns)
        if len(middle) < 2:
            break
        whole = [key for c in middle for key in columns[c]]
        if _least(whole, by_key, room) <= room.height:
            columns[middle[0] : middle[-1] + 1] = [whole]
            break
        c = min(middle[:-1], key=lambda c: _least(columns[c] + columns[c + 1], by_key, room))
        columns[c : c + 2] = [columns[c] + columns[c + 1]]
    return columns


def _least(keys: Sequence[Key], by_key: Mapping[Key, Thing], room: Room) -> float:
    """Height that things take at half their reserve, so that they stay readable."""
    sizes = ((by_key[key].least + by_key[key].wanted) / 2 for key in keys)
    return sum(sizes) + room.row_gap * (len(keys) - 1)


def _middle(columns: Columns) -> list[int]:
    """Columns that may be stacked: from the third to the one before the goods for sale."""
    return list(range(2, len(columns) - 2))


def _widths(columns: Columns, by_key: Mapping[Key, Thing]) -> list[float]:
    return [max(by_key[key].width for key in column) for column in columns]


def _gaps(columns: Columns, room: Room) -> list[float]:
    last = len(columns) - 2
    return [room.first_gap if c == 0 else room.last_gap if c == last else room.gap for c in range(last + 1)]


def _pinned(columns: Columns, by_key: Mapping[Key, Thing]) -> Columns:
    places = {key: thing.place for key, thing in by_key.items() if thing.place is not None}
    rows = [[key for key in column if key not in places] for column in columns]
    for key, (column, row) in sorted(places.items(), key=lambda entry: entry[1][1]):
        target = rows[min(len(rows) - 1, max(0, round(column)))]
        target.insert(min(len(target), max(0, round(row))), key)
    return [column for column in rows if column]


def _across(columns: Columns, by_key: Mapping[Key, Thing], room: Room) -> list[tuple[float, float]]:
    """Left edge and width of each column: things grow a little, gaps take the rest."""
    widths, gaps = _widths(columns, by_key), _gaps(columns, room)
    spare = room.width - sum(widths) - sum(gaps)
    grow = min(room.stretch, 1 + max(0.0, spare / 2) / sum(widths))
    shrink = min(1.0, (room.width - sum(gaps)) / sum(widths))
    widths = [width * max(shrink, 0.1) * (grow if spare > 0 else 1.0) for width in widths]
    rest = max(0.0, room.width - sum(widths) - sum(gaps)) / max(1, len(gaps))
    edges, x = [], 0.0
    for width, gap in zip(widths, [*gaps, 0.0], strict=True):
        edges.append((x, width))
        x += width + gap + rest
    return edges


def _heights(column: Sequence[Key], by_key: Mapping[Key, Thing], room: Room) -> dict[Key, float]:
    """The heights wanted, or so much less that the column fits, each shrinking in proportion to its reserve."""
    free = room.height - room.row_gap * (len(column) - 1)
    wanted, least = (sum(getattr(by_key[key], name) for key in column) for name in ("wanted", "least"))
    share = 1.0 if wanted <= free else max(0.0, free - least) / max(1e-9, wanted - least)
    squeeze = min(1.0, free / least) if share == 0 else 1.0
    return {key: squeeze * (by_key[key].least + share * (by_key[key].wanted - by_key[key].least)) for key in column}


def _middles(columns: Columns, links: Sequence[Pair], heights: Mapping[Key, float], room: Room) -> dict[Key, float]:
    """Heights of the centres: the fullest column is spread evenly, the others are level with it, stacks over all."""
    fill = [_fill(column, heights, room) for column in columns]
    anchor = fill.index(max(fill))
    middles = _even(columns[anchor], heights, room)
    order = [*range(anchor - 1, -1, -1), *range(anchor + 1, len(columns))]
    for c in order:
        even = _even(columns[c], heights, room)
        wishes = [_wish(key, links, middles, even[key]) for key in columns[c]]
        sizes = [heights[key] for key in columns[c]]
        gaps = len(sizes) + (1 if len({kind for kind, _ in columns[c]}) == 1 else -1)
        middles |= dict(zip(columns[c], _apart(wishes, sizes, room, gaps), strict=True))
    return middles


def _fill(column: Sequence[Key], heights: Mapping[Key, float], room: Room) -> float:
    """How full a column is; one with stations sets the tone only when it is nearly full."""
    share = sum(heights[key] + room.row_gap for key in column) / room.height
    return share / 2 if share < 0.85 and any(key[0] == "station" for key in column) else share


def _wish(key: Key, links: Sequence[Pair], middles: Mapping[Key, float], even: float) -> float:
    """The mean height of the neighbours that stand already, else the even place."""
    others = [middles[b] for a, b in links if a == key and b in middles]
    others += [middles[a] for a, b in links if b == key and a in middles]
    return sum(others) / len(others) if others else even


def _even(column: Sequence[Key], heights: Mapping[Key, float], room: Room) -> dict[Key, float]:
    space = (room.height - sum(heights[key] for key in column)) / len(column)
    placed, y = {}, space / 2
    for key in column:
        placed[key] = y + heights[key] / 2
        y += heights[key] + space
    return placed


def _apart(wishes: Sequence[float], heights: Sequence[float], room: Room, gaps: int) -> list[float]:
    """The nearest centres to the wishes that keep order, gaps and the room's edges (pool adjacent violators)."""
    free = (room.height - sum(heights)) / gaps
    gap = min(max(room.row_gap, free), ROOMY * room.row_gap)
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + gap)
    blocks: list[list[float]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        blocks.append([wish - offset, 1.0])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value, count = blocks.pop()
            total = blocks[-1][1] + count
            blocks[-1] = [(blocks[-1][0] * blocks[-1][1] + value * count) / total, total]
    flat = [value for value, count in blocks for _ in range(int(count))]
    low, high = heights[0] / 2, room.height - heights[-1] / 2 - offsets[-1]
    return [min(max(value, low), max(low, high)) + offset for value, offset in zip(flat, offsets, strict=True)]
