"""The door to the coach: questions about a run, answered in the background. `coaching.Coach` implements it."""

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from game.coach.ahead import Compared
    from game.coach.board import Fared
    from game.coach.bridge import Bridge
    from game.coach.fortune import Fortune
    from game.coach.helped import Helped
    from game.coach.moments import Moment
    from game.coach.standing import Stand
    from game.playing.debrief import Debrief
    from game.playing.door import Playing

T_co = TypeVar("T_co", covariant=True)


class Asked(Protocol[T_co]):
    """A question to the coach under way; see `coaching.Asked`."""

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""

    @property
    def complete(self) -> bool:
        """Whether all of it was answered."""

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""

    @property
    def error(self) -> BaseException | None:
        """Why a part of it failed."""

    @property
    def answer(self) -> T_co | None:
        """The picture so far, None before the first; the same object until there is a better one."""

    def cancel(self) -> None:
        """The answer is no longer wanted."""


class Coaching(Protocol):
    """What can be asked of the coach; see `coaching.Coach`. Nothing moves unless `pump` is called."""

    def warm(self) -> None:
        """Start the workers."""

    def pump(self) -> None:
        """Hand out work and take in what has come."""

    def debrief(self, playing: "Playing") -> "Debrief":
        """Makes pictures of the answers about a finished run."""

    def ahead(self, playing: "Playing") -> "Asked[Compared]":
        """The coming turns with the settings in force (`now`) and with those that wait (`planned`)."""

    def fortune(self, playing: "Playing") -> "Asked[Fortune]":
        """A finished run's decisions on other luck."""

    def helped(self, playing: "Playing") -> "Asked[tuple[Helped, tuple[Moment, ...]]]":
        """What would have helped in a finished run, its good calls, and three moments."""

    def standing(self, playing: "Playing") -> "Asked[tuple[Stand, ...]]":
        """The level's policies on the run's luck and on other luck, one after another."""

    def bridge(self, playing: "Playing", policy: str) -> "Asked[Bridge]":
        """From the profit of a policy on the same luck to that of a finished run."""

    def board(self, playing: "Playing") -> "Asked[tuple[Fared, ...]]":
        """How the choices of the policy board fared in a finished run, against the others on the same luck."""
