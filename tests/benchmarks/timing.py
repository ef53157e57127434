"""What the benchmarks share: processor time, slopes, and a line of the table of figures."""

import statistics
import time
from collections.abc import Callable, Sequence

import numpy as np

COLUMNS = ("work", "found", "aim", "reach further", "met")


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Median processor time of a piece of work, all threads together."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def slope(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Of the straight line through both on logarithmic scales: 1 where twice the work takes twice the time."""
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0])


def header() -> None:
    """The head of the table, in Markdown."""
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS), flush=True)


def told(work: str, found: float, form: str, aim: float, reach: float | None = None, *, rising: bool = False) -> None:
    """A line of the table; `form` is how figures are written, `rising`: more is better."""
    sign = 1 if rising else -1
    met = [sign * found >= sign * bound for bound in (aim, reach) if bound is not None]
    word = "no" if not met[0] else "reach" if reach is not None and met[1] else "aim"
    bounds = ["" if bound is None else form.format(bound) for bound in (aim, reach)]
    print(f"| {work} | {form.format(found)} | {bounds[0]} | {bounds[1]} | {word} |", flush=True)
