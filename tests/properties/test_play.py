"""A player who decides, takes back, plays, saves, resumes and branches at random: what holds then holds always."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from game.engine import advance, opening
from game.levers import LEVERS, Decision, Refused
from game.message import languages, render
from game.playing.decisions import Waiting
from game.run import Run, load_file, play_turn, record, replay, resume, save_file, start
from game.state import KANBAN, MANUAL, Settings, State
from game.tape import Tape, make
from tests.engine import holding
from tests.properties.levels import SEEDS, open_level, wishes
from tests.why.test_causes import causes_add_up

ONCE = ("onboard", "recall", "rush", "repay")
"""Levers that are 0 again once a turn has begun."""


@dataclass(frozen=True, eq=False)
class Moment:
    """A run between two turns, and the same played in a batch beside a run on other luck."""

    run: Run
    batch: State
    digest: str


class Player(RuleBasedStateMachine):
    """See the module."""

    @initialize(seed=SEEDS, luck=SEEDS)
    def begin(self, seed: int, luck: int) -> None:
        """Opens a random level."""
        run = start(open_level(seed), luck)
        self.tape: Tape = make(run.plant, [luck, luck + 1])
        self.moments = [Moment(run, opening(run.plant, 2), run.digest())]
        self._stand(self.moments[0])

    def _stand(self, moment: Moment) -> None:
        self.now = moment
        self.waiting = Waiting(moment.run.plant, moment.run.state)
        self.planned = [_copy(self.waiting.planned)]

    @precondition(lambda self: not self.now.run.finished)
    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        """What `query` allows can be set and is then set; what it refuses changes nothing and says why."""
        self._wish(data)

    def _wish(self, data: st.DataObject) -> None:
        for wish in data.draw(st.lists(wishes(self.now.run.plant), min_size=1, max_size=6)):
            self._try(wish)

    def _try(self, wish: Decision) -> None:
        before, why = self.waiting, self.waiting.query(wish)
        if why is not None:
            with pytest.raises(Refused):
                self.waiting.decide(wish)
            assert all(render(why, language).strip() for language in languages())
        else:
            self.waiting = before.decide(wish)
            assert _plain(self.waiting, wish) == _value(self.waiting, wish)
            if self.waiting is not before:
                self.planned.append(_copy(self.waiting.planned))
        assert _same(before.planned, self.planned[len(before.made)])

    @precondition(lambda self: self.waiting.made)
    @rule()
    def take_back(self) -> None:
        """Undo is exact, and so is making it again."""
        again = self.waiting.undo().redo()
        assert again.made == self.waiting.made
        assert _same(again.planned, self.waiting.planned)
        self.waiting = self.waiting.undo()
        self.planned.pop()

    @invariant()
    def plans_are_those_that_were_made(self) -> None:
        """The settings planned are those after each decision, whatever was decided and taken back since."""
        if hasattr(self, "waiting"):
            assert _same(self.waiting.planned, self.planned[-1])

    @precondition(lambda self: not self.now.run.finished)
    @rule(data=st.data())
    def run_turn(self, data: st.DataObject) -> None:
        """A turn gives a new run, and leaves the old one as it was."""
        self._wish(data)
        before, decided = self.now, self.waiting.to_play()
        run = play_turn(before.run, decided)
        batch = self._beside(before, run, decided)
        assert before.run.digest() == before.digest
        if not run.insolvent:
            self._settings_came_into_force(run)
        self._holds(before.run, run)
        self.moments.append(Moment(run, batch, run.digest()))
        self._stand(self.moments[-1])

    def _beside(self, before: Moment, run: Run, decided: tuple[Decision, ...]) -> State:
        """The batch plays the same turns; its first replication is the run."""
        state = before.batch
        for turn in range(before.run.history.turns, run.history.turns):
            state, record = advance(run.plant, state, decided, self.tape, turn)
            decided = ()
            for sheet in ("flows", "postings", "levels"):
                alone = getattr(run.history.records[turn], sheet)
                assert np.array_equal(getattr(record, sheet)[..., 0], alone[..., 0]), sheet
        return state

    def _settings_came_into_force(self, run: Run) -> None:
        for name, values in self.waiting.planned.items():
            expected = np.zeros_like(values) if name in ONCE else values
            assert np.array_equal(run.state.settings[name], expected), name

    def _holds(self, before: Run, run: Run) -> None:
        holding.stock_follows_flows(run.history)
        holding.parts_become_products(run.history)
        holding.books_balance(run.history)
        holding.books_show_what_is_there(run.history, run.state)
        holding.nothing_is_negative(run.history, run.state)
        holding.what_is_on_order_is_somewhere(run.plant, run.state)
        if not any(change.parameter == "minutes_per_day" for change in _changes(run)):
            holding.minutes_are_spent_once(run.history, run.plant.minutes)
        causes_add_up(run)
        if not run.finished:
            _nobody_orders_unasked(before, run)

    @precondition(lambda self: len(self.moments) > 1)
    @rule(data=st.data())
    def branch(self, data: st.DataObject) -> None:
        """Play goes on from an earlier turn; nothing that was played before has changed."""
        moment = data.draw(st.sampled_from(self.moments))
        assert moment.run.digest() == moment.digest
        self._stand(moment)

    @rule()
    def play_again(self) -> None:
        """The same decisions on the same luck are the same run."""
        run = self.now.run
        assert replay(run.pack, run.seed, run.decisions).digest() == self.now.digest

    @rule()
    def save_and_resume(self) -> None:
        """A run from its file is the run that was saved."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "run.json"
            save_file(record(self.now.run), path)
            saved = load_file(path)
        run = resume(saved, self.now.run.pack)
        assert run.digest() == saved.digest == self.now.digest
        self._stand(Moment(run, self.now.batch, self.now.digest))


