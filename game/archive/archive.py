"""Runs in and out of the database. What takes long to import is imported when a run is loaded or kept."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.archive import sittings
from game.archive.errors import ArchiveError, told
from game.archive.listing import BEST, LIST, RunRow, run_row
from game.archive.removal import Removed, put_back, remove
from game.archive.sittings import Sitting
from game.archive.store import as_tables, opened, writing
from game.message import Message

if TYPE_CHECKING:
    from sqlite_utils import Database

    from game.run import Decisions, Row, Run, Saved

Record = dict[str, Any]


FIGURES = "select turn, measure, entity, numerator, denominator from figures where run = ? order by rowid"


class Archive:
    """All runs of a file, or of this session only when `path` is None. Use it from one thread."""

    def __init__(self, path: Path | None, notice: Message | None = None, copy_of: Path | None = None) -> None:
        """Open a file, or make it; raises `ArchiveError`. `notice` is a sentence for the player."""
        self.path = path
        self.notice = notice
        self._connection = opened(path, copy_of)

    @cached_property
    def _db(self) -> "Database":
        return as_tables(self._connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def start(
        self, run: "Run", answers: Mapping[int, int] | None = None, parent: tuple[int | None, int] | None = None
    ) -> int:
        """Keep a run, new or imported with all its turns; returns its number.

        `parent` marks a what-if: the run it left, if that is kept, and before which turn.
        """
        from game.archive import parts
        from game.run import RULES_VERSION

        with writing(self._connection):
            level = run.pack.level
            self._db.table("levels").insert(parts.level(run), pk="hash", ignore=True)
            head = {
                "level": run.pack.hash,
                "seed": run.seed,
                "rules": RULES_VERSION,
                "tape": run.tape.digest(),
                "turns": level.calendar.turns,
                "parent_run": parent[0] if parent else None,
                "parent_turn": parent[1] if parent else None,
                "started_at": parts.now(),
                **parts.standing(run),
            }
            number = int(self._db.table("runs").insert(head, pk="id").last_pk or 0)
            self._add_turns(number, run, 0)
            kept = [{"run": number, "turn": turn, "choice": choice} for turn, choice in (answers or {}).items()]
            self._db.table("answers").insert_all(kept)
        return number

    def save_turn(self, number: int, run: "Run") -> None:
        """Keep what was played since the last save. Refuses when the run was played on elsewhere."""
        from game.archive import parts

        with writing(self._connection):
            stored = self._one("select turn, digest from runs where id = ?", number)
            if stored["turn"] > run.turn or (stored["turn"] == run.turn and stored["digest"] != run.digest()):
                raise ArchiveError("elsewhere")
            if stored["turn"] < run.turn:
                self._add_turns(number, run, stored["turn"])
                self._db.table("runs").update(number, parts.standing(run))

    def answer(self, number: int, turn: int, choice: int) -> None:
        """Keep the answer to a turn's prediction; a later one replaces it."""
        with writing(self._connection):
            self._one("select id from runs where id = ?", number)
            self._db.table("answers").upsert({"run": number, "turn": turn, "choice": choice}, pk=("run", "turn"))

    def delete(self, number: int) -> Removed:
        """Take a run out; what is returned brings it back by `restore`. Its what-ifs stay."""
        with writing(self._connection):
            self._one("select id from runs where id = ?", number)
            return remove(self._db, number)

    def restore(self, removed: Removed) -> None:
        """Bring a deleted run back under its number."""
        with writing(self._connection):
            put_back(self._db, removed)

    def load(self, number: int) -> "Saved":
        """A run as it is kept; `run.opened` and `run.resume` bring it back to life."""
        from game.run import Saved, SavedLevel

        with told():
            head = self._one("select * from runs where id = ?", number)
            level = self._one("select * from levels where hash = ?", head["level"])
            return Saved(
                rules=head["rules"],
                level=SavedLevel(
                    name=f"{level['id']}.toml", text=level["text"], data=json.loads(level["data"]), hash=level["hash"]
                ),
                seed=head["seed"],
                tape=head["tape"],
                digest=head["digest"],
                decisions=self._decisions(number, head["turn"]),
                answers=tuple(self.answers(number).items()),
                figures=self._figures(number),
            )

    def parent(self, number: int) -> tuple[int | None, int] | None:
        """Of a what-if: the run it left, None when that is gone, and before which turn; None of a run that counts."""
        with told():
            head = self._one("select parent_run, parent_turn from runs where id = ?", number)
            return None if head["parent_turn"] is None else (head["parent_run"], head["parent_turn"])

    def answers(self, number: int) -> dict[int, int]:
        """Choices by turn."""
        with told():
            kept = self._all("select turn, choice from answers where run = ? order by turn", number)
            return {row["turn"]: row["choice"] for row in kept}

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, the one last played first."""
        with told():
            return tuple(run_row(row) for row in self._all(LIST + "order by played_at desc, runs.id desc"))

    def best(self, level_id: str) -> RunRow | None:
        """The finished run of a level with most stars, then the highest score; None before there is one.

        What-ifs are practice and do not count.
        """
        with told():
            return next((run_row(row) for row in self._all(LIST + BEST, level_id)), None)

    def keep_sitting(self, form: str, picks: Mapping[str, tuple[int, int]]) -> None:
        """Keep a form of the test, by concept the choice and how sure the learner was; earlier ones stay."""
        sittings.keep(self._connection, form, picks)

    def sitting(self, form: str) -> Sitting | None:
        """A form of the test as it was filled in last."""
        with told():
            return sittings.latest(self._connection, form)

    def seeds_met(self, level_id: str) -> frozenset[int]:
        """Seeds on which a level was played before."""
        with told():
            met = self._all(
                "select seed from runs join levels on levels.hash = runs.level where levels.id = ?", level_id
            )
            return frozenset(row["seed"] for row in met)

    def wait(self, number: int, turn: int, made: "Decisions") -> None:
        """Keep what is decided for a turn not yet played, instead of what waited before."""
        from game.archive import parts

        with writing(self._connection):
            stored = self._one("select turn from runs where id = ?", number)
            if stored["turn"] != turn:
                raise ArchiveError("elsewhere")
            self._db.execute("delete from decisions where run = ? and turn >= ?", (number, turn))
            self._db.table("decisions").insert_all(parts.decided(number, turn, made))

    def waiting(self, number: int) -> tuple[tuple[str, Any], ...]:
        """What was decided for the coming turn, as `target.lever` and value."""
        with told():
            head = self._one("select turn from runs where id = ?", number)
            return self._decisions(number, head["turn"] + 1)[-1]

    def _add_turns(self, number: int, run: "Run", first: int) -> None:
        from game.archive import parts
        from game.run import rows

        made = [row for turn in range(first, run.turn) for row in parts.decided(number, turn, run.decisions[turn])]
        self._db.execute("delete from decisions where run = ? and turn >= ?", (number, first))
        self._db.table("decisions").insert_all(made)
        figures = rows(run, range(first, run.history.turns))
        self._db.table("figures").insert_all({"run": number, **row._asdict()} for row in figures)

    def _decisions(self, number: int, turns: int) -> tuple[tuple[tuple[str, Any], ...], ...]:
        kept = self._all("select * from decisions where run = ? order by turn, seq", number)
        return tuple(
            tuple((f"{row['target']}.{row['lever']}", json.loads(row["value"])) for row in kept if row["turn"] == turn)
            for turn in range(turns)
        )

    def _figures(self, number: int) -> tuple["Row", ...]:
        from game.run import Row

        return tuple(Row(**row) for row in self._all(FIGURES, number))

    def _all(self, query: str, *values: object) -> list[Record]:
        cursor = self._connection.execute(query, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _one(self, query: str, *values: object) -> Record:
        found = self._all(query, *values)
        if not found:
            raise ArchiveError("gone")
        return found[0]
