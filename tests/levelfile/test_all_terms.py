"""Level files with all terms of production and of supply read and play."""

from pathlib import Path

import pytest

from game import levelfile
from game.level.pack import LevelPack
from game.levers import parse
from game.run import Run, play_turn, start


def played(name: str) -> Run:
    """A level of this folder by the plan it teaches."""
    pack = levelfile.load(Path(__file__).parent / "good" / f"{name}.toml")
    assert isinstance(pack, LevelPack), pack
    run, plan = start(pack, 1), pack.level.plan["taught"]
    while not run.finished:
        wanted = plan.get(str(run.turn + 1), {})
        run = play_turn(run, [parse(key, value) for key, value in wanted.items()])
    return run


@pytest.mark.parametrize(
    ("name", "flows", "postings"),
    [
        (
            "production",
            ("defective", "stops", "stopped", "maintained", "overtime", "slowed", "corrected"),
            ("overtime", "maintenance", "count"),
        ),
        ("supply", ("onboardings", "trucks", "shipped"), ()),
    ],
)
def test_all_terms_read_and_play(name: str, flows: tuple[str, ...], postings: tuple[str, ...]) -> None:
    history = played(name).history
    assert [flow for flow in flows if not history.total_flow(flow).any()] == []
    assert [kind for kind in postings if not history.total_posting(kind).any()] == []
