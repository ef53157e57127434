"""Run files: what is written is read again, resumes equal, and whatever is wrong with one is a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import levelfile, run
from game.levers import Decision
from game.message import render
from game.run.files import text
from tests.run.small import DECISIONS, TEXT, pack

SETTINGS = st.one_of(
    st.builds(Decision, st.just("cards"), st.sampled_from(["tube", "frame"]), st.integers(0, 12)),
    st.builds(Decision, st.just("buffer"), st.just("tube"), st.integers(0, 4).map(lambda count: 20 * count)),
    st.integers(10, 90).map(lambda share: Decision("shares", "tube", {"rhein": share, "ostrava": 100 - share})),
)
TURNS = st.lists(st.lists(SETTINGS, max_size=3).map(tuple), max_size=4)


@pytest.fixture(scope="module")
def saved() -> run.Saved:
    return run.record(run.replay(pack(), 7, DECISIONS[:3]), {0: 1})


def sentence(path: Path) -> str:
    with pytest.raises(run.RunError) as found:
        run.load_file(path)
    return render(found.value.message)


def changed(saved: run.Saved, path: Path, **changes: Any) -> Path:
    path.write_text(json.dumps({**json.loads(text(saved)), **changes}), "utf-8")
    return path


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, run.LARGEST_SEED), turns=TURNS)
def test_a_saved_run_resumes_equal(seed: int, turns: list[tuple[Decision, ...]], tmp_path_factory: Any) -> None:
    played = run.replay(pack(), seed, turns)
    path = tmp_path_factory.mktemp("runs") / "run.json"
    run.save_file(run.record(played), path)
    read = run.load_file(path)
    resumed = run.resume(read, run.opened(read, levelfile.loads))
    assert resumed.digest() == played.digest()
    assert resumed.decisions == played.decisions
    assert run.first_difference(read, resumed) is None
    if not played.finished:
        assert run.play_turn(resumed).digest() == run.play_turn(played).digest()


def test_a_run_file_is_canonical(saved: run.Saved, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    run.save_file(saved, path)
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"}\n")
    assert list(json.loads(raw)) == sorted(json.loads(raw))
    run.save_file(run.load_file(path), path)
    assert path.read_bytes() == raw
    assert [file.name for file in tmp_path.iterdir()] == ["run.json"]


def test_the_level_travels_inside(saved: run.Saved) -> None:
    assert saved.level.text == TEXT
    assert saved.answers == ((0, 1),)
    assert saved.decisions[2] == (("tube.shares", {"rhein": 100}), ("frame.buffer", 20))


def test_no_file(tmp_path: Path) -> None:
    assert sentence(tmp_path / "none.json").endswith("none.json cannot be read: No such file or directory.")


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert "cannot be read" in sentence(tmp_path)


def test_any_cut_of_a_file_is_a_sentence(saved: run.Saved, tmp_path: Path) -> None:
    whole = text(saved).encode()
    path = tmp_path / "cut.json"
    for length in range(0, len(whole) - 2, 997):
        path.write_bytes(whole[:length])
        assert sentence(path).endswith("its text is not whole JSON in UTF-8.")


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\x00" * 100, b"[" * 100_000, b'{"milkrun": NaN', b"9" * 10_000])
def test_noise_is_a_sentence(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "noise.json"
    path.write_bytes(raw)
    assert "not" in sentence(path)


@pytest.mark.parametrize("raw", ["[]", "{}", '"text"', "3", '{"milkrun": "1"}', '{"milkrun": true}'])
def test_json_that_is_no_run(raw: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(raw, "utf-8")
    assert sentence(path).endswith("is JSON, but not a run file of Milkrun.")


def test_a_newer_form(saved: run.Saved, tmp_path: Path) -> None:
    assert "written by a newer Milkrun (form 2; this one reads 1)" in sentence(
        changed(saved, tmp_path / "r.json", milkrun=2)
    )


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("seed", {"seed": -1}),
        ("seed", {"seed": 1.5}),
        ("decisions.0.0", {"decisions": [["cards"]]}),
        ("level.text", {"level": {"name": "x", "hash": "x"}}),
        ("extra", {"extra": 1}),
        ("answers.0.1", {"answers": [[0, 10**30]]}),
        ("answers.0.0", {"answers": [[-1, 0]]}),
        ("parted", {"parted": 2**63}),
        ("figures.0.3", {"figures": [[0, "cash", "", None, 1]]}),
    ],
)
def test_a_mistake_inside_is_named(place: str, changes: dict[str, Any], saved: run.Saved, tmp_path: Path) -> None:
    found = sentence(changed(saved, tmp_path / "r.json", **changes))
    assert f"with a mistake at “{place}" in found


def test_a_huge_file_is_not_read(saved: run.Saved, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert sentence(path).endswith("is too large for a run file: more than 64 MB.")


def test_a_place_that_cannot_be_written(saved: run.Saved, tmp_path: Path) -> None:
    with pytest.raises(run.RunError) as found:
        run.save_file(saved, tmp_path / "none" / "run.json")
    assert render(found.value.message).endswith("cannot be written: No such file or directory.")


def resumed(saved: run.Saved, **changes: Any) -> str:
    other = saved.model_copy(update=changes)
    with pytest.raises(run.RunError) as found:
        run.resume(other, run.opened(other, levelfile.loads))
    return render(found.value.message)


def test_other_rules_are_refused_and_stay_readable(saved: run.Saved, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    run.save_file(saved.model_copy(update={"rules": 0}), path)
    old = run.load_file(path)
    assert old.figures == saved.figures
    assert resumed(old).startswith("This run was played by version 0 of the rules; this game has version 2")


def test_other_luck_is_noticed(saved: run.Saved) -> None:
    assert resumed(saved, seed=8).startswith("The luck drawn for this run is not what it was")


def test_a_level_that_was_changed_is_noticed(saved: run.Saved) -> None:
    other = saved.level.model_copy(update={"text": TEXT.replace("price = 28", "price = 29")})
    assert resumed(saved, level=other).startswith("The level inside is not the one that was played")


def test_a_broken_level_is_noticed(saved: run.Saved) -> None:
    other = saved.level.model_copy(update={"text": TEXT.replace('item = "frame"', 'item = "fraem"')})
    assert resumed(saved, level=other).startswith("The level inside has a mistake:")


def test_decisions_that_are_refused(saved: run.Saved) -> None:
    assert resumed(saved, decisions=((("tube.cards", 10_000),),)).startswith(
        "Turn 1, tube.cards: 10000 is not possible"
    )
    assert resumed(saved, decisions=((("cards", 1),),)).startswith("“cards” is no setting")
    assert resumed(saved, decisions=((),) * 5) == "This run is over; no turn is left to play."


def test_comments_in_the_level_do_not_matter(saved: run.Saved) -> None:
    other = saved.level.model_copy(update={"text": "# a comment\r\n" + TEXT.replace("\n", "\r\n")})
    again = saved.model_copy(update={"level": other})
    assert run.resume(again, run.opened(again, levelfile.loads)).digest() == saved.digest


def test_the_first_difference_names_measure_and_turn(saved: run.Saved) -> None:
    played = run.resume(saved, pack())
    rows = [row._replace(numerator=row.numerator + 1) if row[:2] == (1, "profit") else row for row in saved.figures]
    found = run.first_difference(saved.model_copy(update={"figures": tuple(rows)}), played)
    assert found is not None
    assert render(found).startswith("Turn 2, Net profit: the run has ")


def test_a_missing_figure_and_another_digest_are_differences(saved: run.Saved) -> None:
    played = run.resume(saved, pack())
    found = run.first_difference(saved.model_copy(update={"figures": saved.figures[1:]}), played)
    assert found is not None
    assert "the run has nothing" in render(found)
    found = run.first_difference(saved.model_copy(update={"digest": "0"}), played)
    assert found is not None
    assert "All figures agree" in render(found)


def test_goals_of_one_item_are_among_the_figures(saved: run.Saved) -> None:
    of_frame = [row for row in saved.figures if row.entity == "frame"]
    assert [(row.turn, row.measure) for row in of_frame] == [(0, "fill_rate"), (1, "fill_rate"), (2, "fill_rate")]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_damage_is_a_sentence_or_another_run(data: st.DataObject, tmp_path_factory: Any) -> None:
    """Digits, quotes and brackets of the last part, which holds no level text, are overwritten."""
    raw = bytearray(text(run.record(run.replay(pack(), 7, DECISIONS[:1]))).encode())
    keep = raw.index(b'"level"'), raw.index(b'"milkrun"')
    places = st.one_of(st.integers(0, keep[0] - 1), st.integers(keep[1], len(raw) - 1))
    for place in data.draw(st.lists(places, min_size=1, max_size=3)):
        raw[place] = data.draw(st.sampled_from(b'0129-"[]{},:xe. '))
    path = tmp_path_factory.mktemp("damaged") / "run.json"
    path.write_bytes(raw)
    try:
        read = run.load_file(path)
        run.first_difference(read, run.resume(read, run.opened(read, levelfile.loads)))
    except run.RunError as error:
        assert render(error.message)
