"""What the window may see: frozen pictures of a run, in plain numbers.

Money is in minor units, shares run from 0 to 1, days and periods count from 0 at the start of the level.
The window formats and draws; it never computes. `Message`s are rendered with `game.message.render`.
"""

from dataclasses import dataclass, field
from enum import Flag, auto
from typing import Literal

from game.books import Statement
from game.levelfile.problems import Problem
from game.measures import Kind
from game.message import Message

__all__ = [
    "Band", "Briefing", "Changed", "Chart", "Curve", "Cycle", "Diagram", "Entries", "Entry", "Fact", "FeedLine",
    "Figure", "GoalView", "Inspection", "ItemView", "Kind", "LevelCard", "LeverView", "Link", "Look", "MeasureView",
    "Mood", "Pending", "PlantView", "Playback", "PredictionView", "Problem", "Result", "RunCard", "Scoreboard",
    "Section", "Series", "Statement", "StationView", "StreamView", "SupplierView", "Tile", "Timeline", "Truck",
]  # fmt: skip

Mood = Literal["good", "warn", "bad", "info"]


class Changed(Flag):
    """What a command changed, so that the window refreshes no more than that."""

    NOTHING = 0
    SETTINGS = auto()
    TURN = auto()
    FINISHED = auto()


@dataclass(frozen=True)
class Figure:
    """A number with its kind and the name of its measure (text `measure.<name>`)."""

    measure: str
    kind: Kind
    value: float | None


@dataclass(frozen=True)
class GoalView:
    """A goal against its figure: `stars` 0 to 3 reached, `points` 0 to 100."""

    figure: Figure
    item: str | None
    fail: float
    bounds: tuple[float, float, float]
    rising: bool
    weight: float
    stars: int
    points: float


@dataclass(frozen=True)
class Tile:
    """One score tile: the figure, its change over the last turn, its trend by turn, its goal if it has one."""

    figure: Figure
    change: float | None
    trend: tuple[float, ...]
    goal: GoalView | None


@dataclass(frozen=True)
class Cycle:
    """The cash conversion cycle in days: stock + receivables - payables; None before there is a figure."""

    stock: float | None
    customers: float | None
    suppliers: float | None
    total: float | None


@dataclass(frozen=True)
class Scoreboard:
    """The row of tiles; `stars` so far and the sentence about what the next star lacks."""

    tiles: tuple[Tile, ...]
    cycle: Cycle
    stars: int
    score: float
    hint: Message | None


@dataclass(frozen=True)
class SupplierView:
    """A supplier on the floor."""

    id: str
    name: str
    region: str
    mood: Mood
    lead_days: float
    on_time: float
    share: int
    backlog: int
    note: Message | None


@dataclass(frozen=True)
class ItemView:
    """A stock point: `full` of `places` containers hold something; `ages` are units by age, oldest first.

    `cover` is (on hand - backorders) / target; `level` is the colour of the number.
    `buffer_target` 0 means no buffer. `shelf` tells perishable stock.
    """

    id: str
    name: str
    unit: str
    policy: str
    on_hand: int
    on_order: int
    backorders: int
    container: int
    cards: int
    target: int
    full: int
    places: int
    buffer: int
    buffer_target: int
    cover: float
    mood: Mood
    shelf: bool
    ages: tuple[int, ...]
    column: Literal["inbound", "finished"]
    trend: tuple[int, ...]


@dataclass(frozen=True)
class StationView:
    """A workstation: what it does now, and how the last turn's minutes split (shares that add up to 1)."""

    id: str
    name: str
    state: Literal["running", "setup", "down", "starved", "blocked", "idle", "closed"]
    item: str | None
    lot: int
    split: dict[str, float]
    note: Message | None


@dataclass(frozen=True)
class StreamView:
    """A customer: units sold by turn, late and lost units of the last turn."""

    id: str
    name: str
    item: str
    demand: tuple[int, ...]
    late: int
    lost: int
    waiting: int
    note: Message | None
    mood: Mood


@dataclass(frozen=True)
class Link:
    """An arrow of the floor from one thing to another; `signals` are cards on their way upstream.

    `kind`: supply (supplier to item), use (item to station), make (station to item), move (item to item),
    sell (item to stream). Ends are `(kind of thing, id)`.
    """

    kind: Literal["supply", "use", "make", "move", "sell"]
    source: tuple[str, str]
    target: tuple[str, str]
    signals: int
    units: int


@dataclass(frozen=True)
class Truck:
    """A shipment under way, as announced: `promised_day` is not the true day; `late` when overdue or told so."""

    supplier: str
    item: str
    units: int
    left_day: float
    promised_day: float
    late: bool


