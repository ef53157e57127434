"""What the coach says of a finished run, for the debrief: plain numbers and sentences."""

from dataclasses import dataclass
from typing import Literal

from game.message import Message


@dataclass(frozen=True)
class Estimate:
    """A figure and the bounds that hold it in 95 of 100 cases."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Spot:
    """How one run came out: average `stock` at cost in minor units, share `served` at once (None without demand)."""

    stock: float
    served: float | None
    profit: int
    stars: int
    score: float


@dataclass(frozen=True)
class Plan:
    """A plan by its id and its name, on the run's own luck and on other luck."""

    id: str
    name: Message
    here: Spot
    elsewhere: tuple[Spot, ...]


@dataclass(frozen=True)
class StandView:
    """Where the run stands among plans on its own luck; `words` say it in sentences."""

    you: Spot
    plans: tuple[Plan, ...]
    words: tuple[Message, ...]

    @property
    def frontier(self) -> tuple[Spot, ...]:
        """Those on the run's luck that none serves better with less stock, from little stock to much."""
        found: list[Spot] = []
        for spot in sorted((self.you, *(plan.here for plan in self.plans)), key=lambda one: one.stock):
            if spot.served is not None and all((one.served or 0.0) < spot.served for one in found):
                found.append(spot)
        return tuple(found)


@dataclass(frozen=True)
class MoneyLine:
    """Postings of one kind for one owner (empty: the firm): their part of a step, in all and by turn, minor units."""

    kind: Message
    owner: str
    amount: int
    by_turn: tuple[int, ...]


@dataclass(frozen=True)
class MoneyStep:
    """One cause and by how much it changed the profit."""

    cause: Message
    amount: int
    lines: tuple[MoneyLine, ...]


@dataclass(frozen=True)
class MoneyView:
    """From the profit of a plan (`start`) to that of the run (`end`): start + all steps = end, to the cent."""

    plan: str
    against: Message
    start: int
    end: int
    steps: tuple[MoneyStep, ...]

    @property
    def levels(self) -> tuple[int, ...]:
        """The profit before the first step and after each."""
        found = [self.start]
        for step in self.steps:
            found.append(found[-1] + step.amount)
        return tuple(found)


@dataclass(frozen=True)
class Bin:
    """So many futures from `low` to below `high`; `here` when this run is one of its kind."""

    low: float
    high: float
    count: int
    here: bool


@dataclass(frozen=True)
class LuckView:
    """The run's decisions on other luck. `kind` says what the bins count: points, or money where points never differ.

    `chances[k]`: of k + 1 stars or more; `words` say it in sentences, the first the verdict.
    """

    kind: Literal["number", "money"]
    tapes: int
    here: float
    bins: tuple[Bin, ...]
    worth: Estimate
    place: float
    chances: tuple[Estimate, Estimate, Estimate]
    words: tuple[Message, ...]


@dataclass(frozen=True)
class ChangeView:
    """One decision before a turn (0 is the first) and what it brings: profit in minor units, stars, points.

    A `change` would have brought it, a `call` did (left out it would be missing), a `mistake` brings it when left out.
    """

    kind: Literal["change", "call", "mistake"]
    turn: int
    what: Message
    profit: int
    stars: int
    score: float
    lever: str
    target: str
    value: object


@dataclass(frozen=True)
class MomentView:
    """A moment worth another look, in a turn (0 is the first)."""

    kind: Literal["loss", "overreaction", "save"]
    turn: int
    title: Message
    text: Message


@dataclass(frozen=True)
class HelpedView:
    """What would have helped, best first; the good calls; three moments; how many changes were tried."""

    changes: tuple[ChangeView, ...]
    calls: tuple[ChangeView, ...]
    moments: tuple[MomentView, ...]
    tried: int


@dataclass(frozen=True)
class ShockView:
    """A disruption that struck: stock of the item it hit hardest and service, by day from `first` on (0 is the first).

    `begins`, `ends` in days, `ends` None when it outlasted the run; `served` over the week before, None without demand.
    `survive`, `lasted`, `recover` in days, None where there is none; `words` say it in sentences.
    """

    name: str
    item: str
    first: int
    stock: tuple[float, ...]
    served: tuple[float | None, ...]
    begins: float
    ends: float | None
    survive: float | None
    lasted: float | None
    recover: float | None
    words: tuple[Message, ...]


@dataclass(frozen=True)
class Coached:
    """All that the coach says of a run; what was not worked out is None."""

    stand: StandView | None = None
    money: MoneyView | None = None
    luck: LuckView | None = None
    helped: HelpedView | None = None
