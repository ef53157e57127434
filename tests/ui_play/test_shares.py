"""Shares always make 100, and each is 0 or at least ten."""

from hypothesis import given
from hypothesis import strategies as st

from ui.play.shares import balanced


def test_two_suppliers_mirror_each_other() -> None:
    assert balanced({"a": 70, "b": 30}, "a", 60) == {"a": 60, "b": 40}


def test_a_share_below_ten_snaps() -> None:
    assert balanced({"a": 70, "b": 30}, "a", 4) == {"a": 0, "b": 100}
    assert balanced({"a": 70, "b": 30}, "a", 6) == {"a": 10, "b": 90}
    assert balanced({"a": 70, "b": 30}, "a", 96) == {"a": 100, "b": 0}


def test_the_others_share_in_proportion() -> None:
    # 60 remain for b and c, two to one
    assert balanced({"a": 10, "b": 60, "c": 30}, "a", 40) == {"a": 40, "b": 40, "c": 20}


def test_from_all_to_some_gives_the_rest_to_the_first_other() -> None:
    assert balanced({"a": 100, "b": 0, "c": 0}, "a", 80) == {"a": 80, "b": 20, "c": 0}


def test_a_single_supplier_keeps_all() -> None:
    assert balanced({"a": 100}, "a", 20) == {"a": 100}


@given(st.lists(st.integers(10, 100), min_size=2, max_size=5), st.integers(-50, 150), st.integers(0, 4))
def test_sum_and_least(weights: list[int], value: int, moved: int) -> None:
    names = [f"s{i}" for i in range(len(weights))]
    start = dict.fromkeys(names, 0) | {"s0": 100}
    for name, weight in zip(names, weights, strict=True):
        start = balanced(start, name, weight)
    shares = balanced(start, names[moved % len(names)], value)
    assert list(shares) == names
    assert sum(shares.values()) == 100
    assert all(share == 0 or share >= 10 for share in shares.values())
