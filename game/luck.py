"""Luck: raw bits at fixed addresses, and tables that turn bits into numbers. Nothing else touches random bits.

The word of period t in a stream is a function of (level, seed, stream, t) alone (Philox4x64-10, counter-based),
so that no decision and no other draw moves it. Entities cut a word into fields. A field of 24 bits becomes a
number by a table of whole-number thresholds: `poisson(4.0).draw(cut(words, FIRST))`.

Tables are the same on every machine: they come from + - * / in a fixed order, and exp and ln of `decimal`,
which are correctly rounded.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np

BITS = 24
ONE = 1 << BITS
NOTHING = 2.0 ** -(BITS + 2)
_EXACT = Context(prec=28)
_HALF_LN_2PI = Decimal("0.9189385332046727417803297364")
_SQRT_2PI = 2.5066282746310002
TABLES = 512
SEEDS = 10**9
WORD, LANES = 64, 4
"""Bits of a word, and words of a counter."""
BESIDE, MANY, STREAMS = 64, 1 << 11, 128
"""Streams side by side in the processor's cache; draws from which a guide to a table pays; streams whose keys stay."""


class Field(NamedTuple):
    """Bits of a word: `width` of them, `shift` bits from the right."""

    shift: int
    width: int


FIRST = Field(40, 24)
SECOND = Field(16, 24)
MIDDLE = Field(20, 20)
LAST = Field(0, 20)


def fresh_seed(met: Container[int]) -> int:
    """A seed below 10**9 that was not met before; the one thing here that no one can foresee."""
    while (seed := secrets.randbelow(SEEDS)) in met:
        pass
    return seed