@dataclass(frozen=True)
class PlantView:
    """The whole plant at one moment."""

    kind: Literal["factory", "store"]
    suppliers: tuple[SupplierView, ...]
    items: tuple[ItemView, ...]
    stations: tuple[StationView, ...]
    streams: tuple[StreamView, ...]
    links: tuple[Link, ...]
    trucks: tuple[Truck, ...]
    projects: tuple[tuple[str, str], ...] = ()
    """(id, name)"""


@dataclass(frozen=True)
class Playback:
    """`frames[k]` is the floor after k periods of the turn; a day has `per_day` periods."""

    first_day: float
    per_day: int
    frames: tuple[PlantView, ...]

    @property
    def periods(self) -> int:
        """Number of periods."""
        return len(self.frames) - 1

    def day(self, moment: float) -> float:
        """The day after so many periods, whole or not."""
        return self.first_day + moment / self.per_day


@dataclass(frozen=True)
class LeverView:
    """A setting that the player may change.

    `target` is the id it is set for; `value` the one in force, `planned` the one decided for the next turn.
    `choices` for levers picked from a list (policy); `parts` for levers that are shares by supplier.
    `shown` is the value in force as a person reads it, where the number alone does not say it.
    `allowed` False greys it out with `why`; `hint` is a short line beneath the name.
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
class Inspection:
    """All about one thing: `history` is its stock (item), sales (stream) or running share (station) by period."""

    thing: tuple[str, str]
    name: str
    summary: Message | None
    sections: tuple[Section, ...]
    history: tuple[float, ...] = ()


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


@dataclass(frozen=True)
class Series:
    """A line of a chart: one value a period."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """A chart by period: stock by item, cash, service."""

    name: Literal["stock", "cash", "service"]
    kind: Kind
    periods_per_turn: int
    series: tuple[Series, ...]


Look = Literal["line", "area", "bar", "stack", "bound"]


@dataclass(frozen=True)
class Curve:
    """One row of numbers of a diagram, NaN where there is none; `tone` names a colour of the theme."""

    name: Message
    values: tuple[float, ...]
    tone: str
    look: Look


@dataclass(frozen=True)
class Diagram:
    """A chart (text `diagram.<name>`) of a subject, empty for the whole firm.

    Values stand by period with `per_turn` of them a turn, by turn (1), or by `categories` where there are any.
    """

    name: str
    subject: str
    kind: Kind
    per_turn: int
    curves: tuple[Curve, ...]
    categories: tuple[str, ...] = ()
    thing: tuple[str, str] | None = None


@dataclass(frozen=True)
class PredictionView:
    """A prediction and what came of it: the question, the answer chosen, the one that came true and why."""

    question: str
    chosen: str
    right: str
    explain: str

    @property
    def came_true(self) -> bool:
        """Whether the player was right."""
        return self.chosen == self.right


@dataclass(frozen=True)
class Result:
    """How a run ended: `headline` and `reason` are sentences with this run's figures.

    `lesson` is the level's text with this run's figures filled in; `questions` are (kind, text); `prediction` is
    the answer the player gave, None when the level asked nothing or nothing was answered.
    """

    stars: int
    score: float
    insolvent: bool
    headline: Message
    reason: Message
    goals: tuple[GoalView, ...]
    figures: tuple[Figure, ...] = field(default=())
    lesson: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    prediction: PredictionView | None = None


@dataclass(frozen=True)
class LevelCard:
    """An entry of the Levels page; `problems` is not empty for a broken level, which cannot be played."""

    path: str
    id: str
    title: str
    kind: str
    minutes: int
    teaches: tuple[str, ...]
    order: int | None
    own: bool
    stars: int | None
    score: float | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class RunCard:
    """A run kept on disk: where it stands and when it was last played.

    `parted` is the turn before which a what-if left its run `parent` (None when that is gone), None of one that counts.
    """

    id: int
    level_id: str
    title: str
    seed: int
    turn: int
    turns: int
    stars: int | None
    finished: bool
    played_at: str
    score: float | None = None
    insolvent: bool = False
    parent: int | None = None
    parted: int | None = None


@dataclass(frozen=True)
class Briefing:
    """What is read before play; `currency` is the level's, `objectives` what the learner can do afterwards."""

    title: str
    kind: str
    minutes: int
    turns: int
    days_per_turn: int
    story: str
    task: str
    teaches: tuple[str, ...]
    goals: tuple[GoalView, ...]
    levers: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]
    plant: PlantView
    prediction: tuple[str, tuple[str, ...]] | None
    currency: str = "EUR"
    objectives: tuple[str, ...] = ()
