"""Projects that began or reached their effects in the last turn."""

from collections.abc import Iterator

import numpy as np

from game.message import Message
from game.why.event import Event
from game.why.seen import Seen


def projects(seen: Seen) -> Iterator[Event]:
    """The furthest stage that a project reached in the turn; what takes no time is done when it begins."""
    before, now = seen.level_before("project"), seen.level_now("project")
    for index in np.flatnonzero(now > before).tolist():
        stage = int(now[index])
        in_turn = seen.history.level("project", seen.last_turn)[:, index, 0]
        period = seen.since + int(np.argmax(in_turn == stage))
        if stage == 1:
            yield Event(period, 56, "info", Message("feed.project_began", _values(seen, index)), ("goal", "cash"))
        else:
            yield Event(period, 64, "good", Message("feed.project_done", _values(seen, index)), ("goal", "cash"))


def _values(seen: Seen, index: int) -> dict[str, object]:
    plan = seen.plant.projects[index]
    return {"name": seen.name("project", index), "days": plan.periods // seen.plant.clock.per_day}
