"""Ten runs are the same on every machine and for ever, and together they meet everything that is registered."""

import tomllib
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from game.demand import PATTERNS
from game.disruptions import KINDS
from game.kinds import FLOWS, POSTINGS
from game.levers import LEVERS
from game.measures import MEASURES
from game.plant.parameters import PARAMETERS
from game.run import Run
from game.state import POLICIES
from tests.golden.runs import DIGESTS, FILES, played


@pytest.mark.parametrize("name", FILES)
def test_a_run_is_what_it_was(name: str) -> None:
    recorded = tomllib.loads(DIGESTS.read_text("utf-8"))
    assert played(name).digest() == recorded[name]


def patterns(run: Run) -> Iterator[str]:
    """Of demand, those that others shape included."""
    for stream in run.plant.level.stream:
        yield stream.demand.pattern
        base = stream.demand.extras.get("base")
        while base:
            yield base["pattern"]
            base = base.get("base")


def disruptions(run: Run) -> Iterator[str]:
    """That came about."""
    return (one.kind for x, one in enumerate(run.plant.level.disruption) if run.tape.active[x].any())


def levers(run: Run) -> Iterator[str]:
    """That were moved."""
    return (decision.lever for turn in run.decisions for decision in turn)


def policies(run: Run) -> Iterator[str]:
    """Of items, at the start or later."""
    yield from (item.loop.policy for item in run.plant.items)
    yield from (str(one.value) for turn in run.decisions for one in turn if one.lever == "policy")


def postings(run: Run) -> Iterator[str]:
    """Of some amount."""
    return (kind for kind in POSTINGS if run.history.total_posting(kind).any())


def flows(run: Run) -> Iterator[str]:
    """Of some size."""
    return (name for name in FLOWS if run.history.total_flow(name).any())


def measures(run: Run) -> Iterator[str]:
    """That came to something."""
    return (name for name, measure in MEASURES.items() if np.nan_to_num(measure.value(run.history)).any())


def parameters(run: Run) -> Iterator[str]:
    """Changed by a project that had its effects."""
    for index, plan in enumerate(run.plant.projects):
        if run.history.level("project")[:, index].max() == 2:
            yield from (change.parameter for change in plan.effect)


MET: tuple[tuple[Callable[[Run], Iterator[str]], set[str]], ...] = (
    (patterns, set(PATTERNS)),
    (disruptions, set(KINDS)),
    (levers, set(LEVERS)),
    (policies, set(POLICIES)),
    (postings, set(POSTINGS)),
    (flows, set(FLOWS)),
    (measures, set(MEASURES)),
    (parameters, set(PARAMETERS)),
)


@pytest.mark.parametrize(("of", "registered"), MET, ids=[of.__name__ for of, _ in MET])
def test_everything_registered_is_met_by_one_of_them(of: Callable[[Run], Iterator[str]], registered: set[str]) -> None:
    assert registered - {name for run in map(played, FILES) for name in of(run)} == set()
