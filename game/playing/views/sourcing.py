"""The tabs of suppliers and projects."""

from dataclasses import dataclass

from game.message import Message
from game.playing.views.inspection import LeverView
from game.playing.views.score import Mood


@dataclass(frozen=True)
class OfferView:
    """One supplier of an item. What is promised stands beside what was seen (None before a load came).

    `price` as it is asked now; lead times, `payment`, `survive` and `replace` in days; `bad` the share told by the
    supplier, `bad_seen` that found among the units inspected; `share` of the coming orders, 0 to 1; `spend` so far in
    minor units; `dependence` its part of the units of the item that came so far, before the first load its share.
    `survive` is how long stock and what comes from others would last if it stopped now, `replace` how long another
    would take, None without another.
    """

    supplier: str
    name: str
    region: str
    mood: Mood
    price: object
    lead: float
    lead_seen: float | None
    on_time: float
    on_time_seen: float | None
    loads: int
    bad: float
    bad_seen: float | None
    share: float
    payment: float
    spend: int
    dependence: float
    survive: float | None
    replace: float | None


@dataclass(frozen=True)
class SourcingView:
    """A bought item with all its suppliers side by side, and what may be set about them."""

    item: str
    name: str
    offers: tuple[OfferView, ...]
    levers: tuple[LeverView, ...]


@dataclass(frozen=True)
class ProjectView:
    """A project: what it costs at the start and a day, in minor units; days until it has its effects.

    `stage` is open, runs or done; `share` of its days gone; `transition` and `effects` in sentences.
    """

    id: str
    name: str
    words: str
    cost: int
    cost_per_day: int
    days: float
    stage: str
    share: float
    begun_day: int | None
    transition: tuple[Message, ...]
    effects: tuple[Message, ...]
    lever: LeverView | None
