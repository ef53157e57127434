"""A level file with all terms of production reads and plays."""

from pathlib import Path

from game import levelfile
from game.level.pack import LevelPack
from game.levers import parse
from game.run import Run, play_turn, start


def test_all_terms_of_production_read_and_play() -> None:
    pack = levelfile.load(Path(__file__).parent / "good" / "production.toml")
    assert isinstance(pack, LevelPack), pack
    run: Run = start(pack, 1)
    plan = pack.level.plan["taught"]
    while not run.finished:
        wanted = plan.get(str(run.turn + 1), {})
        run = play_turn(run, [parse(key, value) for key, value in wanted.items()])
    flows = ("defective", "stops", "stopped", "maintained", "overtime", "slowed", "corrected")
    assert all(run.history.total_flow(name).sum() > 0 for name in flows)
    assert all(run.history.total_posting(name).sum() > 0 for name in ("overtime", "maintenance", "count"))