def _nobody_orders_unasked(before: Run, run: Run) -> None:
    """A loop by hand at 0 orders nothing; cards never ask for more than their containers hold."""
    plant, state, turn = run.plant, run.state, slice(run.history.turns - 1, None)
    ordered, released = run.history.total_flow("ordered", turn)[:, 0], run.history.total_flow("released", turn)[:, 0]
    for item in range(len(plant.items)):
        given = {name: int(state.settings[name][item, 0]) for name in ("policy", "cards", "container", "quantity")}
        buffered = state.settings["buffer"][item, 0] or state.settings["failover"][item, 0]
        if given["policy"] == MANUAL and not given["quantity"] and not buffered:
            assert not ordered[list(plant.sources_of[item])].any()
        if given["policy"] == KANBAN and not released[item]:
            most = max(given["cards"] * given["container"], int(holding.position_of(plant, before.state, item)[0]))
            assert holding.position_of(plant, state, item)[0] <= most


def _changes(run: Run) -> Iterator[object]:
    for plan in run.plant.projects:
        yield from (*plan.transition, *plan.effect)


def _plain(waiting: Waiting, wish: Decision) -> object:
    """A wish as a value in force: shares of all suppliers."""
    if not isinstance(wish.value, dict):
        return wish.value
    now = _value(waiting, wish)
    assert isinstance(now, dict)
    return {name: wish.value.get(name, 0) for name in now}


def _value(waiting: Waiting, wish: Decision) -> object:
    lever = LEVERS[wish.lever]
    index = waiting.plant.index[lever.owner][wish.target]
    return lever.value(waiting.plant, waiting.planned, index)


def _copy(settings: Settings) -> Settings:
    return {name: values.copy() for name, values in settings.items()}


def _same(one: Settings, other: Settings) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one)


CALM = settings(deadline=None, stateful_step_count=15, suppress_health_check=list(HealthCheck))
AT_ONCE = (Phase.explicit, Phase.reuse, Phase.generate)
"""What fails is shown as it was found; `--long` looks for the shortest way there."""


def test_whatever_a_player_does() -> None:
    run_state_machine_as_test(Player, settings=settings(CALM, max_examples=50, derandomize=True, phases=AT_ONCE))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_whatever_players_do() -> None:
    run_state_machine_as_test(Player, settings=settings(CALM, max_examples=600, stateful_step_count=20))
