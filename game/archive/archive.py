"""Runs in and out of the database."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game import measures
from game.archive.errors import ArchiveError, told
from game.archive.removal import Removed, put_back, remove
from game.archive.store import opened, set_aside, writing
from game.level import Text
from game.message import Message
from game.run import RULES_VERSION, Row, Run, Saved, SavedLevel, rows

Record = dict[str, Any]


@dataclass(frozen=True)
class RunRow:
    """A run in the list: `turn` of `turns` are decided; `stars` and `score` are None until it is finished.

    A what-if tells by `parent_turn` before which turn it left its run, and by `parent_run` which one, while it is kept.
    """

    id: int
    level_id: str
    level_hash: str
    title: Text
    seed: int
    rules: int
    turn: int
    turns: int
    finished: bool
    insolvent: bool
    stars: int | None
    score: float | None
    started_at: str
    played_at: str
    parent_run: int | None = None
    parent_turn: int | None = None


LIST = """
select runs.id, levels.id as level_id, runs.level as level_hash, levels.title, seed, rules, turn, turns, finished,
    insolvent, stars, score, started_at, played_at, parent_run, parent_turn
from runs join levels on levels.hash = runs.level
"""
FIGURES = "select turn, measure, entity, numerator, denominator from figures where run = ? order by rowid"
BEST = "where levels.id = ? and finished and parent_turn is null order by stars desc, score desc, runs.id limit 1"


class Archive:
    """All runs of a file, or of this session only when `path` is None. Use it from one thread."""

    def __init__(self, path: Path | None, notice: Message | None = None, copy_of: Path | None = None) -> None:
        """Open a file, or make it; raises `ArchiveError`. `notice` is a sentence for the player."""
        self.path = path
        self.notice = notice
        self._db = opened(path, copy_of)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def start(
        self, run: Run, answers: Mapping[int, int] | None = None, parent: tuple[int | None, int] | None = None
    ) -> int:
        """Keep a run, new or imported with all its turns; returns its number.

        `parent` marks a what-if: the run it left, if that is kept, and before which turn.
        """
        with writing(self._db):
            level = run.pack.level
            self._db.table("levels").insert(_level(run), pk="hash", ignore=True)
            head = {
                "level": run.pack.hash,
                "seed": run.seed,
                "rules": RULES_VERSION,
                "tape": run.tape.digest(),
                "turns": level.calendar.turns,
                "parent_run": parent[0] if parent else None,
                "parent_turn": parent[1] if parent else None,
                "started_at": _now(),
                **_standing(run),
            }
            number = int(self._db.table("runs").insert(head, pk="id").last_pk or 0)
            self._add_turns(number, run, 0)
            kept = [{"run": number, "turn": turn, "choice": choice} for turn, choice in (answers or {}).items()]
            self._db.table("answers").insert_all(kept)
        return number

    def save_turn(self, number: int, run: Run) -> None:
        """Keep what was played since the last save. Refuses when the run was played on elsewhere."""
        with writing(self._db):
            stored = self._one("select turn, digest from runs where id = ?", number)
            if stored["turn"] > run.turn or (stored["turn"] == run.turn and stored["digest"] != run.digest()):
                raise ArchiveError("elsewhere")
            if stored["turn"] < run.turn:
                self._add_turns(number, run, stored["turn"])
                self._db.table("runs").update(number, _standing(run))

    def answer(self, number: int, turn: int, choice: int) -> None:
        """Keep the answer to a turn's prediction; a later one replaces it."""
        with writing(self._db):
            self._one("select id from runs where id = ?", number)
            self._db.table("answers").upsert({"run": number, "turn": turn, "choice": choice}, pk=("run", "turn"))

    def delete(self, number: int) -> Removed:
        """Take a run out; what is returned brings it back by `restore`. Its what-ifs stay."""
        with writing(self._db):
            self._one("select id from runs where id = ?", number)
            return remove(self._db, number)

    def restore(self, removed: Removed) -> None:
        """Bring a deleted run back under its number."""
        with writing(self._db):
            put_back(self._db, removed)

    def load(self, number: int) -> Saved:
        """A run as it is kept; `run.opened` and `run.resume` bring it back to life."""
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
            return tuple(_run_row(row) for row in self._all(LIST + "order by played_at desc, runs.id desc"))

    def best(self, level_id: str) -> RunRow | None:
        """The finished run of a level with most stars, then the highest score; None before there is one.

        What-ifs are practice and do not count.
        """
        with told():
            return next((_run_row(row) for row in self._all(LIST + BEST, level_id)), None)

    def seeds_met(self, level_id: str) -> frozenset[int]:
        """Seeds on which a level was played before."""
        with told():
            met = self._all(
                "select seed from runs join levels on levels.hash = runs.level where levels.id = ?", level_id
            )
            return frozenset(row["seed"] for row in met)

    def _add_turns(self, number: int, run: Run, first: int) -> None:
        made = [
            {
                "run": number,
                "turn": turn,
                "seq": seq,
                "lever": decision.lever,
                "target": decision.target,
                "value": json.dumps(decision.value, sort_keys=True),
            }
            for turn in range(first, run.turn)
            for seq, decision in enumerate(run.decisions[turn])
        ]
        self._db.table("decisions").insert_all(made)
        figures = rows(run, range(first, run.history.turns))
        self._db.table("figures").insert_all({"run": number, **row._asdict()} for row in figures)

    def _decisions(self, number: int, turns: int) -> tuple[tuple[tuple[str, Any], ...], ...]:
        kept = self._all("select * from decisions where run = ? order by turn, seq", number)
        return tuple(
            tuple((f"{row['target']}.{row['lever']}", json.loads(row["value"])) for row in kept if row["turn"] == turn)
            for turn in range(turns)
        )

    def _figures(self, number: int) -> tuple[Row, ...]:
        return tuple(Row(**row) for row in self._all(FIGURES, number))

    def _all(self, query: str, *values: object) -> list[Record]:
        return list(self._db.query(query, values))

    def _one(self, query: str, *values: object) -> Record:
        found = self._all(query, *values)
        if not found:
            raise ArchiveError("gone")
        return found[0]


