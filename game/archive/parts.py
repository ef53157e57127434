"""What is kept of a run, as rows of the tables."""

import json
from datetime import UTC, datetime
from typing import Any

from game import measures
from game.run import Decisions, Run

Record = dict[str, Any]


def decided(number: int, turn: int, made: Decisions) -> list[Record]:
    """Decisions of a turn as rows."""
    return [
        {
            "run": number,
            "turn": turn,
            "seq": seq,
            "lever": decision.lever,
            "target": decision.target,
            "value": json.dumps(decision.value, sort_keys=True),
        }
        for seq, decision in enumerate(made)
    ]


def level(run: Run) -> Record:
    """The level a run is of."""
    found = run.pack.level
    return {
        "hash": run.pack.hash,
        "id": found.id,
        "title": json.dumps(found.title, sort_keys=True),
        "text": run.pack.text,
        "data": json.dumps(run.pack.data, sort_keys=True),
    }


def standing(run: Run) -> Record:
    """What changes with each turn."""
    score = measures.score(run.history) if run.finished else None
    return {
        "digest": run.digest(),
        "turn": run.turn,
        "finished": int(run.finished),
        "insolvent": int(run.insolvent),
        "stars": None if score is None else int(score.stars[0]),
        "score": None if score is None else float(score.score[0]),
        "played_at": now(),
    }


def now() -> str:
    """The time, as ISO text in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
