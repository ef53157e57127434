"""Runs kept turn by turn come back equal; lists, bests and seeds; what goes wrong is a sentence."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import levelfile, run
from game.archive import Archive, ArchiveError, open_archive, schema, store
from game.levers import Decision
from game.message import render
from tests.run.small import DECISIONS, pack


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "milkrun.sqlite"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    found = Archive(path)
    yield found
    found.close()


def played(turns: int, seed: int = 7) -> run.Run:
    return run.replay(pack(), seed, DECISIONS[:turns])


def resumed(archive: Archive, number: int) -> run.Run:
    saved = archive.load(number)
    return run.resume(saved, run.opened(saved, levelfile.loads))


def said(error: pytest.ExceptionInfo[ArchiveError]) -> str:
    return render(error.value.message)


def test_each_turn_is_kept_and_comes_back_equal(archive: Archive, path: Path) -> None:
    now = run.start(pack(), 7)
    number = archive.start(now)
    for decisions in DECISIONS:
        now = run.play_turn(now, decisions)
        archive.save_turn(number, now)
        other = Archive(path)
        assert resumed(other, number).digest() == now.digest()
        assert run.first_difference(other.load(number), now) is None
        other.close()


def test_what_is_loaded_is_what_a_run_file_holds(archive: Archive) -> None:
    now = played(3)
    number = archive.start(now, {0: 1, 2: 0})
    loaded, filed = archive.load(number), run.record(now, {0: 1, 2: 0})
    assert sorted(loaded.figures) == sorted(filed.figures)
    assert loaded.model_copy(update={"figures": ()}) == filed.model_copy(update={"figures": ()})


def test_saving_again_changes_nothing(archive: Archive) -> None:
    number = archive.start(played(2))
    archive.save_turn(number, played(2))
    assert archive.load(number).decisions == run.record(played(2)).decisions


def test_turns_that_were_not_saved_come_with_the_next(archive: Archive) -> None:
    number = archive.start(played(0))
    archive.save_turn(number, played(3))
    assert archive.load(number) == Archive.load(archive, archive.start(played(3)))


def test_what_waits_for_the_coming_turn_is_kept_until_it_is_played(archive: Archive) -> None:
    number, made = archive.start(played(1)), (Decision("cards", "frame", 3), Decision("cards", "frame", 4))
    archive.wait(number, 1, made)
    assert archive.waiting(number) == (("frame.cards", 3), ("frame.cards", 4))
    archive.wait(number, 1, made[:1])
    assert archive.waiting(number) == (("frame.cards", 3),), "what was taken back is gone"
    assert len(archive.load(number).decisions) == 1, "it is no part of the run"
    with pytest.raises(ArchiveError) as error:
        archive.wait(number, 2, made)
    assert "another window" in said(error)
    archive.save_turn(number, played(2))
    assert archive.waiting(number) == ()
    assert archive.load(number).decisions == run.record(played(2)).decisions


def test_the_list_tells_how_runs_stand(archive: Archive) -> None:
    first, second = archive.start(played(1)), archive.start(played(4, seed=8))
    archive.save_turn(first, played(2))
    latest, older = archive.runs()
    assert (latest.id, latest.turn, latest.turns, latest.finished, latest.stars) == (first, 2, 4, False, None)
    assert latest.title == {"en": "Small works", "de": "Kleines Werk"}
    assert (older.id, older.seed, older.finished, older.insolvent) == (second, 8, True, False)
    assert older.stars is not None


def test_the_best_run_has_most_stars_then_the_highest_score(archive: Archive) -> None:
    assert archive.best("small") is None
    archive.start(played(3))
    assert archive.best("small") is None
    for seed in (1, 2, 3):
        archive.start(played(4, seed))
    best = archive.best("small")
    assert best is not None
    finished = [row for row in archive.runs() if row.finished]
    assert (best.stars, best.score) == max((row.stars, row.score) for row in finished)


def test_seeds_met_are_those_of_the_level(archive: Archive) -> None:
    archive.start(played(0, seed=3))
    archive.start(played(1, seed=5))
    assert archive.seeds_met("small") == {3, 5}
    assert archive.seeds_met("other") == frozenset()


def test_answers_are_kept_and_replaced(archive: Archive) -> None:
    number = archive.start(played(0))
    archive.answer(number, 0, 2)
    archive.answer(number, 1, 0)
    archive.answer(number, 0, 1)
    assert archive.answers(number) == {0: 1, 1: 0}
    assert archive.load(number).answers == ((0, 1), (1, 0))


def test_a_run_that_is_not_there(archive: Archive) -> None:
    for ask in (lambda: archive.load(5), lambda: archive.save_turn(5, played(1)), lambda: archive.answer(5, 0, 0)):
        with pytest.raises(ArchiveError) as error:
            ask()
        assert said(error) == "This run is not in the archive."


def test_a_run_played_on_elsewhere_is_not_overwritten(archive: Archive) -> None:
    number = archive.start(played(3))
    with pytest.raises(ArchiveError) as error:
        archive.save_turn(number, played(2))
    assert "in another window" in said(error)
    with pytest.raises(ArchiveError):
        archive.save_turn(number, run.replay(pack(), 7, [(), (), ()]))
    assert archive.load(number).digest == played(3).digest()


def test_a_locked_archive_is_a_sentence_and_the_next_save_catches_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WAIT", 0.05)
    archive = Archive(path)
    number = archive.start(played(1))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ArchiveError) as error:
        archive.save_turn(number, played(2))
    assert said(error).startswith("The archive is in use by another program")
    assert archive.load(number).digest == played(1).digest()
    other.execute("rollback")
    archive.save_turn(number, played(3))
    assert resumed(archive, number).digest() == played(3).digest()
    other.close()
    archive.close()


def test_forms_of_the_test_are_kept_and_the_last_one_counts(archive: Archive, path: Path) -> None:
    assert archive.sitting("before") is None
    archive.keep_sitting("before", {"cards": (2, 3), "lots": (0, 1)})
    archive.keep_sitting("before", {"cards": (1, 0)})
    archive.keep_sitting("after", {"cards": (0, 2)})
    other = Archive(path)
    before, after = other.sitting("before"), other.sitting("after")
    assert before is not None
    assert after is not None
    assert (before.picks, after.picks) == ({"cards": (1, 0)}, {"cards": (0, 2)})
    other.close()


def test_an_archive_of_the_first_form_gets_the_tables_of_the_test(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(store, "STEPS", schema.STEPS[:1])
        first = Archive(path)
        number = first.start(played(2))
        first.close()
    second = Archive(path)
    second.keep_sitting("before", {"cards": (1, 0)})
    assert resumed(second, number).digest() == played(2).digest()
    assert path.with_name("milkrun-before-sittings.sqlite").exists()
    second.close()


def test_tables_are_strict_and_tied_together(archive: Archive, path: Path) -> None:
    archive.start(played(1))
    db = sqlite3.connect(path)
    kinds = {row[1]: row[5] for row in db.execute("pragma table_list") if not row[1].startswith(("sqlite_", "_"))}
    assert kinds == dict.fromkeys(("levels", "runs", "decisions", "answers", "figures", "sittings", "picks"), 1)
    db.close()
    with store.told(), pytest.raises(sqlite3.IntegrityError):
        archive._db.execute("insert into answers values (99, 0, 0)")


def read_only(path: Path, **_: Any) -> sqlite3.Connection:
    return CONNECT(f"{Path(path).as_uri()}?mode=ro", uri=True) if str(path) != ":memory:" else CONNECT(path)


CONNECT = sqlite3.connect


def test_a_read_only_archive_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Archive(path)
    number = first.start(played(2))
    first.close()
    monkeypatch.setattr(store.sqlite3, "connect", read_only)
    archive = open_archive(path)
    assert archive.load(number).digest == played(2).digest()
    with pytest.raises(ArchiveError) as error:
        archive.save_turn(number, played(3))
    assert said(error) == "The archive may not be written to."
    archive.close()


def test_an_archive_that_cannot_be_made_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for path in (tmp_path / "file" / "milkrun.sqlite", tmp_path):
        archive = open_archive(path)
        assert archive.notice is not None
        assert render(archive.notice).startswith("Runs of this session are not kept. The archive cannot be opened")
        assert archive.load(archive.start(played(2))).digest == played(2).digest()
        archive.close()


def spoil_head(raw: bytes) -> bytes:
    return b"not a database at all" + raw[21:]


def spoil_middle(raw: bytes) -> bytes:
    return raw[:4096] + b"\xa5" * 8192 + raw[12288:]


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@pytest.mark.parametrize("spoil", [spoil_head, spoil_middle, cut])
def test_a_damaged_archive_is_put_aside_and_the_game_goes_on(path: Path, spoil: Any) -> None:
    first = Archive(path)
    for seed in range(4):
        first.start(played(4, seed))
    first.close()
    damaged = spoil(path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(ArchiveError) as error:
        Archive(path)
    assert said(error).startswith("The archive is damaged")
    archive = open_archive(path)
    assert archive.notice is not None
    aside = path.with_name("milkrun-damaged-1.sqlite")
    assert render(archive.notice) == f"The archive was damaged. It is now {aside}, and a new one was begun."
    assert aside.read_bytes() == damaged
    archive.start(played(1))
    assert len(archive.runs()) == 1
    archive.close()


def test_a_newer_archive_is_left_alone(path: Path) -> None:
    first = Archive(path)
    with store.writing(first._connection):
        first._connection.execute("update _sqlite_migrations set name = 'from_the_future' where name = 'sittings'")
    first.close()
    before = path.read_bytes()
    archive = open_archive(path)
    assert archive.notice is not None
    assert render(archive.notice).endswith("The archive was written by a newer Milkrun.")
    archive.start(played(1))
    archive.close()
    assert path.read_bytes() == before


def with_step(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    def add_notes(db: Any) -> None:
        db.execute(statement)

    monkeypatch.setattr(store, "STEPS", (*schema.STEPS, add_notes))


def test_an_older_archive_is_copied_before_it_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Archive(path)
    number = first.start(played(2))
    first.close()
    with_step(monkeypatch, "create table notes (text text) strict")
    second = Archive(path)
    assert second._db.table("notes").exists()
    assert resumed(second, number).digest() == played(2).digest()
    second.close()
    copy = sqlite3.connect(path.with_name("milkrun-before-add_notes.sqlite"))
    assert copy.execute("select turn from runs").fetchall() == [(2,)]
    assert copy.execute("select name from sqlite_master where name = 'notes'").fetchall() == []
    copy.close()


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Archive(path)
    number = first.start(played(2))
    first.start(played(3))
    first.close()
    with monkeypatch.context() as patched:
        with_step(patched, "create unique index one_each on runs(turns)")
        archive = open_archive(path)
        assert archive.notice is not None
        assert archive.runs() == ()
        archive.close()
    again = Archive(path)
    assert resumed(again, number).digest() == played(2).digest()
    again.close()


def test_a_new_archive_needs_no_copy(archive: Archive, path: Path) -> None:
    assert not [file for file in path.parent.iterdir() if "before" in file.name]
    assert archive.notice is None
