"""Workers: spawned processes that do what comes through their pipe, until their parent closes it or dies."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from game.jobs.job import Cancelled, Job, heard_by, outcome

POLITE = 10
"""Whoever asked goes first: a window stays quick while its workers are busy."""
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(eq=False)
class Worker:
    """A process, the pipe to it, and the job it is at."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"
    job: Job | None = None


def start() -> Worker:
    """A new worker, asleep until it is asked."""
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
    with _deaf_to_interrupts():
        process.start()
    theirs.close()
    return Worker(process, ours)


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
    if hasattr(os, "nice"):
        os.nice(POLITE)

    def heard(share: float) -> None:
        pipe.send(("share", share))
        if pipe.poll():
            pipe.recv()
            raise Cancelled

    with suppress(EOFError, OSError), heard_by(heard):
        while True:
            asked = pipe.recv()
            if asked != "stop":
                pipe.send(outcome(*asked))


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
