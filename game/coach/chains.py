"""Why: every loss of a run with its causes, turn by turn, and what each cause cost in all.

Causes are those of `game.why.causes`, found for each turn from what had been seen when it was over; here they get their
price. The cost of a loss is split among its causes in proportion, so that costs by cause add up to all that was lost,
to the cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.coach.past import settings_by_turn
from game.plant import minor
from game.run import Run
from game.state import Settings
from game.why import Seen
from game.why.causes import Cause, Loss, losses
from game.why.seen import Thing

Root = tuple[str, Thing | None]
"""Reason and thing of a cause."""


@dataclass(frozen=True)
class Chain:
    """A loss in a turn (0 is the first): units lost or late, or fees for rushes, and what it cost in minor units.

    `costs` belong to the causes of the loss and add up to `cost`; a cause leads back to the customer by its `via`.
    """

    turn: int
    loss: Loss
    cost: int
    costs: tuple[int, ...]


def chains(run: Run) -> tuple[Chain, ...]:
    """All losses of a run, turn by turn; those of the run-out belong to the last turn."""
    settings = settings_by_turn(run)
    return tuple(chain for turn in range(run.turn) for chain in _of_turn(_then(run, turn), settings[turn], turn))


def by_root(found: tuple[Chain, ...]) -> dict[Root, int]:
    """What each cause cost in all, the dearest first; together all that was lost."""
    totals: dict[Root, int] = {}
    for chain in found:
        for cause, cost in zip(chain.loss.causes, chain.costs, strict=True):
            root = cause.reason, cause.thing
            totals[root] = totals.get(root, 0) + cost
    return dict(sorted(totals.items(), key=lambda pair: -pair[1]))


def _then(run: Run, turn: int) -> Seen:
    """The run as it was seen when a turn was over."""
    last = None if turn + 1 == run.turn else turn + 1
    history = replace(run.history, records=run.history.records[:last])
    return Seen(run.plant, run.tape, history, turn + 1)


def _of_turn(seen: Seen, settings: Settings, turn: int) -> Iterator[Chain]:
    for loss in losses(seen, settings):
        if loss.kind != "stood":
            cost = _cost(seen, loss)
            yield Chain(turn, loss, cost, _split(cost, loss.causes))


def _cost(seen: Seen, loss: Loss) -> int:
    """Penalties for what was late, the sales that were missed, or the fees."""
    if loss.kind == "rushed":
        return loss.amount
    stream = seen.plant.index["stream"][loss.thing[1]]
    if loss.kind == "late":
        return int(seen.posted("late_penalty")[stream])
    missed = loss.amount * minor(seen.plant.level.stream[stream].price)
    return int(seen.posted("lost_sale")[stream]) + missed


def _split(cost: int, causes: tuple[Cause, ...]) -> tuple[int, ...]:
    """In proportion, rounded so that nothing is lost on the way."""
    total, passed, parts = sum(cause.amount for cause in causes), 0, []
    for cause in causes:
        before, passed = passed, passed + cause.amount
        parts.append(cost * passed // total - cost * before // total)
    return tuple(parts)
