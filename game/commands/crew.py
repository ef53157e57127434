"""Who does the work of a command: processes of this machine, or the workers of a Dask cluster (`--scheduler`)."""

import argparse

import numpy as np

from game.commands import CommandError
from game.commands.tables import whole
from game.jobs import Pool
from game.jobs.cluster import Cluster, ClusterError
from game.message import Message, render
from game.run import RULES_VERSION

MOST_WORKERS = 64


def add_workers(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare `--workers` and `--scheduler`."""

    def text(key: str) -> str:
        return render(Message(f"crew.{key}"), language)

    who = parser.add_mutually_exclusive_group()
    who.add_argument("--workers", metavar="N", type=whole(0, MOST_WORKERS), default=2, help=text("workers"))
    who.add_argument("--scheduler", metavar="ADDRESS", help=text("scheduler"))


def crew(options: argparse.Namespace) -> Pool:
    """The pool asked for."""
    if options.scheduler is None:
        return Pool(options.workers)
    try:
        return Cluster(options.scheduler, passport)
    except ClusterError as error:
        raise refused(error) from error


def refused(error: ClusterError) -> CommandError:
    """Why a cluster cannot be used, as a sentence."""
    values = {"address": error.address, "detail": error.detail, "here": passport()}
    return CommandError(Message(f"crew.{error.reason}", values))


def passport() -> str:
    """What two processes must share to give the same digits."""
    return f"rules {RULES_VERSION}, numpy {np.__version__}"
