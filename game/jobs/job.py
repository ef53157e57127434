"""A job, and what a function at work can say about it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

Progress = Callable[[float], None]
Stage = Literal["waiting", "running", "done", "failed", "cancelled"]


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
    listener = listening()
    if listener is not None:
        listener(done / of)


_threads = threading.local()


def listening() -> Progress | None:
    """Who hears in this thread how far work is."""
    heard: Progress | None = getattr(_threads, "listener", None)
    return heard


@contextmanager
def heard_by(listener: Progress) -> Iterator[None]:
    """Progress of what is done within goes to this listener."""
    before = listening()
    _threads.listener = listener
    try:
        yield
    finally:
        _threads.listener = before


def finish(job: Job, kind: str, value: Any) -> None:
    """Note what came of a job: "done" with its result, "failed" with its error, or "cancelled"."""
    if kind == "done":
        job.stage, job.share, job.result = "done", 1.0, value
    elif kind == "failed":
        job.stage, job.error = "failed", value
    else:
        job.stage = "cancelled"


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    """What comes of a function, as `finish` takes it."""
    try:
        return "done", function(*arguments)
    except Cancelled:
        return "cancelled", None
    except Exception as error:
        return "failed", error
