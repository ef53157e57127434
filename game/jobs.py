"""Work in the background: a small pool of spawned processes, or inline where none are wanted.

    with Pool(2) as pool:
        jobs = [pool.submit(square, n) for n in range(10)]
        results = pool.results(jobs, progress=print)

Nothing runs by itself in the process that asks: `pump` hands out work and takes in results, `results` pumps until all
are there. A function that takes long calls `tell(done, of)`, which reports progress and ends it when it was cancelled.
A worker whose parent is gone ends at once; a job whose worker is gone is tried once more. Knows nothing of the game.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Literal

Progress = Callable[[float], None]
Stage = Literal["waiting", "running", "done", "failed", "cancelled"]
ATTEMPTS = 2
_SPAWN = multiprocessing.get_context("spawn")


class Cancelled(Exception):
    """The result of a job is no longer wanted."""


class WorkerLost(RuntimeError):
    """A worker died under a job, twice."""


@dataclass(eq=False)
class Job:
    """Something to be done; `share` of it from 0 to 1 is done, `result` is there when `stage` is "done"."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    stage: Stage = "waiting"
    share: float = 0.0
    result: Any = None
    error: BaseException | None = None
    attempts: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.stage in ("done", "failed", "cancelled")


def tell(done: float, of: float = 1.0) -> None:
    """Say how much of the job at work is done; raises `Cancelled` when its result is no longer wanted."""
    for listener in _listeners[-1:]:
        listener(done / of)


_listeners: list[Progress] = []


@contextmanager
def _listening(listener: Progress) -> Iterator[None]:
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.pop()


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    job: Job | None = None


@dataclass(eq=False)
class Pool:
    """`workers` processes, started when the first job is handed out; with 0 of them jobs run inline."""

    workers: int = 2
    _waiting: deque[Job] = field(default_factory=deque)
    _crew: list[_Worker] = field(default_factory=list)

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
        progress = progress or (_listeners[-1] if _listeners else None)  # within a job its own
        while not all(job.over for job in jobs) and all(job.stage != "cancelled" for job in jobs):
            with _listening(lambda _share: _report(jobs, progress)):
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
                _do(job, _listeners[-1] if _listeners else None)
                return

    def _hand_out(self) -> None:
        while (job := self._next()) is not None:
            worker = next((worker for worker in self._crew if worker.job is None), None)
            if worker is None:
                if len(self._crew) == self.workers:
                    self._waiting.appendleft(job)
                    return
                worker = _start()
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

    def _take(self, worker: _Worker) -> None:
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
            _finish(job, kind, value)

    def _lost(self, worker: _Worker, job: Job) -> None:
        worker.pipe.close()
        worker.process.join()
        self._crew.remove(worker)
        if job.over:
            return
        if job.attempts < ATTEMPTS:
            job.stage = "waiting"
            self._waiting.appendleft(job)
        else:
            _finish(job, "failed", WorkerLost(f"exit code {worker.process.exitcode}"))


def _report(jobs: Sequence[Job], progress: Progress | None) -> None:
    if progress is not None:
        progress(sum(1.0 if job.over else job.share for job in jobs) / max(1, len(jobs)))


def _finish(job: Job, kind: str, value: Any) -> None:
    if kind == "done":
        job.stage, job.share, job.result = "done", 1.0, value
    else:
        job.stage, job.error = "failed", value


def _do(job: Job, listener: Progress | None) -> None:
    """Do a job in this process."""

    def heard(share: float) -> None:
        job.share = share
        if listener is not None:
            listener(share)
        if job.stage == "cancelled":
            raise Cancelled

    job.stage = "running"
    try:
        with _listening(heard):
            value = job.function(*job.arguments)
    except Cancelled:
        job.stage = "cancelled"
    except Exception as error:
        _finish(job, "failed", error)
    else:
        _finish(job, "done", value)


def _start() -> _Worker:
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
    with _deaf_to_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Workers inherit that Ctrl-C is not meant for them: whoever started them ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: "Connection[Any, Any]") -> None:
    """What a worker does until its parent closes the pipe or dies."""
    threading.Thread(target=_follow_parent, daemon=True).start()

    def heard(share: float) -> None:
        pipe.send(("share", share))
        if pipe.poll():
            pipe.recv()
            raise Cancelled

    with suppress(EOFError, OSError), _listening(heard):
        while True:
            asked = pipe.recv()
            if asked != "stop":
                pipe.send(_answer(*asked))


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", function(*arguments)
    except Cancelled:
        return "cancelled", None
    except Exception as error:
        return "failed", error


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
