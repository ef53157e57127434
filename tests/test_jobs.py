"""Jobs in the background: order, progress, cancelling, and no process left behind when either side dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.jobs import Cancelled, Job, Pool, WorkerLost, tell

ROOT = Path(__file__).resolve().parents[1]
SOON = 20.0


def square(number: int) -> int:
    return number * number


def fails(number: int) -> int:
    raise ValueError(number)


def slow(seconds: float) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.01)
        tell(1 - (end - time.monotonic()) / seconds)
    return "slept"


def dies_once(marker: str) -> int:
    if not Path(marker).exists():
        Path(marker).touch()
        os._exit(9)
    return 42


def dies() -> None:
    os._exit(9)


def process_id() -> int:
    return os.getpid()


def until(true: Callable[[], bool], pool: Pool | None = None) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end
        if pool:
            pool.pump(0.02)
        else:
            time.sleep(0.02)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize("workers", [0, 2])
def test_results_come_in_the_order_asked_for(workers: int) -> None:
    heard: list[float] = []
    with Pool(workers) as pool:
        assert pool.map(square, [(n,) for n in range(7)], heard.append) == [0, 1, 4, 9, 16, 25, 36]
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


@pytest.mark.parametrize("workers", [0, 1])
def test_an_error_is_raised_where_the_result_is_asked_for(workers: int) -> None:
    with Pool(workers) as pool, pytest.raises(ValueError, match="3"):
        pool.map(fails, [(3,)])


@pytest.mark.parametrize("workers", [0, 1])
def test_progress_is_told(workers: int) -> None:
    heard: list[float] = []
    with Pool(workers) as pool:
        assert pool.map(slow, [(0.3,)], heard.append) == ["slept"]
    assert any(0 < share < 1 for share in heard)


def test_a_job_that_waits_or_runs_can_be_cancelled() -> None:
    with Pool(1) as pool:
        running, waiting, last = pool.submit(slow, 60.0), pool.submit(slow, 60.0), pool.submit(square, 3)
        until(lambda: running.share > 0, pool)
        pool.cancel(running)
        pool.cancel(waiting)
        assert pool.results([last]) == [9]
        with pytest.raises(Cancelled):
            pool.results([running, last])
        assert waiting.stage == "cancelled"


def test_inline_work_is_cancelled_from_within() -> None:
    pool = Pool(0)
    job: Job = pool.submit(slow, 60.0)
    with pytest.raises(Cancelled):
        pool.results([job], lambda _share: pool.cancel(job))


def test_what_is_asked_first_comes_first() -> None:
    pool = Pool(0)
    later, sooner = pool.submit(square, 1), pool.submit(square, 2, first=True)
    pool.pump()
    assert (later.over, sooner.over) == (False, True)


def test_a_worker_that_dies_is_replaced_and_its_job_tried_again(tmp_path: Path) -> None:
    with Pool(2) as pool:
        lost = pool.submit(dies_once, str(tmp_path / "died"))
        assert pool.results([lost, pool.submit(square, 5)]) == [42, 25]


def test_a_job_that_kills_its_workers_fails() -> None:
    with Pool(1) as pool:
        with pytest.raises(WorkerLost):
            pool.results([pool.submit(dies)])
        assert pool.results([pool.submit(square, 2)]) == [4]


def test_a_worker_killed_from_outside_is_replaced_at_work_and_at_rest() -> None:
    with Pool(1) as pool:
        (resting,) = pool.map(process_id, [()])
        os.kill(resting, signal.SIGKILL)
        until(lambda: not alive(resting))
        (next_one,) = pool.map(process_id, [()])
        assert next_one != resting
        job = pool.submit(slow, 0.5)
        until(lambda: job.share > 0, pool)
        os.kill(next_one, signal.SIGKILL)
        assert pool.results([job]) == ["slept"]
        assert job.attempts == 2


def test_what_is_cancelled_is_not_done_by_the_next_worker_either() -> None:
    with Pool(1) as pool:
        (worker,) = pool.map(process_id, [()])
        job = pool.submit(slow, 60.0)
        until(lambda: job.share > 0, pool)
        pool.cancel(job)
        os.kill(worker, signal.SIGKILL)
        assert pool.map(square, [(3,)]) == [9]
        assert (job.stage, job.attempts) == ("cancelled", 1)


def test_closing_ends_workers_at_work() -> None:
    with Pool(1) as pool:
        worker = pool.map(process_id, [()])[0]
        pool.submit(slow, 60.0)
        pool.pump(0.1)
    assert not alive(worker)


PARENT = """
import sys, time
sys.path.insert(0, {root!r})
from game.jobs import Pool
from tests.test_jobs import process_id, slow
if __name__ == "__main__":
    with Pool(2) as pool:
        print(*pool.map(process_id, [(), ()]), flush=True)
        jobs = [pool.submit(slow, 60.0) for _ in range(4)]
        pool.pump(0.1)
        print("busy", flush=True)
        pool.results(jobs)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_its_parent(how: int, tmp_path: Path) -> None:
    """SIGINT goes to the whole group, as Ctrl-C in a terminal does."""
    program = tmp_path / "parent.py"
    program.write_text(PARENT.format(root=str(ROOT)), encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, cwd=ROOT,
    )  # fmt: skip
    assert parent.stdout
    assert parent.stderr
    with parent:
        workers = {int(number) for number in parent.stdout.readline().split()}
        assert parent.stdout.readline() == "busy\n"
        if how == signal.SIGINT:
            os.killpg(parent.pid, how)
        else:
            parent.kill()
        parent.wait(SOON)
        until(lambda: not any(alive(worker) for worker in workers))
        assert parent.stderr.read().count("Traceback") == (1 if how == signal.SIGINT else 0)
