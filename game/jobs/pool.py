"""The pool: jobs wait in a line, are handed to workers, and what comes of them is taken in."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any

from game.jobs.job import Cancelled, Job, Progress, WorkerLost, finish, heard_by, listening, outcome
from game.jobs.workers import Worker, start

ATTEMPTS = 2


@dataclass(eq=False)
class Pool:
    """`workers` processes, started when the first job is handed out; with 0 of them jobs run inline."""

    workers: int = 2
    _waiting: deque[Job] = field(default_factory=deque)
    _crew: list[Worker] = field(default_factory=list)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def submit(self, function: Callable[..., Any], *arguments: Any, first: bool = False) -> Job:
        """Ask for `function(*arguments)`, before what waits already if it is to be `first`."""
        return self.put(Job(function, arguments), first=first)

    def put(self, job: Job, *, first: bool = False) -> Job:
        """Ask for a job that was made before, once."""
        if first:
            self._waiting.appendleft(job)
        else:
            self._waiting.append(job)
        return job

    def cancel(self, job: Job) -> None:
        """The result is no longer wanted; work under way ends when it next tells how far it is."""
        if job.over:
            return
        job.stage = "cancelled"
        for worker in self._crew:
            if worker.job is job:
                with suppress(OSError):
                    worker.pipe.send("stop")

    def pump(self, seconds: float = 0.0) -> None:
        """Hand out work and take in what comes within so many seconds; inline, do one job."""
        if self.workers == 0:
            self._inline()
            return
        self._hand_out()
        busy = [worker.pipe for worker in self._crew if worker.job is not None]
        for pipe in wait(busy, seconds) if busy else ():
            self._take(next(worker for worker in self._crew if worker.pipe is pipe))
        self._hand_out()

    def results(self, jobs: Sequence[Job], progress: Progress | None = None) -> list[Any]:
        """The results of jobs in their order; raises the error of the first that failed, or `Cancelled`."""
        progress = progress or listening()  # within a job its own
        while not all(job.over for job in jobs) and all(job.stage != "cancelled" for job in jobs):
            with heard_by(lambda _share: _report(jobs, progress)):
                self.pump(0.1)
            _report(jobs, progress)
        for job in jobs:
            if job.error is not None:
                raise job.error
            if job.stage == "cancelled":
                raise Cancelled
        return [job.result for job in jobs]

    def map(
        self, function: Callable[..., Any], arguments: Iterable[tuple[Any, ...]], progress: Progress | None = None
    ) -> list[Any]:
        """`function(*each)` for each tuple of arguments, in order."""
        return self.results([self.submit(function, *each) for each in arguments], progress)

    def close(self) -> None:
        """End all workers, whatever they do."""
        for worker in self._crew:
            worker.process.terminate()
            worker.pipe.close()
        for worker in self._crew:
            worker.process.join()
        self._crew.clear()
        self._waiting.clear()

    def _inline(self) -> None:
        while self._waiting:
            job = self._waiting.popleft()
            if not job.over:
                _do(job, listening())
                return

    def _hand_out(self) -> None:
        while (job := self._next()) is not None:
            worker = next((worker for worker in self._crew if worker.job is None), None)
            if worker is None:
                if len(self._crew) == self.workers:
                    self._waiting.appendleft(job)
                    return
                worker = start()
                self._crew.append(worker)
            job.stage, job.attempts, worker.job = "running", job.attempts + 1, job
            with suppress(OSError):
                worker.pipe.send((job.function, job.arguments))

    def _next(self) -> Job | None:
        while self._waiting:
            job = self._waiting.popleft()
            if not job.over:
                return job
        return None

    def _take(self, worker: Worker) -> None:
        job = worker.job
        assert job is not None
        try:
            kind, value = worker.pipe.recv()
            while kind == "share" and worker.pipe.poll():
                kind, value = worker.pipe.recv()
        except (EOFError, OSError):
            self._lost(worker, job)
            return
        if kind == "share":
            job.share = value
            return
        worker.job = None
        if job.stage != "cancelled":
            finish(job, kind, value)

    def _lost(self, worker: Worker, job: Job) -> None:
        worker.pipe.close()
        worker.process.join()
        self._crew.remove(worker)
        if job.over:
            return
        if job.attempts < ATTEMPTS:
            job.stage = "waiting"
            self._waiting.appendleft(job)
        else:
            finish(job, "failed", WorkerLost(f"exit code {worker.process.exitcode}"))


def _report(jobs: Sequence[Job], progress: Progress | None) -> None:
    if progress is not None:
        progress(sum(1.0 if job.over else job.share for job in jobs) / max(1, len(jobs)))


def _do(job: Job, listener: Progress | None) -> None:
    """Do a job in this process."""

    def heard(share: float) -> None:
        job.share = share
        if listener is not None:
            listener(share)
        if job.stage == "cancelled":
            raise Cancelled

    job.stage = "running"
    with heard_by(heard):
        finish(job, *outcome(job.function, job.arguments))
