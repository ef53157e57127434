"""Looking back: a run turn by turn from its history, and what-ifs that leave it at a turn.

`Replay` is a door like `Session`, standing after any of the turns played; running a turn steps forward, deciding is
refused. What was decided for the turn that follows shows as pending.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.archive import Archive
from game.levers import Refused
from game.message import Message
from game.playing.decisions import Waiting
from game.playing.pending import pending
from game.playing.scene import Scene
from game.playing.session import Session
from game.playing.views import BoardView, Changed, Inspection, LeverView, ProjectView, SourcingView
from game.run import Decisions, Run, play_turn, start


def stages(run: Run) -> tuple[Run, ...]:
    """The run as it stood before its first turn and after each turn played."""
    found = [start(run.pack, run.seed)]
    for made in run.decisions:
        found.append(play_turn(found[-1], made))
    return tuple(found)


def branch(session: Session, turn: int, archive: Archive) -> Session:
    """A what-if that leaves a run before one of its turns, marked as such and kept.

    What was decided for that turn waits in it, to be run or changed.
    """
    run = session.whole
    made = run.decisions[turn] if turn < run.turn else session.waiting
    answers = {asked: choice for asked, choice in session.answers.items() if asked <= turn}
    left = Session(cut(run, turn), archive, None, answers, session.language, (session.number, turn))
    for decision in made:
        if left.query(decision.lever, decision.target, decision.value) is None:
            left.decide(decision.lever, decision.target, decision.value)
    left.keep()
    return left


def decided(run: Run, language: str) -> tuple[tuple[int, tuple[Message, ...]], ...]:
    """Turns before which something was changed (0 is the first), with the changes as sentences."""
    found = []
    for turn, stage in enumerate(stages(run)[: run.turn]):
        waiting = Waiting(stage.plant, stage.state, run.decisions[turn])
        made = tuple(entry.message for entry in pending(Scene(stage, waiting.planned, language), waiting))
        if made:
            found.append((turn, made))
    return tuple(found)


def cut(run: Run, turn: int) -> Run:
    """The run as it stood after so many turns."""
    earlier = start(run.pack, run.seed)
    for made in run.decisions[:turn]:
        earlier = play_turn(earlier, made)
    return earlier


def _past(lever: LeverView) -> LeverView:
    return replace(lever, allowed=False, past=True, why=Message("replay.past"))


class Replay(Session):
    """See the module. It begins before the first turn; nothing here is ever saved."""

    def _open(self, run: Run) -> None:
        self._stages = stages(run)
        self.go(0)

    @property
    def whole(self) -> Run:
        """The run as far as it was played."""
        return self._stages[-1]

    @property
    def last(self) -> int:
        """Turns the run has."""
        return len(self._stages) - 1

    @property
    def finished(self) -> bool:
        """Whether it stands after the last turn played: there is nothing to step to."""
        return self.turn == self.last

    @property
    def decided(self) -> Decisions:
        """What was decided for the turn that follows."""
        return self._stages[-1].decisions[self.turn] if self.turn < self.last else ()

    def go(self, turn: int) -> Changed:
        """Stand after so many turns, as far as there are."""
        self._stand(self._stages[max(0, min(turn, self.last))])
        self._waiting = replace(self._waiting, made=self.decided)
        return Changed.TURN

    def query(self, lever: str, target: str, value: object) -> Message | None:
        """Nothing may be changed in what has happened."""
        return Message("replay.past")

    def decide(self, lever: str, target: str, value: object) -> Changed:
        """Always refused."""
        raise Refused(Message("replay.past"))

    def spread(self, lever: str, target: str, others: Sequence[str]) -> tuple[Changed, Message | None]:
        """Always refused."""
        return Changed.NOTHING, Message("replay.past")

    def choose(self, item: str, choice: str, reason: str) -> Changed:
        """Always refused."""
        raise Refused(Message("replay.past"))

    def inspect(self, kind: str, target: str) -> Inspection:
        """All about a thing, with nothing to be set."""
        found = super().inspect(kind, target)
        sections = tuple(replace(part, levers=tuple(map(_past, part.levers))) for part in found.sections)
        return replace(found, sections=sections)

    def cards_trial(self, target: str) -> None:
        """Nothing is tried in what has happened."""

    def sourcing(self) -> tuple[SourcingView, ...]:
        """Bought items with their suppliers, with nothing to be set."""
        return tuple(replace(view, levers=tuple(map(_past, view.levers))) for view in super().sourcing())

    def projects(self) -> tuple[ProjectView, ...]:
        """Projects as they stood; none can be begun."""
        return tuple(
            replace(view, lever=None if view.lever is None else _past(view.lever)) for view in super().projects()
        )

    def board(self) -> BoardView | None:
        """The policy board as it stood."""
        view = super().board()
        return None if view is None else replace(view, past=True)

    @property
    def shows_ahead(self) -> bool:
        """Never: what came is known."""
        return False

    @property
    def can_undo(self) -> bool:
        """Never."""
        return False

    def undo(self) -> Changed:
        """Nothing."""
        return Changed.NOTHING

    def run_turn(self) -> Changed:
        """Step one turn forward; never `FINISHED`, for there is no end to go on from."""
        return Changed.NOTHING if self.finished else self.go(self.turn + 1)

    def keep(self) -> None:
        """Nothing: it is kept already."""

    def predict(self, choice: int) -> None:
        """Nothing: what was answered stays."""
