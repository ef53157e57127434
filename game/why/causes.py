"""Causes as data: every unit lost or late, every minute a station stood still and every rush fee has its causes.

Causes of a loss add up to it exactly. A setting below what is needed is charged before any event; late units are
charged in the order of events, others in proportion to what each event held back, the remainder to the
largest; what nothing explains is `unexplained`, and shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.message import Message
from game.state import Settings
from game.why.seen import Seen, Thing
from game.why.tracing import Held, ran_out_first, trace

Kind = Literal["lost", "late", "stood", "rushed"]
STOOD = {"starved": "unexplained", "blocked": "no_card", "idle": "no_work", "down": "down"}
"""Times in which a station stood still, and their cause where no other is found."""


@dataclass(frozen=True)
class Cause:
    """Part of a loss: `reason` as in `cause.<reason>`, and the thing it happened to.

    `via` are the components through which it came, the one nearest to the customer first.
    """

    reason: str
    thing: Thing | None
    amount: int
    via: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Loss:
    """Units lost or late (by customer), thousandths of minutes stood still (by station), fees (by item)."""

    kind: Kind
    thing: Thing
    amount: int
    causes: tuple[Cause, ...]


def losses(seen: Seen, settings: Settings) -> tuple[Loss, ...]:
    """All losses of the last turn, those of a kind in file order; `settings` were in force in it."""
    return (*_units(seen, settings), *_minutes(seen, settings), *_fees(seen, settings))


def told(seen: Seen, cause: Cause) -> Message:
    """The sentence of a cause, with its thing by name."""
    if cause.thing is None:
        return Message(f"cause.{cause.reason}")
    return Message(f"cause.{cause.reason}", {"name": seen.by_id(cause.thing)})


def _units(seen: Seen, settings: Settings) -> Iterator[Loss]:
    for kind in ("lost", "late"):
        for stream, amount in enumerate(seen.total(kind).tolist()):
            if amount:
                found = trace(seen, settings, seen.plant.item_of_stream[stream])
                parts = _charged(amount, found, in_order=kind == "late")
                yield Loss("late" if kind == "late" else "lost", seen.thing("stream", stream), amount, parts)


def _minutes(seen: Seen, settings: Settings) -> Iterator[Loss]:
    for station in range(len(seen.plant.level.station)):
        parts: list[Cause] = []
        for name, reason in STOOD.items():
            amount = int(seen.total(name)[station])
            if amount:
                parts += _of_time(seen, settings, station, name, Cause(reason, seen.thing("station", station), amount))
        if parts:
            amount = sum(part.amount for part in parts)
            yield Loss("stood", seen.thing("station", station), amount, _merged(parts))


def _of_time(seen: Seen, settings: Settings, station: int, name: str, usual: Cause) -> tuple[Cause, ...]:
    """Starved time goes to what held back the component that ran out first; other time has one cause."""
    if name != "starved":
        return (usual,)
    for item in seen.plant.station_items[station]:
        part = ran_out_first(seen, item, seen.since)
        if part is not None:
            found = trace(seen, settings, part) or (Held("component", seen.thing("item", part), seen.since, 1),)
            return _spread(usual.amount, found)
    return (Cause("unexplained", None, usual.amount),)


def _fees(seen: Seen, settings: Settings) -> Iterator[Loss]:
    for source, amount in enumerate(seen.posted("expediting").tolist()):
        if amount:
            item = seen.plant.sources[source].item
            yield Loss("rushed", seen.thing("item", item), amount, _spread(amount, trace(seen, settings, item)))


def _charged(amount: int, found: Sequence[Held], *, in_order: bool) -> tuple[Cause, ...]:
    """Settings first, then events by their start or in proportion; the rest is unexplained."""
    settings = [held for held in found if held.reason == "setting"]
    events = [held for held in found if held.reason != "setting"]
    parts, left = _one_by_one(amount, settings)
    if in_order or sum(held.units for held in events) <= left:
        more, left = _one_by_one(left, events)
    else:
        more, left = list(_spread(left, events)), 0
    rest = [Cause("unexplained", None, left)] if left else []
    return _merged([*parts, *more, *rest])


def _one_by_one(amount: int, found: Sequence[Held]) -> tuple[list[Cause], int]:
    """Each is charged what it held back, as far as the amount goes; and what is left of it."""
    parts = []
    for held in found:
        charged = min(amount, held.units)
        parts.append(Cause(held.reason, held.thing, charged, held.via))
        amount -= charged
    return parts, amount


def _spread(amount: int, found: Sequence[Held]) -> tuple[Cause, ...]:
    """In proportion to units held back, rounded down, the remainder to the largest."""
    total = sum(held.units for held in found)
    if not total:
        return (Cause("unexplained", None, amount),)
    parts = [amount * held.units // total for held in found]
    largest = max(range(len(found)), key=lambda k: found[k].units)
    parts[largest] += amount - sum(parts)
    return _merged([Cause(held.reason, held.thing, part, held.via) for held, part in zip(found, parts, strict=True)])


def _merged(parts: Sequence[Cause]) -> tuple[Cause, ...]:
    """One entry for each reason and thing, those of nothing left out, in order of appearance."""
    sums: dict[tuple[str, Thing | None], Cause] = {}
    for part in parts:
        before = sums.get((part.reason, part.thing))
        sums[part.reason, part.thing] = replace(before, amount=before.amount + part.amount) if before else part
    return tuple(cause for cause in sums.values() if cause.amount)
