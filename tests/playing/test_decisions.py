"""Decisions that wait: undo is exact, query says what decide does, what is played leads to what was shown."""

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from game.levers import Decision, Refused
from game.playing.decisions import Waiting, applied, decision_of
from game.run import start
from tests.playing.small import pack

RUN = start(pack(), 1)
SETTINGS = RUN.state.settings
CARDS = st.builds(Decision, st.just("cards"), st.sampled_from(["tube", "frame"]), st.integers(-1, 45))
SIZES = st.builds(Decision, st.just("container"), st.sampled_from(["tube", "frame"]), st.integers(5, 15))
BUFFERS = st.builds(Decision, st.just("buffer"), st.just("tube"), st.integers(0, 12).map(lambda n: 5 * n))
POLICIES = st.builds(Decision, st.just("policy"), st.just("tube"), st.sampled_from(["kanban", "order_up_to", "none"]))
SHARES = st.builds(
    Decision, st.just("shares"), st.just("tube"), st.integers(0, 100).map(lambda n: {"near": n, "far": 100 - n})
)
DECISIONS = st.one_of(CARDS, SIZES, BUFFERS, POLICIES, SHARES)


def waiting() -> Waiting:
    return Waiting(RUN.plant, RUN.state)


def same(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> bool:
    return all(np.array_equal(left[name], right[name]) for name in left)


class Stack(RuleBasedStateMachine):
    """A model: the list of states before each decision, and of those taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.now = waiting()
        self.past: list[dict[str, np.ndarray]] = []
        self.future: list[dict[str, np.ndarray]] = []

    @rule(decision=DECISIONS)
    def decide(self, decision: Decision) -> None:
        why = self.now.query(decision)
        if why is not None:
            with pytest.raises(Refused) as refused:
                self.now.decide(decision)
            assert refused.value.message == why
            return
        before = self.now.planned
        after = self.now.decide(decision)
        if after is not self.now:
            self.past.append(before)
            self.future.clear()
            assert not same(before, after.planned)
        self.now = after

    @rule()
    def undo(self) -> None:
        if self.past:
            self.future.append(self.now.planned)
            self.now = self.now.undo()
            assert same(self.now.planned, self.past.pop())
        else:
            assert self.now.undo() is self.now

    @rule()
    def redo(self) -> None:
        if self.future:
            self.past.append(self.now.planned)
            self.now = self.now.redo()
            assert same(self.now.planned, self.future.pop())
        else:
            assert self.now.redo() is self.now

    @invariant()
    def what_is_played_leads_to_what_is_planned(self) -> None:
        assert same(applied(RUN.plant, SETTINGS, self.now.to_play()), self.now.planned)

    @invariant()
    def changes_are_what_differs(self) -> None:
        assert bool(self.now.changes()) == (not same(SETTINGS, self.now.planned))


TestStack = Stack.TestCase
TestStack.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


def test_a_value_set_back_is_no_change() -> None:
    made = waiting().decide(Decision("cards", "tube", 8)).decide(Decision("cards", "tube", 10))
    assert made.changes() == ()
    assert made.to_play() == ()
    assert len(made.made) == 2


def test_only_the_last_of_several_counts() -> None:
    made = waiting().decide(Decision("cards", "tube", 8)).decide(Decision("cards", "tube", 7))
    assert made.to_play() == (Decision("cards", "tube", 7),)


def test_a_change_allowed_only_by_another_since_withdrawn_is_played_with_it() -> None:
    made = waiting()
    for lever, value in (("container", 5), ("buffer", 25), ("container", 10)):
        made = made.decide(Decision(lever, "tube", value))
    assert [decision.lever for decision in made.changes()] == ["buffer"]
    assert len(made.to_play()) == 3


def test_a_policy_may_be_given_by_its_place() -> None:
    assert decision_of("policy", "tube", 3) == Decision("policy", "tube", "order_up_to")
    assert waiting().query(decision_of("policy", "tube", 9)) is not None
    assert waiting().query(decision_of("cards", "tube", 2.5)) is not None
    assert waiting().query(decision_of("nonsense", "tube", None)) is not None
