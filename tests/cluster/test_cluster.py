"""The same jobs on a Dask cluster of this machine: scheduler and two workers; skipped without the extra `cluster`."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import levelfile
from game.coach.fortune import fortune
from game.coach.policies import for_level, play
from game.coach.proof import Proof, prove
from game.commands.crew import passport
from game.jobs import Pool
from game.jobs.cluster import Cluster, ClusterError
from game.level.pack import LevelPack

pytest.importorskip("distributed", reason="needs the extra cluster")
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
ROOT = Path(__file__).resolve().parents[2]
TAPES = 1200
"""Six blocks for each policy: enough to lose a worker half-way."""


class Machine:
    """A scheduler and its workers, each a process group of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        host = ["--host", "127.0.0.1", "--port", str(self.port), "--dashboard-address", "127.0.0.1:0"]
        self._scheduler = self._start("scheduler", *host)
        self.workers = [self._worker(k) for k in range(2)]

    def _worker(self, number: int) -> subprocess.Popen[bytes]:
        where = ["--local-directory", str(self._folder / str(number)), "--nthreads", "1"]
        return self._start("worker", self.address, "--no-dashboard", "--no-nanny", *where)

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip

    def close(self) -> None:
        for process in (*self.workers, self._scheduler):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    from distributed import Client

    made = Machine(tmp_path_factory.mktemp("dask"))
    try:
        with Client(made.address, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
        yield made
    finally:
        made.close()


def first_cards() -> LevelPack:
    pack = levelfile.load(ROOT / "levels" / "first-cards.toml")
    assert isinstance(pack, LevelPack)
    return pack


def figures(found: Proof) -> Any:
    return found.standings, found.verdict, found.luck, found.skill, found.rules


def test_two_workers_give_the_digits_of_the_local_pool_also_when_one_is_killed(machine: Machine) -> None:
    pack = first_cards()
    with Pool(2) as local:
        here = figures(prove(pack, TAPES, local))
    heard: list[float] = []

    def killing(share: float) -> None:
        heard.append(share)
        if share >= 0.3 and machine.workers[0].poll() is None:
            os.killpg(machine.workers[0].pid, signal.SIGKILL)
            machine.workers[0].wait()

    run = play(pack, 1, for_level(pack)["taught"])
    with Cluster(machine.address, passport) as pool:
        assert figures(prove(pack, 200, pool)) == figures(prove(pack, 200, Pool(0)))
        assert figures(prove(pack, TAPES, pool, killing)) == here
        assert machine.workers[0].poll() == -signal.SIGKILL
        assert 0.3 <= next(share for share in heard if share >= 0.3) < 1.0
        there, alone = fortune(run, pool, 60), fortune(run, Pool(0), 60)
        assert (there.scores == alone.scores).all()
        assert (there.worth, there.place) == (alone.worth, alone.place)


def test_an_error_in_a_job_is_raised_here(machine: Machine) -> None:
    with Cluster(machine.address, passport) as pool, pytest.raises(ValueError, match="invalid literal"):
        pool.map(int, [("12",), ("dozen",)])


def test_a_worker_of_another_game_is_refused(machine: Machine) -> None:
    with pytest.raises(ClusterError) as refused:
        Cluster(machine.address, os.getpid)
    assert refused.value.reason == "foreign"


def test_a_wrong_address_is_told() -> None:
    with pytest.raises(ClusterError) as refused:
        Cluster("tcp://127.0.0.1:9", passport)
    assert refused.value.reason == "unreachable"
