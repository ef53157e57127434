"""The same run in a fresh process, under other settings of the machine, gives the same digest and figures."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import run
from tests.run.small import DECISIONS, pack

ROOT = Path(__file__).resolve().parents[2]
WORLDS = {
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "time zone and locale": {"TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "plain processor": {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL", "OMP_NUM_THREADS": "1"},
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saved") / "run.json"
    run.save_file(run.record(run.replay(pack(), 20, DECISIONS)), path)
    return path


@pytest.mark.parametrize("world", WORLDS)
def test_replay_is_the_same(world: str, file: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--language", "en", "replay", str(file)],
        env={**os.environ, **WORLDS[world]},
        cwd=file.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith(f"digest {json.loads(file.read_text('utf-8'))['digest']}.")
