"""Projects as whole numbers: what each costs, how long it takes, which parameters it changes and how (rules M1, M2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.level import Effect, Level, Project
from game.plant.calendar import periods
from game.plant.parameters import PARAMETERS, holders
from game.plant.terms import PPM, minor, ppm


@dataclass(frozen=True)
class Change:
    """One parameter of one thing: value * factor // 1,000,000 + add."""

    parameter: str
    index: int
    factor: int
    add: int

    def apply(self, value: int) -> int:
        """A value as it changes it."""
        return value * self.factor // PPM + self.add


@dataclass(frozen=True)
class Plan:
    """A project: minor units, periods until it has its effects, and what changes before and after."""

    cost: int
    cost_per_day: int
    periods: int
    transition: tuple[Change, ...]
    effect: tuple[Change, ...]


def plans(level: Level) -> tuple[Plan, ...]:
    """The projects of a level, in file order."""
    return tuple(_plan(level, project) for project in level.project)


def stretched(level: Level, parameter: str, longest: int) -> int:
    """How large a value of at most `longest` may become, whatever projects are begun."""
    for plan in plans(level):
        for change in (*plan.transition, *plan.effect):
            if change.parameter == parameter:
                longest = longest * max(change.factor, PPM) // PPM + max(change.add, 0)
    return longest


def _plan(level: Level, project: Project) -> Plan:
    return Plan(
        cost=minor(project.cost),
        cost_per_day=minor(project.cost_per_day),
        periods=periods(project.days, level.calendar.periods_per_day),
        transition=tuple(change for effect in project.transition for change in _changes(level, effect)),
        effect=tuple(change for effect in project.effect for change in _changes(level, effect)),
    )


def _changes(level: Level, effect: Effect) -> Iterator[Change]:
    known = holders(level, effect.parameter)
    add = PARAMETERS[effect.parameter].whole(effect.add, level.calendar.periods_per_day)
    for name in effect.targets or known:
        yield Change(effect.parameter, known[name], ppm(effect.factor), add)
