"""Two strangers simulate the four-stage chain: the same periods on given demand, the same means on random demand."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from tests.peers.chain import here, in_simpy, in_stockpyl

Peer = Callable[[Sequence[int], Sequence[int]], np.ndarray]
PEERS: dict[str, Peer] = {"SimPy": in_simpy, "stockpyl": in_stockpyl}
TIGHT, AMPLE = (24, 26, 28, 22), (60, 60, 60, 60)
PERIODS, RUNS = 300, 12
WARM_UP = 50


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize("levels", [TIGHT, AMPLE])
def test_equal_on_demand_that_steps_up(name: str, levels: tuple[int, ...]) -> None:
    """4 a period, 8 from the twentieth on: every stage, every period."""
    ours = here({"pattern": "step", "units": 4, "then": 8, "day": 20}, levels, 100, 1)[:, :, 0]
    theirs = PEERS[name]([4] * 19 + [8] * 81, levels)
    assert np.array_equal(ours, theirs)


@pytest.mark.parametrize("name", PEERS)
def test_equal_means_on_random_demand(name: str) -> None:
    """Poisson 6 from their own luck: mean stock and mean backorders of each stage within 3.5 standard errors."""
    luck = np.random.default_rng(7)
    theirs = [PEERS[name](luck.poisson(6, PERIODS).tolist(), TIGHT)[WARM_UP:] for _ in range(RUNS)]
    ours = here({"pattern": "poisson", "mean": 6}, TIGHT, PERIODS, 200)[WARM_UP:]
    for part in (np.maximum, np.minimum):
        means = np.array([part(run, 0).mean(axis=0) for run in theirs])
        error = np.hypot(
            means.std(axis=0, ddof=1) / np.sqrt(RUNS), part(ours, 0).mean(axis=0).std(axis=1) / np.sqrt(200)
        )
        assert (np.abs(part(ours, 0).mean(axis=(0, 2)) - means.mean(axis=0)) <= 3.5 * error + 1e-9).all()
