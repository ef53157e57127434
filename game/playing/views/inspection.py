"""All about one thing: settings, facts, what happened, what is planned."""

from dataclasses import dataclass

from game.measures import Kind
from game.message import Message
from game.playing.views.score import Figure, Mood


@dataclass(frozen=True)
class Alike:
    """Others that may be set as one thing is planned: `words` name them in short, `sentence` says what will be set."""

    targets: tuple[str, ...]
    words: Message
    sentence: Message


@dataclass(frozen=True)
class LeverView:
    """A setting that the player may change.

    `target` is the id it is set for; `value` the one in force, `planned` the one decided for the next turn.
    `choices` for levers picked from a list (policy); `parts` for levers that are shares by supplier.
    `shown` is the value in force as a person reads it, where the number alone does not say it.
    `most` of what is done once is how much there is to do, and `most_cost` what all of it costs, None of other levers.
    `per` steps of its numbers make one of its unit: 4 of a setting in half days are 2 days.
    `alike` of a setting that will change are others that may go with it.
    `allowed` False greys it out with `why`, `past` when it has happened; `hint` is a short line beneath the name.
    """

    lever: str
    target: str
    value: int
    planned: int
    minimum: int
    maximum: int
    step: int
    unit: str
    allowed: bool
    why: Message | None
    hint: Message | None = None
    choices: tuple[str, ...] = ()
    parts: tuple[tuple[str, int, int], ...] = ()
    shown: object = None
    most: int = 0
    most_cost: object = None
    past: bool = False
    alike: tuple[Alike, ...] = ()
    per: int = 1


@dataclass(frozen=True)
class Fact:
    """A line of the inspector: a name (text `fact.<name>`) and a value to show."""

    name: str
    value: object
    mood: Mood | None = None


@dataclass(frozen=True)
class Section:
    """A group of levers and facts of the inspector (heading `section.<name>`), `table` rows as text cells."""

    name: str
    levers: tuple[LeverView, ...] = ()
    facts: tuple[Fact, ...] = ()
    head: tuple[str, ...] = ()
    table: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """Something that can be inspected."""

    kind: str
    target: str
    name: str


@dataclass(frozen=True)
class Inspection:
    """All about one thing: `history` is its stock (item), sales (stream) or running share (station) by period.

    `links` are what hangs together with it.
    """

    thing: tuple[str, str]
    name: str
    summary: Message | None
    sections: tuple[Section, ...]
    history: tuple[float, ...] = ()
    history_kind: Kind = "units"
    links: tuple[Neighbour, ...] = ()


@dataclass(frozen=True)
class CardsTried:
    """A number of cards: sales missed and goods thrown away a week, minor units."""

    cards: int
    missed: int
    waste: int


@dataclass(frozen=True)
class CardsView:
    """Numbers of cards side by side, the one in force among them, and which would have earned most."""

    now: int
    tried: tuple[CardsTried, ...]
    words: Message


@dataclass(frozen=True)
class FeedLine:
    """Something that happened: `day` counts from 0, `weekday` 0 is Monday; `thing` to jump to."""

    day: int
    weekday: int
    mood: Mood
    message: Message
    thing: tuple[str, str] | None = None


@dataclass(frozen=True)
class Band:
    """A bar of the timeline in turns (may be fractional): known start, end None while it lasts.

    `expected` is what is announced about its length, such as `2 to 4 weeks`.
    """

    name: str
    start: float
    end: float | None
    expected_end: float | None
    mood: Mood
    announced: bool
    expected: str = ""


@dataclass(frozen=True)
class Entry:
    """A posting, or what of it is still open: `day` from 0, `owner` whose it is; minor units, signed as the cell."""

    day: int
    weekday: int
    kind: Message
    owner: str
    amount: int


@dataclass(frozen=True)
class Entries:
    """What a cell of the books is made of: a balance before (0 where there is none), and what was added to it."""

    before: int
    entries: tuple[Entry, ...]

    @property
    def total(self) -> int:
        """The figure in the cell."""
        return self.before + sum(entry.amount for entry in self.entries)


@dataclass(frozen=True)
class MeasureView:
    """A figure of the last turn and of all, with the sentence of how the latter is computed."""

    name: str
    last: Figure
    whole: Figure
    how: Message


@dataclass(frozen=True)
class Timeline:
    """Turns played, units sold by turn, and what has happened or is announced."""

    turns: int
    turn: int
    sold: tuple[int, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Pending:
    """A decision not yet run."""

    lever: str
    target: str
    before: object
    after: object
    message: Message
