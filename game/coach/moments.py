"""Three moments of a run, by rules: the largest loss that a setting could have spared, the over-reaction after a
shock, the best save.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.coach.bridge import profit_rows
from game.coach.helped import Change, Helped, attempt
from game.run import Run

SHOCK = 0.1
"""Share of a turn's units late or lost from which it is a shock, if it is also twice the usual."""
NERVES = 2
"""Turns after a shock in which a decision is a reaction to it."""


@dataclass(frozen=True)
class Moment:
    """`turn` is when it happened (0 is the first), `change` the decision it is about, and what that was worth.

    loss: the change that would have spared most, and the turn in which it would have; overreaction: a decision within
    two turns after a shock in turn `shock`, better left out; save: the decision that brought most.
    """

    kind: Literal["loss", "overreaction", "save"]
    turn: int
    change: Change
    shock: int | None = None


def moments(run: Run, found: Helped) -> tuple[Moment, ...]:
    """Those of the three that there were."""
    return tuple(moment for moment in (_loss(run, found), _overreaction(run, found), _save(found)) if moment)


def _loss(run: Run, found: Helped) -> Moment | None:
    if not found.by_profit:
        return None
    best = found.by_profit[0]
    other = attempt(run, best.decisions)
    assert other is not None
    gained = (profit_rows(other.history) - profit_rows(run.history)).sum(axis=1)
    return Moment("loss", int(np.argmax(gained)), best)


def _overreaction(run: Run, found: Helped) -> Moment | None:
    shocks = shocked(run)
    for change in found.mistakes:
        before = [turn for turn in shocks if 0 < change.turn - turn <= NERVES]
        if before:
            return Moment("overreaction", change.turn, change, before[-1])
    return None


def _save(found: Helped) -> Moment | None:
    return Moment("save", found.calls[0].turn, found.calls[0]) if found.calls else None


def shocked(run: Run) -> list[int]:
    """Turns in which a disruption began, or far more units than usual were late or lost."""
    history, clock = run.history, run.plant.clock
    shares = []
    for turn in range(clock.play_turns):
        one = slice(turn, turn + 1)
        bad = sum(int(history.total_flow(name, one).sum()) for name in ("late", "lost"))
        shares.append(bad / max(1, int(history.total_flow("demand", one).sum())))
    usual = float(np.median(shares))
    began = np.diff(run.tape.active[:, : clock.end, 0].astype(np.int8), axis=1, prepend=0) > 0
    starts = {clock.turn_of(int(period)) for period in np.flatnonzero(began.any(axis=0))}
    return [turn for turn, bad in enumerate(shares) if turn in starts or (bad >= SHOCK and bad >= 2 * usual)]