def words(level_id: str, seed: int, stream: str, count: int, future: int = 0) -> np.ndarray:
    """`uint64[count]`: the words of periods 0 to count - 1 in a stream.

    Word t of future f is lane t % 4 of counter f * ceil(count / 4) + t // 4 + 1 (numpy counts up before the
    first block). Future 0 does not depend on `count`.
    """
    return block(level_id, (seed,), stream, count, future * -(-count // LANES) * LANES)[:, 0]


def block(level_id: str, seeds: Sequence[int], stream: str, count: int, first: int = 0) -> np.ndarray:
    """`uint64[count, seed]`: the words of periods `first` to `first + count - 1` of a stream for several seeds."""
    bits, before = np.random.Philox(key=0), first % LANES
    place: Any = bits.state
    place["buffer"], counter = [0] * LANES, [first // LANES, 0, 0, 0]
    result = np.empty((count, len(seeds)), dtype=np.uint64)
    rows = np.empty((min(BESIDE, len(seeds)), count), dtype=np.uint64)
    keys = _keys(level_id, tuple(seeds), stream)
    for start in range(0, len(keys), BESIDE):
        some: list[list[int]] = keys[start : start + BESIDE].tolist()
        for row, key in zip(rows, some, strict=False):
            place["state"] = {"counter": counter, "key": key}
            bits.state = place
            row[:] = bits.random_raw(before + count)[before:]
        result[:, start : start + len(some)] = rows[: len(some)].T
    return result


@lru_cache(STREAMS)
def _keys(level_id: str, seeds: tuple[int, ...], stream: str) -> np.ndarray:
    """Two words for each seed: what tells one stream from all others; kept, for long runs are drawn in parts."""
    names = (f"milkrun/1, {level_id}, {seed}, {stream}".encode() for seed in seeds)
    found = b"".join(hashlib.blake2b(name, digest_size=16).digest() for name in names)
    return np.frombuffer(found, dtype="<u8").reshape(-1, 2)


def cut(source: np.ndarray, field: Field) -> np.ndarray:
    """A field of each word as `int64` from 0 to 2**width - 1."""
    found = source >> np.uint64(field.shift) if field.shift else source
    if field.shift + field.width < WORD:
        found = found & np.uint64((1 << field.width) - 1)
    return found.view(np.int64)


def threshold(probability: float) -> int:
    """The number of 24 bits below which an event of this probability happens."""
    return int(probability * ONE + 0.5)


def choose(bits: np.ndarray, count: int) -> np.ndarray:
    """One of 0 to count - 1, equally likely, from fields of 24 bits."""
    return bits * count >> BITS


@dataclass(frozen=True, eq=False)
class Table:
    """A distribution of whole numbers: value `low + i` has the weight `steps[i] - steps[i - 1]` of 2**24.

    `steps` are increasing cumulative weights without the last, 2**24 itself.
    """

    low: int
    steps: np.ndarray

    @property
    def high(self) -> int:
        """The largest value."""
        return self.low + len(self.steps)

    def draw(self, bits: np.ndarray) -> np.ndarray:
        """Values `int64` of fields of 24 bits, of any shape; more bits never give a smaller value."""
        if bits.ndim == 0 or (bits.size < MANY and "_guide" not in vars(self)):
            return self.low + np.searchsorted(self.steps, bits, side="right").astype(np.int64, copy=False)
        shift, guide = self._guide
        values: np.ndarray = guide[bits >> shift]
        unclear = values < self.low
        values[unclear] = self.low + np.searchsorted(self.steps, bits[unclear], side="right")
        return values

    @cached_property
    def _guide(self) -> tuple[int, np.ndarray]:
        """For many draws: values by the first bits, below `low` where these do not tell, and the bits left over."""
        shift = 12 if len(self.steps) < 256 else 8
        starts = np.arange(ONE >> shift) << shift
        cells = np.searchsorted(self.steps, starts, side="right")
        following = np.append(self.steps, ONE)[cells]
        return shift, self.low + np.where(following >= starts + (1 << shift), cells, -1)

    @property
    def weights(self) -> list[int]:
        """Weights of the values from `low` to `high`; together 2**24."""
        edges = [0, *self.steps.tolist(), ONE]
        return [after - before for before, after in pairwise(edges)]

    @property
    def mean(self) -> float:
        """The mean of the table itself, exact."""
        return self.low + int((ONE - self.steps).sum()) / ONE


def _table(low: int, cumulative: Iterable[float]) -> Table:
    """From P(value <= low), P(value <= low + 1), ... up to almost 1; values without weight at the ends are left out."""
    steps = [int(share * ONE + 0.5) for share in cumulative]
    empty = sum(step == 0 for step in steps)
    kept = np.array([step for step in steps if 0 < step < ONE], dtype=np.int64)
    kept.flags.writeable = False
    return Table(low + empty, kept)


def from_weights(low: int, weights: Sequence[float]) -> Table:
    """The table of values from `low` on whose weights, up to almost all, are given up to a common factor."""
    sums = list(accumulate(weights))
    return _table(low, (part / sums[-1] for part in sums))


def between(mean: float) -> Table:
    """The two whole numbers around a mean (one when it is whole), weighted so that the mean is right."""
    exact = Fraction(repr(float(mean)))
    low = exact.numerator // exact.denominator
    return _table(low, [float(1 - (exact - low))])


@lru_cache(TABLES)
def poisson(mean: float) -> Table:
    """Poisson: weights by ratios from the mode, w(n + 1) = w(n) * mean / (n + 1)."""
    mode = int(mean)
    above, below = [1.0], [1.0]
    while above[-1] > NOTHING**2:
        above.append(above[-1] * mean / (mode + len(above)))
    while below[-1] > NOTHING**2 and len(below) <= mode:
        below.append(below[-1] * (mode + 1 - len(below)) / mean)
    return from_weights(mode + 1 - len(below), [*reversed(below[1:]), *above])


@lru_cache(TABLES)
def geometric(mean: float) -> Table:
    """Geometric on 1, 2, ... with this mean (below 1: always 1): P(n) = (1 - 1/mean)**(n - 1) / mean."""
    stay = 1 - 1 / max(1.0, mean)
    left = [stay]
    while left[-1] > NOTHING:
        left.append(left[-1] * stay)
    return _table(1, (1 - share for share in left))


@lru_cache(TABLES)
def normal(mean: float, sd: float, low: int = 0) -> Table:
    """Normal, rounded to whole numbers; what falls below `low` is `low`, all moved so that the mean is right."""
    if mean <= low:
        return between(low)
    if sd < 0.05:
        return between(mean)
    return _with_mean(mean, mean - 40 * sd, low, sd, lambda centre: lambda x: _normal_share((x - centre) / sd))


@lru_cache(TABLES)
def gamma(mean: float, cv: float, low: int = 0) -> Table:
    """Gamma (cv = sd / mean; 1 is exponential), rounded to whole numbers; what falls below `low` is `low`, and the
    rest is scaled so that the mean is right. Below a cv of 0.02 it is the normal, which it then resembles.
    """
    if cv < 0.02 or mean <= low:
        return normal(mean, mean * cv, low)
    shape = 1 / (cv * cv)
    log_factorial = _log_factorial(shape)
    return _with_mean(mean, 0.0, low, mean * cv, lambda m: lambda x: _gamma_share(shape, log_factorial, x * shape / m))


Share = Callable[[float], float]


def _with_mean(mean: float, least: float, low: int, sd: float, family: Callable[[float], Share]) -> Table:
    """The rounded distribution of a family whose table has this mean: secant steps kept inside a bracket.

    `family(m)` is the continuous distribution function with mean m > `least`; cut off at `low` its mean is too large.
    """
    most = mean + sd + 1
    guess, slope, last = mean, 1.0, (mean, mean)
    for _ in range(60):
        start, sums = _rounded(family(guess), guess, low, sd)
        found = start + total(1 - share for share in sums)
        if abs(found - mean) <= 1e-5 * mean:
            break
        least, most = (least, guess) if found > mean else (guess, most)
        if guess != last[0] and found != last[1]:
            slope = (found - last[1]) / (guess - last[0])
        last = (guess, found)
        guess += (mean - found) / slope
        guess = guess if least < guess < most else (least + most) / 2
    return _table(start, sums)


def _rounded(share: Share, centre: float, low: int, sd: float) -> tuple[int, list[float]]:
    """The first value and F(value + 1/2) for it and all that follow; wide ones linear between knots sd / 32 apart."""
    start = max(low, int(centre - 9 * sd))
    sums = [share(start + 0.5)]
    while sums[-1] < 1 - NOTHING:
        step = max(1, min(int(sd / 32), len(sums) // 16))
        before, after = sums[-1], share(start + len(sums) - 0.5 + step)
        sums += [before + (after - before) * k / step for k in range(1, step + 1)]
    return start, sums


def total(values: Iterable[float]) -> float:
    """Plain addition from left to right (the built-in `sum` adds otherwise from Python 3.12 on)."""
    return deque(accumulate(values, initial=0.0), maxlen=1).pop()


def _normal_share(z: float) -> float:
    """P(Z <= z) of the standard normal: 1/2 + density * (z + z^3/3 + z^5/(3*5) + ...)."""
    if abs(z) > 7:
        return float(z > 0)
    term = total = z
    order = 1
    while abs(term) > 1e-17 * abs(total):
        order += 2
        term *= z * z / order
        total += term
    return 0.5 + total * float(_EXACT.exp(Decimal(-z * z / 2))) / _SQRT_2PI


def _gamma_share(shape: float, log_factorial: Decimal, z: float) -> float:
    """P(X <= z) of the gamma with scale 1: z^a e^-z / a! * (1 + z/(a + 1) + z^2/((a + 1)(a + 2)) + ...)."""
    if z <= 0:
        return 0.0
    term = total = 1.0
    order = shape
    while term > 1e-17 * total:
        order += 1
        term *= z / order
        total += term
    exact = Decimal(z)
    log = _EXACT.subtract(_EXACT.multiply(Decimal(shape), _EXACT.ln(exact)), _EXACT.add(exact, log_factorial))
    return min(1.0, float(_EXACT.exp(log)) * total)


def _log_factorial(shape: float) -> Decimal:
    """ln(a!) = ln Gamma(a + 1): Stirling's series at a + 1 + n >= 40, less the logarithm of what lies between."""
    x, between_them = Decimal(shape) + 1, Decimal(1)
    with localcontext(_EXACT) as exact:
        while x < 40:
            between_them *= x
            x += 1
        series = 1 / (12 * x) - 1 / (360 * x**3) + 1 / (1260 * x**5) - 1 / (1680 * x**7)
        log = exact.ln(x)
        return (x - Decimal("0.5")) * log - x + _HALF_LN_2PI + series - exact.ln(between_them)
