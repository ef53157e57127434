"""A pool whose workers are those of a Dask cluster that somebody else runs.

    with Cluster("tcp://192.0.2.7:8786", passport) as pool:
        results = pool.map(square, [(n,) for n in range(10)])

The same jobs give the same results as in a `Pool`, also when workers come, go or die meanwhile: Dask gives their jobs
to others. Needs the package `distributed` (the extra `cluster`), which is imported only here and only when asked for.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal

from game.jobs.job import Job, WorkerLost, finish
from game.jobs.pool import Pool

Reason = Literal["missing", "unreachable", "empty", "foreign"]
PATIENCE = 10.0
"""Seconds after which a scheduler that does not answer is given up."""
NEVER = 0.005
"""Seconds that a look takes which does not want to wait."""


class ClusterError(Exception):
    """Why a cluster cannot be used.

    missing: the package is not installed; unreachable: nothing answers at the address; empty: it has no workers;
    foreign: a worker has no game, or another version of it.
    """

    def __init__(self, reason: Reason, address: str, detail: str = "") -> None:
        super().__init__(f"{reason} {address} {detail}".rstrip())
        self.reason, self.address, self.detail = reason, address, detail


class Cluster(Pool):
    """See the module; `passport` must give on every worker what it gives here. Raises `ClusterError`."""

    def __init__(self, address: str, passport: Callable[[], str]) -> None:
        super().__init__()
        self._address = address
        self._client = _connected(address)
        self._sent: dict[Any, Job] = {}
        try:
            self._welcome(passport)
        except ClusterError:
            self.close()
            raise

    def cancel(self, job: Job) -> None:
        """The result is no longer wanted; work under way runs to its end, unheard."""
        if not job.over:
            job.stage = "cancelled"
            for future in [future for future, sent in self._sent.items() if sent is job]:
                del self._sent[future]
                future.cancel()

    def pump(self, seconds: float = 0.0) -> None:
        """Hand out work and take in what comes within so many seconds; `ClusterError` when all workers are gone."""
        from distributed import wait

        while (job := self._next()) is not None:
            job.stage = "running"
            self._sent[self._client.submit(job.function, *job.arguments, pure=False)] = job
        if not self._sent:
            return
        try:
            wait(list(self._sent), timeout=max(seconds, NEVER), return_when="FIRST_COMPLETED")
        except TimeoutError:
            self._look_around()
        for future in [future for future in self._sent if future.done()]:
            _take(self._sent.pop(future), future)

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self._waiting.clear()
        with suppress(OSError, TimeoutError):
            self._client.close(timeout=PATIENCE)
        self._sent.clear()

    def _look_around(self) -> None:
        if self._client.status != "running" or not self._client.nthreads():
            raise ClusterError("empty", self._address)

    def _welcome(self, passport: Callable[[], str]) -> None:
        """Every worker must have the game, and the same one."""
        self._look_around()
        here = passport()
        for worker, there in self._client.run(passport, on_error="return").items():
            if there != here:
                raise ClusterError("foreign", worker, str(there))


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ModuleNotFoundError as missing:
        raise ClusterError("missing", address, str(missing.name)) from None
    try:
        return Client(address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError("unreachable", address, str(error)) from error


def _take(job: Job, future: Any) -> None:
    """What came of a job; one whose workers died again and again is lost."""
    from distributed import KilledWorker

    if future.status == "finished":
        finish(job, "done", future.result())
        return
    error = future.exception() if future.status == "error" else None
    lost = error is None or isinstance(error, KilledWorker)
    finish(job, "failed", WorkerLost(str(error or future.status)) if lost else error)
