"""A run being played: `Session` is the door of `door.Playing` on a run and the archive that keeps it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from game import levers
from game.archive import Archive, ArchiveError
from game.level import Level
from game.levers import Decision, Refused, Value
from game.message import Message
from game.playing.alike import spread
from game.playing.board import chosen
from game.playing.decisions import Waiting, decision_of
from game.playing.feed import feed
from game.playing.looks import Looks
from game.playing.pending import pending
from game.playing.result import result
from game.playing.scene import Memory, Scene
from game.playing.views import Changed, FeedLine, Pending, Result
from game.run import Run, play_turn, record, save_file


class Session(Looks):
    """See `door.Playing`. What is kept under `number` in the archive is never behind by more than the turn played."""

    def __init__(
        self,
        run: Run,
        archive: Archive,
        number: int | None = None,
        answers: Mapping[int, int] | None = None,
        language: str = "en",
        parent: tuple[int | None, int] | None = None,
    ) -> None:
        """A run that the archive keeps under `number`, None before it does; `answers` are choices by turn.

        `parent` marks a what-if: the number of the run it left, and before which turn.
        """
        self._archive, self._number, self._language = archive, number, language
        self._parent = parent
        self._answers = dict(answers or {})
        self._notice: Message | None = None
        self._memory: Memory = {}
        self._open(run)

    def _open(self, run: Run) -> None:
        """Stand where play goes on."""
        self._stand(run)

    def _stand(self, run: Run) -> None:
        self._run = run
        self._waiting = Waiting(run.plant, run.state)
        self._look()

    def _look(self) -> None:
        """Forget pictures made before a change."""
        self.__dict__.pop("_scene", None)

    @cached_property
    def _scene(self) -> Scene:
        return Scene(self._run, self._waiting.planned, self._language, self._memory, bool(self._answers))

    @property
    def level(self) -> Level:
        """The level played."""
        return self._run.plant.level

    @property
    def run(self) -> Run:
        """The run as it stands."""
        return self._run

    @property
    def whole(self) -> Run:
        """All that was played, wherever a replay stands."""
        return self._run

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """Decisions not yet run, in the order made."""
        return self._waiting.made

    @property
    def parent(self) -> tuple[int | None, int] | None:
        """Of a what-if: the run it left, if that is known, and before which turn; None of a run that counts."""
        return self._parent

    @property
    def answers(self) -> Mapping[int, int]:
        """Predictions answered: choices by turn."""
        return self._answers

    def speak(self, language: str) -> None:
        """Another language from now on; what waits to be run stays."""
        self._language = language
        self._look()

    @property
    def number(self) -> int | None:
        """Number of the run in the archive, None while it could not be kept."""
        return self._number

    @property
    def seed(self) -> int:
        """What luck was drawn from."""
        return self._run.seed

    @property
    def turn(self) -> int:
        """Turns played so far."""
        return self._run.turn

    @property
    def finished(self) -> bool:
        """Whether nothing is left to decide."""
        return self._run.finished

    @property
    def language(self) -> str:
        """Language of names and texts."""
        return self._language

    @property
    def notice(self) -> Message | None:
        """Why the last turn could not be kept on disk; None when it was. The next turn tries again."""
        return self._notice

    def feed(self) -> tuple[FeedLine, ...]:
        """What happened in the last turn, or what to do; first of all when it could not be kept."""
        lines = feed(self._scene)
        if self._notice is None:
            return lines
        return (FeedLine(lines[0].day, lines[0].weekday, "bad", self._notice), *lines)

    def query(self, lever: str, target: str, value: object) -> Message | None:
        """Why a value may not be set, None when it may."""
        if self.finished:
            return Message("hint.over")
        return self._waiting.query(decision_of(lever, target, value))

    def decide(self, lever: str, target: str, value: object) -> Changed:
        """Plan a value for the coming turn; raises `levers.Refused` with the sentence of `query`."""
        if self.finished:
            raise Refused(Message("hint.over"))
        return self._replan(self._waiting.decide(decision_of(lever, target, value)))

    def choose(self, item: str, choice: str, reason: str) -> Changed:
        """Pick a choice of the policy board for a part; raises `levers.Refused` when it is no choice."""
        return self._replan(self._waiting.decide(*chosen(self._scene, item, choice, reason)))

    def spread(self, lever: str, target: str, others: Sequence[str]) -> tuple[Changed, Message | None]:
        """Plan for others what is planned for a target, as one step; answers for which it is refused, and why."""
        fit, refused = spread(self._scene, self._waiting, decision_of(lever, target, 0), others)
        return self._replan(self._waiting.decide(*fit)), refused

    @property
    def pending(self) -> tuple[Pending, ...]:
        """What will differ in the coming turn."""
        return pending(self._scene, self._waiting)

    @property
    def can_undo(self) -> bool:
        """Whether a step waits."""
        return bool(self._waiting.made)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._waiting.undone)

    def undo(self) -> Changed:
        """Take the latest step back."""
        return self._replan(self._waiting.undo())

    def redo(self) -> Changed:
        """Make the step again that was last taken back."""
        return self._replan(self._waiting.redo())

    def _replan(self, waiting: Waiting) -> Changed:
        if waiting is self._waiting:
            return Changed.NOTHING
        self._waiting = waiting
        self._look()
        self._archived(self._keep_waiting)
        return Changed.SETTINGS

    def _keep_waiting(self, number: int) -> None:
        if self._notice is not None:  # a turn that could not be kept comes first
            self._archive.save_turn(number, self._run)
        self._archive.wait(number, self.turn, self.waiting)

    def plan_again(self, kept: Iterable[tuple[str, Value]]) -> None:
        """Decide anew what waited when the run was left; what is refused by now is dropped."""
        for key, value in kept:
            decision = levers.parse(key, value)
            if self._waiting.query(decision) is None:
                self._waiting = self._waiting.decide(decision)
        self._look()

    def run_turn(self) -> Changed:
        """Play the coming turn and keep it; nothing happens when the run is over."""
        if self.finished:
            return Changed.NOTHING
        self._stand(play_turn(self._run, self._waiting.to_play()))
        self.keep()
        return Changed.TURN | (Changed.FINISHED if self.finished else Changed.NOTHING)

    def keep(self) -> None:
        """Keep the run as it stands; where that fails, play goes on and `notice` says why."""
        self._archived(lambda number: self._archive.save_turn(number, self._run))

    def _archived(self, save: Callable[[int], None]) -> None:
        try:
            if self._number is None:
                self._number = self._archive.start(self._run, self._answers, self._parent)
            save(self._number)
            self._notice = None
        except ArchiveError as error:
            self._notice = error.message

    def result(self) -> Result:
        """How the run ended, or stands."""
        return result(self._scene, self._answers)

    def predict(self, choice: int) -> None:
        """Keep the answer given before the coming turn."""
        self._answers[self.turn] = choice
        self._look()
        self._archived(lambda number: self._archive.answer(number, self.turn, choice))

    def export(self, path: Path) -> None:
        """Write a run file with the level inside; raises `run.RunError` with a sentence."""
        save_file(record(self._run, self._answers, self._parent[1] if self._parent else None), path)
