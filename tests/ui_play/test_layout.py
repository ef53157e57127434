"""The automatic layout: columns by depth, few crossings, nothing overlaps, everything inside the room."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.play.layout import Box, Key, Room, Thing, arrange, crossings, depths, fold, ordered

ROOM = Room(width=900, height=400, first_gap=60, gap=40, row_gap=8, last_gap=40)


def thing(kind: str, name: str, **more: float | tuple[float, float]) -> Thing:
    sizes = {"width": 120, "wanted": 90, "least": 24} | more
    return Thing((kind, name), kind, **sizes)  # type: ignore[arg-type]


def chain(names: str) -> list[tuple[Key, Key]]:
    """Links from a text such as `supplier:a>item:b item:b>stream:c`."""
    ends = [tuple(end.split(":")) for link in names.split() for end in link.split(">")]
    return list(zip(ends[::2], ends[1::2], strict=True))  # type: ignore[arg-type]


def plant(parts: int, products: int, seed: int) -> tuple[list[Thing], list[tuple[Key, Key]]]:
    """A plant of `parts` bought items, two stations in a row and `products` sold items."""
    luck = random.Random(seed)
    suppliers = [thing("supplier", f"s{i}") for i in range(max(1, parts // 2))]
    bought = [thing("item", f"p{i}") for i in range(parts)]
    made = [thing("item", f"m{i}") for i in range(products)]
    stations = [thing("station", f"w{i}") for i in range(2)]
    streams = [thing("stream", f"c{i}") for i in range(products)]
    links = [(luck.choice(suppliers).key, item.key) for item in bought]
    links += [(item.key, luck.choice(stations).key) for item in bought]
    links += [(luck.choice(stations).key, item.key) for item in made]
    links += [(item.key, stream.key) for item, stream in zip(made, streams, strict=True)]
    return [*suppliers, *bought, *stations, *made, *streams], links


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right - 1e-6 and b.x < a.right - 1e-6 and a.y < b.bottom - 1e-6 and b.y < a.bottom - 1e-6


def test_depth_is_the_longest_way() -> None:
    things = [
        thing("supplier", "s"),
        thing("item", "a"),
        thing("station", "w"),
        thing("item", "b"),
        thing("stream", "c"),
    ]
    links = chain("supplier:s>item:a item:a>station:w station:w>item:b item:b>stream:c supplier:s>item:b")
    assert depths(things, links) == {
        ("supplier", "s"): 0,
        ("item", "a"): 1,
        ("station", "w"): 2,
        ("item", "b"): 3,
        ("stream", "c"): 4,
    }


def test_a_circle_does_not_hang() -> None:
    things = [thing("item", "a"), thing("item", "b")]
    found = depths(things, chain("item:a>item:b item:b>item:a"))
    assert set(found.values()) <= {1, 2, 3}


def test_sold_items_stand_before_the_customers_at_any_depth() -> None:
    things = [thing("supplier", "s"), thing("item", "spare"), thing("item", "part"), thing("station", "w"),
              thing("item", "bike"), thing("stream", "x"), thing("stream", "y")]  # fmt: skip
    links = chain(
        "supplier:s>item:spare supplier:s>item:part item:part>station:w station:w>item:bike "
        "item:bike>stream:x item:spare>stream:y"
    )
    columns = arrange(things, links, Room(2000, 400, 60, 40, 8, 40)).columns
    assert set(columns[-2]) == {("item", "spare"), ("item", "bike")}
    assert columns[0] == (("supplier", "s"),)


def test_two_crossed_links_are_uncrossed() -> None:
    columns = [[("item", "a"), ("item", "b")], [("station", "y"), ("station", "x")]]
    links = chain("item:a>station:x item:b>station:y")
    assert crossings(columns, links) == 1
    assert crossings(ordered(columns, links), links) == 0


@given(st.integers(1, 9), st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_ordering_never_adds_crossings_and_keeps_all(size: int, seed: int) -> None:
    luck = random.Random(seed)
    left = [("item", f"a{i}") for i in range(size)]
    right = [("station", f"b{i}") for i in range(size)]
    links = [(luck.choice(left), luck.choice(right)) for _ in range(2 * size)]
    before = crossings([left, right], links)
    after = ordered([list(left), list(right)], links)
    assert crossings(after, links) <= before
    assert [sorted(column) for column in after] == [sorted(left), sorted(right)]


@given(st.integers(1, 16), st.integers(1, 8), st.integers(0, 999), st.sampled_from([(850, 380), (1500, 760)]))
@settings(max_examples=60, deadline=None)
def test_nothing_overlaps_and_all_is_inside(parts: int, products: int, seed: int, size: tuple[int, int]) -> None:
    things, links = plant(parts, products, seed)
    room = Room(*size, 60, 30, 6, 20)
    boxes = arrange(things, links, room).boxes
    assert set(boxes) == {one.key for one in things}
    assert not any(overlap(a, b) for a, b in combinations(boxes.values(), 2))
    for box in boxes.values():
        assert box.x >= -1e-6 and box.right <= room.width + 1e-6
        assert box.y >= -1e-6 and box.bottom <= room.height + 1e-6


def test_same_input_same_picture() -> None:
    things, links = plant(12, 6, 3)
    assert arrange(things, links, ROOM) == arrange(things, links, ROOM)


def test_heights_shrink_only_when_they_must() -> None:
    few = [thing("item", f"i{n}") for n in range(4)]
    boxes = arrange(few, [], ROOM).boxes.values()
    assert {box.h for box in boxes} == {90.0}
    many = [thing("item", f"i{n}") for n in range(8)]
    boxes = arrange(many, [], ROOM).boxes.values()
    # 400 high less 7 gaps of 8 leaves 344, 43 each
    assert {round(box.h, 6) for box in boxes} == {43.0}


def test_middle_columns_are_stacked_when_the_width_is_short() -> None:
    keys: list[list[Key]] = [[("supplier", "s")], [("item", "a")], [("station", "w")], [("item", "frame")],
                             [("station", "x")], [("item", "bike")], [("stream", "c")]]  # fmt: skip
    by_key = {key: thing(*key) for column in keys for key in column}
    # 7 columns of 120, a gap of 60 and five of 40 need 1,100
    assert fold(keys, by_key, Room(1100, 400, 60, 40, 8, 40)) == keys
    folded = fold(keys, by_key, Room(900, 400, 60, 40, 8, 40))
    assert folded[2] == [("station", "w"), ("item", "frame"), ("station", "x")]
    assert [folded[0], folded[1], folded[-2], folded[-1]] == [keys[0], keys[1], keys[-2], keys[-1]]


def test_places_of_the_author_win() -> None:
    things = [
        thing("item", "a"),
        thing("item", "b", place=(0.0, 0.0)),
        thing("stream", "c", place=(1.0, 0.0)),
    ]
    columns = arrange(things, chain("item:a>stream:c item:b>stream:c"), ROOM).columns
    assert columns == ((("item", "b"), ("item", "a")), (("stream", "c"),))


def test_linked_things_are_level_where_there_is_room() -> None:
    things = [
        thing("supplier", "s"),
        thing("item", "a"),
        thing("item", "b"),
        thing("stream", "x"),
        thing("stream", "y"),
    ]
    links = chain("supplier:s>item:a supplier:s>item:b item:a>stream:x item:b>stream:y")
    boxes = arrange(things, links, ROOM).boxes
    assert boxes["item", "a"].middle == pytest.approx(boxes["stream", "x"].middle)
    assert boxes["supplier", "s"].middle == pytest.approx(
        (boxes["item", "a"].middle + boxes["item", "b"].middle) / 2, abs=1
    )
