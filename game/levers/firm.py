"""What is decided for the firm as a whole: projects that begin, the loan that is given back."""

from dataclasses import dataclass

from game.levers.base import Value
from game.levers.numbers import NumberLever
from game.message import Message
from game.plant import Plant
from game.plant.terms import MINOR
from game.state import NEVER, State


@dataclass(frozen=True)
class ProjectLever(NumberLever):
    """1 begins a project at the start of the turn; what has begun is not undone (rule M1)."""

    def bound(self, plant: Plant, index: int) -> bool:
        """Whether it may begin depends on whether it has."""
        return True

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """It runs already and cannot be undone."""
        runs = state.project_start[index, replication] != NEVER
        return Message("refused.project_runs") if runs and not value else None

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """Its cost, when it begins now."""
        begins = value and state.project_start[index, replication] == NEVER
        return plant.projects[index].cost if begins else 0


@dataclass(frozen=True)
class RepayLever(NumberLever):
    """Gives part of the loan back, once, and is 0 again (rule M10)."""

    def bound(self, plant: Plant, index: int) -> bool:
        """How much there is to repay depends on what is left."""
        return True

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """Nothing is left to repay."""
        return Message("refused.no_loan") if value and not _owed(plant, state, replication) else None

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """What is given back at most."""
        assert isinstance(value, int)
        return min(value * MINOR, _owed(plant, state, replication))


def _owed(plant: Plant, state: State, replication: int) -> int:
    return -int(plant.level_rows.view(state.levels, "loan")[0, replication])


FIRM = (
    ProjectLever("project", "project", "switch", 0, lambda _plant, _index: 1),
    RepayLever(
        "repay",
        "firm",
        "currency",
        0,
        lambda plant, _index: int(plant.level.money.loan),
        only=lambda plant, _index: plant.level.money.loan > 0,
    ),
)
