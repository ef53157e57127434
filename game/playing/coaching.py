"""The coach asked through the player's door, in the background: a question is asked now and answered bit by bit.

    coach = Coach(Pool(2))
    asked = coach.fortune(session)
    while not asked.over:
        coach.pump()
    print(asked.answer)

Whoever asks must call `pump` now and then; it takes no time. What is computed is computed in workers, which play the
run again from its decisions. Nothing here knows of a window.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from game.coach.ahead import FUTURES, Compared, Looking, Question
from game.coach.batch import Outcome, joined
from game.coach.board import Fared, fared
from game.coach.bridge import Bridge, bridge
from game.coach.fortune import TAPES, Fortune, blocks, told
from game.coach.helped import Helped, helped
from game.coach.judging import play_block
from game.coach.moments import Moment, moments
from game.coach.policies import for_level, play
from game.coach.standing import Stand, names, seeds, stand
from game.jobs import Job, Pool, Progress
from game.level.pack import LevelPack
from game.playing.debrief import Debrief
from game.playing.door import Playing
from game.playing.scene import Scene
from game.playing.session import Session
from game.playing.views import Coached
from game.run import Decisions, Run, RunError, replay

T = TypeVar("T")
CHANGES = 10
KEPT = 24
"""Answers remembered."""
Played = tuple[LevelPack, int, tuple[Decisions, ...]]
"""A run as it travels: level, seed, decisions."""


@dataclass(eq=False)
class Asked(Generic[T]):
    """A question under way; `picture` makes an answer of the results that are there, None while they do not suffice."""

    _pool: Pool
    _jobs: Sequence[Job]
    _picture: Callable[[Sequence[Job]], T | None]
    _seen: int = -1
    _answer: T | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return all(job.over for job in self._jobs)

    @property
    def complete(self) -> bool:
        """Whether all of it was answered."""
        return all(job.stage == "done" for job in self._jobs)

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return sum(1.0 if job.over else job.share for job in self._jobs) / max(1, len(self._jobs))

    @property
    def error(self) -> BaseException | None:
        """Why a part of it failed; None as long as none did."""
        return next((job.error for job in self._jobs if job.error is not None), None)

    @property
    def answer(self) -> T | None:
        """The picture so far, None before the first; the same object until there is a better one."""
        done = [job for job in self._jobs if job.stage == "done"]
        if len(done) != self._seen:
            self._seen = len(done)
            self._answer = self._picture(done) if done else None
        return self._answer

    def cancel(self) -> None:
        """The answer is no longer wanted."""
        for job in self._jobs:
            self._pool.cancel(job)


class Coach:
    """See the module. Workers start with the first question, or by `warm`; `close` ends them whatever they do.

    What was answered about a finished run is remembered for a while.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._kept: dict[str, Asked[Any]] = {}

    def warm(self) -> None:
        """Start the workers, so that the first question finds them awake."""
        for _ in range(self._pool.workers):
            self._pool.submit(_awake)

    def pump(self) -> None:
        """Hand out work and take in what has come; without workers, do one piece of it."""
        self._pool.pump()

    def close(self) -> None:
        """End all work."""
        self._pool.close()

    def debrief(self, playing: Playing) -> Debrief:
        """Makes pictures of the answers about a finished run."""
        session = _session(playing)
        run = session.whole
        return Debrief(Scene(run, run.state.settings, session.language))

    def ahead(self, playing: Playing, futures: int = FUTURES) -> Asked[Compared]:
        """The coming turns with the settings in force and with those that wait, sharper bit by bit."""
        session = _session(playing)
        looking = Looking(self._pool, Question.of(session.run, session.waiting), futures)
        return Asked(self._pool, looking.jobs, lambda done: looking.answer)

    def fortune(self, playing: Playing, tapes: int = TAPES) -> Asked[Fortune]:
        """A finished run's decisions on other luck, sharper bit by bit."""
        run = _session(playing).whole

        def ask() -> Asked[Fortune]:
            jobs = [self._pool.submit(_block, run.pack, run.decisions, block) for block in blocks(tapes)]
            return Asked(self._pool, jobs, lambda done: told(run, joined([job.result for job in done])))

        return self._once(ask, "fortune", run, tapes)

    def helped(self, playing: Playing, count: int = CHANGES) -> Asked[tuple[Helped, tuple[Moment, ...]]]:
        """What would have helped in a finished run, its good calls, and three moments."""
        run = _session(playing).whole
        return self._once(lambda: self._whole(_helped, _travelling(run), count), "helped", run, count)

    def standing(self, playing: Playing) -> Asked[tuple[Stand, ...]]:
        """The level's policies on the run's luck and on other luck, one after another."""
        run = _session(playing).whole

        def ask() -> Asked[tuple[Stand, ...]]:
            jobs = [self._pool.submit(stand, run.pack, name, seeds(run.seed)) for name in names(run.pack)]
            return Asked(self._pool, jobs, lambda done: tuple(job.result for job in done if job.result is not None))

        return self._once(ask, "standing", run)

    def bridge(self, playing: Playing, policy: str) -> Asked[Bridge]:
        """From the profit of a policy on the same luck to that of a finished run."""
        run = _session(playing).whole
        return self._once(lambda: self._whole(_bridge, _travelling(run), policy), "bridge", run, policy)

    def board(self, playing: Playing) -> Asked[tuple[Fared, ...]]:
        """How the choices of the policy board fared in a finished run."""
        run = _session(playing).whole
        return self._once(lambda: self._whole(_fared, _travelling(run)), "board", run)

    def everything(self, playing: Playing, progress: Progress | None = None) -> Coached:
        """All that can be said of a finished run, waited for; raises the error of what failed."""
        debrief = self.debrief(playing)
        stand, luck, helped = self.standing(playing), self.fortune(playing), self.helped(playing)
        money = self.bridge(playing, debrief.reference)
        every: tuple[Asked[Any], ...] = (stand, luck, helped, money)
        while not all(one.over for one in every):
            self._pool.pump(0.1)
            if progress is not None:
                progress(sum(one.share for one in every) / len(every))
        for one in every:
            if one.error is not None:
                raise one.error
        assert stand.answer
        assert luck.answer
        assert helped.answer
        assert money.answer
        return Coached(
            debrief.stand(stand.answer),
            debrief.money(debrief.reference, money.answer),
            debrief.luck(luck.answer),
            debrief.helped(helped.answer),
        )

    def _whole(self, function: Callable[..., T], *arguments: object) -> Asked[T]:
        """A question answered at once when its one job is done."""
        job = self._pool.submit(function, *arguments)
        return Asked(self._pool, [job], lambda done: done[0].result)

    def _once(self, ask: Callable[[], Asked[T]], kind: str, run: Run, *more: object) -> Asked[T]:
        """What was answered before about the same run, or the question asked."""
        key = repr((kind, run.pack.hash, run.seed, run.decisions, more))
        found = self._kept.pop(key, None)
        self._kept[key] = found if found is not None and found.complete else ask()
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return self._kept[key]


def _awake() -> None:
    """What a worker does to be there: it has loaded all that the coach needs."""


def _session(playing: Playing) -> Session:
    assert isinstance(playing, Session)
    return playing


def _travelling(run: Run) -> Played:
    return run.pack, run.seed, run.decisions


def _helped(played: Played, count: int) -> tuple[Helped, tuple[Moment, ...]]:
    run = replay(*played)
    found = helped(run, Pool(0), count)
    return found, moments(run, found)


def _fared(played: Played) -> tuple[Fared, ...]:
    return fared(replay(*played))


def _bridge(played: Played, policy: str) -> Bridge:
    pack, seed, _ = played
    return bridge(play(pack, seed, for_level(pack)[policy]), replay(*played))


def _block(pack: LevelPack, decisions: tuple[Decisions, ...], luck: tuple[int, ...]) -> Outcome:
    found = play_block(pack, decisions, luck)
    if isinstance(found, RunError):
        raise found
    return found
