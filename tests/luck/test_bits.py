"""The raw bits: the generator's published vectors, our own addresses, and that nothing moves a word."""

import hashlib

import numpy as np
import pytest

from game import luck

# Known answers of Philox4x64-10, as published with Random123 (Salmon, Moraes, Dror, Shaw, 2011).
KNOWN = [
    (
        (0, 0),
        (0, 0, 0, 0),
        (0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B, 0x7E68B68AEC7BA23B),
    ),
]
MASK = (1 << 64) - 1


def philox(key: tuple[int, int], counter: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Philox4x64-10 in plain arithmetic, from the paper: ten rounds of two 128-bit products."""
    (k0, k1), (a, b, c, d) = key, counter
    for _ in range(10):
        first, second = 0xD2E7470EE14C6C93 * a, 0xCA5A826395121157 * c
        a, b, c, d = (second >> 64) ^ b ^ k0, second & MASK, (first >> 64) ^ d ^ k1, first & MASK
        k0, k1 = (k0 + 0x9E3779B97F4A7C15) & MASK, (k1 + 0xBB67AE8584CAA73B) & MASK
    return a, b, c, d


@pytest.mark.parametrize(("key", "counter", "answer"), KNOWN)
def test_numpy_and_the_paper_give_the_published_answer(key, counter, answer) -> None:
    assert philox(key, counter) == answer
    before = (sum(word << 64 * k for k, word in enumerate(counter)) - 1) % (1 << 256)
    bits = np.random.Philox(
        key=np.array(key, dtype=np.uint64),
        counter=np.array([before >> 64 * k & MASK for k in range(4)], dtype=np.uint64),
    )
    assert tuple(int(word) for word in bits.random_raw(4)) == answer


@pytest.mark.parametrize(("count", "future"), [(1, 0), (10, 0), (10, 3), (8, 2), (91, 1)])
def test_words_stand_where_the_recipe_puts_them(count: int, future: int) -> None:
    name = b"milkrun/1, first-cards, 7, demand shop"
    key = hashlib.blake2b(name, digest_size=16).digest()
    pair = (int.from_bytes(key[:8], "little"), int.from_bytes(key[8:], "little"))
    blocks = -(-count // 4)
    expected = [philox(pair, (future * blocks + t // 4 + 1, 0, 0, 0))[t % 4] for t in range(count)]
    assert luck.words("first-cards", 7, "demand shop", count, future).tolist() == expected


def test_more_periods_do_not_change_the_first() -> None:
    assert (luck.words("a", 1, "s", 40)[:13] == luck.words("a", 1, "s", 13)).all()


def test_futures_do_not_overlap() -> None:
    words = np.concatenate([luck.words("a", 1, "s", 10, future) for future in range(50)])
    assert len(set(words.tolist())) == 500


@pytest.mark.parametrize("other", [("b", 1, "s"), ("a", 2, "s"), ("a", 1, "t"), ("a", -1, "s")])
def test_level_seed_and_stream_each_matter(other: tuple[str, int, str]) -> None:
    assert not (luck.words("a", 1, "s", 64) == luck.words(*other, 64)).any()


def test_a_block_is_its_seeds_side_by_side() -> None:
    block = luck.block("a", [5, 0, 5], "s", 9)
    assert block.shape == (9, 3)
    for column, seed in enumerate([5, 0, 5]):
        assert (block[:, column] == luck.words("a", seed, "s", 9)).all()


def test_fields_cover_the_word_without_overlap() -> None:
    word = np.array([0xABCDEF_12345_6789A], dtype=np.uint64)
    assert luck.cut(word, luck.FIRST).tolist() == [0xABCDEF]
    assert luck.cut(word, luck.MIDDLE).tolist() == [0x12345]
    assert luck.cut(word, luck.LAST).tolist() == [0x6789A]
    assert luck.cut(word, luck.SECOND).tolist() == [0x123456]
    assert luck.cut(word, luck.FIRST).dtype == np.int64


def test_thresholds_and_choices() -> None:
    assert luck.threshold(1.0) == 2**24
    assert luck.threshold(0.25) == 2**22
    ends = np.array([0, 2**24 - 1])
    assert luck.choose(ends, 7).tolist() == [0, 6]
    every = luck.choose(np.arange(2**24), 3)
    assert np.bincount(every).tolist() == [5592406, 5592405, 5592405]