def open_archive(path: Path) -> Archive:
    """The archive of a file, whatever state it is in; its `notice` says what the player must know.

    A damaged file is put aside and a new one begun. Where nothing can be kept, the archive lives in memory, with
    the runs that can be read.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Archive(path)
    except OSError as error:
        return _unkept(path, Message("run.archive.cannot_open", {"error": error.strerror or str(error)}))
    except ArchiveError as error:
        return _anew(path) if error.reason == "corrupt" else _unkept(path, error.message)


def _anew(path: Path) -> Archive:
    try:
        return Archive(path, Message("run.archive.put_aside", {"path": str(set_aside(path))}))
    except (OSError, ArchiveError) as error:
        return _unkept(path, Message("run.archive.cannot_open", {"error": str(error)}))


def _unkept(path: Path, why: Message) -> Archive:
    notice = Message("run.archive.unkept", {"why": why})
    try:
        return Archive(None, notice, copy_of=path)
    except ArchiveError:
        return Archive(None, notice)


def _level(run: Run) -> Record:
    level = run.pack.level
    return {
        "hash": run.pack.hash,
        "id": level.id,
        "title": json.dumps(level.title, sort_keys=True),
        "text": run.pack.text,
        "data": json.dumps(run.pack.data, sort_keys=True),
    }


def _standing(run: Run) -> Record:
    """What changes with each turn."""
    score = measures.score(run.history) if run.finished else None
    return {
        "digest": run.digest(),
        "turn": run.turn,
        "finished": int(run.finished),
        "insolvent": int(run.insolvent),
        "stars": None if score is None else int(score.stars[0]),
        "score": None if score is None else float(score.score[0]),
        "played_at": _now(),
    }


def _run_row(row: Record) -> RunRow:
    yes = {"finished": bool(row["finished"]), "insolvent": bool(row["insolvent"])}
    return RunRow(**{**row, "title": json.loads(row["title"]), **yes})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
