"""The plant at one moment, and a turn played back."""

from dataclasses import dataclass
from typing import Literal

from game.message import Message
from game.playing.views.score import Mood


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
    `buffer_target` 0 means no buffer, `buffer_reached` is the most of it that was ever there. `to_order`: no stock is
    kept. `shelf` tells perishable stock, `reduced` from which age in days
    it is marked down.
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
    buffer_reached: int
    cover: float
    mood: Mood
    shelf: bool
    ages: tuple[int, ...]
    column: Literal["inbound", "finished"]
    trend: tuple[int, ...]
    to_order: bool = False
    reduced: int | None = None


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
    sell (item to stream). Ends are `(kind of thing, id)`. `route` is the milk run that fetches it, `idle` an offer
    without a share from which nothing comes.
    """

    kind: Literal["supply", "use", "make", "move", "sell"]
    source: tuple[str, str]
    target: tuple[str, str]
    signals: int
    units: int
    route: str = ""
    idle: bool = False


@dataclass(frozen=True)
class Truck:
    """A shipment under way, as announced: `promised_day` is not the true day; `late` when overdue or told so.

    Shipments of one `route` that left on one day share a truck.
    """

    supplier: str
    item: str
    units: int
    left_day: float
    promised_day: float
    late: bool
    route: str = ""


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
