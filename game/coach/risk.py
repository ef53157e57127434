"""How risky an item is, from the terms that a player can read: variability, lateness, disruptions that may hit."""

from functools import lru_cache

import numpy as np

from game import demand, disruptions
from game.demand import Span
from game.level import Offer, Spread, Stream
from game.luck import ONE
from game.plant import Plant

VARIABLE = 0.35
"""Standard deviation of a day's demand, or of a lead time, over its mean, from which it counts as risky."""
UNRELIABLE = 0.9
"""On-time share below which an offer is risky."""
DAYS, STEPS = 28, 64


def risky(plant: Plant, item: int) -> bool:
    """Whether demand varies, or an offer is late often, varies, or may be cut off."""
    return variability(plant, item) >= VARIABLE or any(_risky_offer(plant, s) for s in plant.sources_of[item])


@lru_cache(maxsize=256)
def variability(plant: Plant, item: int) -> float:
    """The largest coefficient of variation of a day's demand among the customers that an item serves."""
    streams = [_stream_cv(plant, plant.level.stream[stream]) for stream in plant.streams_of[item]]
    users = [variability(plant, user) for part, user, _ in plant.uses if part == item]
    return max([*streams, *users], default=0.0)


def _stream_cv(plant: Plant, stream: Stream) -> float:
    """From a month of days, each at evenly spaced luck; what weekdays and seasons do is known and no risk."""
    bits = np.repeat(((np.arange(STEPS) * 2 + 1) * ONE // (2 * STEPS))[None, :], DAYS, axis=0)
    daily = demand.figures(stream).daily(Span(plant.level.calendar.start, DAYS, plant.pack.data), bits)
    mean = float(daily.mean())
    return float(np.sqrt(daily.var(axis=1).mean())) / mean if mean else 0.0


def _risky_offer(plant: Plant, source: int) -> bool:
    offer = plant.sources[source].offer
    if offer is None or not _has_share(plant, source):
        return False
    return offer.on_time < UNRELIABLE or _lead_cv(offer) >= VARIABLE or source in _threatened(plant)


def _has_share(plant: Plant, source: int) -> bool:
    offers = plant.items[plant.sources[source].item].offer
    return all(offer.share is None for offer in offers) or bool(getattr(plant.sources[source].offer, "share", 0))


def _lead_cv(offer: Offer) -> float:
    lead = offer.lead_time_days
    if isinstance(lead, Spread):
        return float(lead.cv)
    days = np.array(lead if isinstance(lead, tuple) else [0.0])
    return float(days.std() / days.mean()) if days.any() else 0.0


@lru_cache(maxsize=8)
def _threatened(plant: Plant) -> frozenset[int]:
    """Offers that a disruption of the level may stop, hold or delay."""
    effects = disruptions.effects(plant)
    hit = [(*effect.down, *effect.held, *(source for source, _ in effect.extra)) for effect in effects]
    return frozenset(source for sources in hit for source in sources)
