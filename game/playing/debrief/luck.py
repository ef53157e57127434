"""Luck or skill: what a run's decisions bring on other luck, as bars and sentences."""

from dataclasses import asdict

import numpy as np

from game.coach.fortune import POOR, Fortune
from game.message import Message, Money, Number, Percent
from game.playing.views.debrief import Bin, Estimate, LuckView

BINS = 24
VERDICTS = ((0.1, "unlucky"), (0.35, "below"), (0.65, "usual"), (0.9, "above"))
"""Share of futures that do worse, and what to say of a run below it."""
HARDLY = 0.005
"""A chance below it is no whole percent."""
SPREAD = 0.5
"""Points by which scores must differ to be told apart by bars."""


def luck_view(found: Fortune, currency: str, tolerance: float | None = None) -> LuckView:
    """The spread of the futures; by profit where nearly all of them score the same.

    `tolerance` is the chance of no star that the player said could be borne.
    """
    by_score = float(np.ptp(found.scores)) >= SPREAD
    values, here = (found.scores, found.here) if by_score else (found.profits, float(found.profit_here))
    return LuckView(
        kind="number" if by_score else "money",
        tapes=found.tapes,
        here=here,
        bins=bins(np.asarray(values, dtype=np.float64), here),
        worth=Estimate(**asdict(found.worth if by_score else found.profit)),
        place=found.place,
        chances=(_estimate(found, 0), _estimate(found, 1), _estimate(found, 2)),
        words=_said(found, values, here, by_score, currency, tolerance),
    )


def _said(
    found: Fortune, values: np.ndarray, here: float, by_score: bool, currency: str, tolerance: float | None
) -> tuple[Message, ...]:
    """Good luck or bad, then the figures; only that there is no luck where all futures end as this run did."""
    if np.all(np.asarray(values) == here):
        return (Message("debrief.luck.none"),)
    told = (*_words(found, by_score, currency), *_borne(found, tolerance), Message("debrief.luck.bound"))
    return (Message(f"debrief.luck.{verdict(found.place)}"), *told)


def _borne(found: Fortune, tolerance: float | None) -> list[Message]:
    """The risk that was taken beside the risk that was said to be bearable."""
    if tolerance is None:
        return []
    risk = 1 - found.reached[0].middle
    key = "debrief.luck.within" if risk <= tolerance else "debrief.luck.beyond"
    return [Message(key, {"risk": Percent(risk, 0), "tolerance": Percent(tolerance, 0)})]


def _estimate(found: Fortune, stars: int) -> Estimate:
    return Estimate(**asdict(found.reached[stars]))


def bins(values: np.ndarray, here: float, count: int = BINS) -> tuple[Bin, ...]:
    """Equal steps from the lowest to the highest value, this run's included; one when all are equal."""
    low, high = min(float(values.min()), here), max(float(values.max()), here)
    if low == high:
        return (Bin(low - 0.5, low + 0.5, len(values), True),)
    edges = np.linspace(low, high, count + 1)
    counts, _ = np.histogram(values, edges)
    place = min(count - 1, int((here - low) / (high - low) * count))
    return tuple(Bin(float(edges[k]), float(edges[k + 1]), int(number), k == place) for k, number in enumerate(counts))


def verdict(place: float) -> str:
    """What to say of a run that does better than this share of its futures."""
    return next((name for bound, name in VERDICTS if place < bound), "lucky")


def _words(found: Fortune, by_score: bool, currency: str) -> list[Message]:
    worth = found.worth if by_score else found.profit
    figures = {
        name: Number(value, 0) if by_score else Money(round(value), currency) for name, value in asdict(worth).items()
    }
    one, two, three = (Percent(chance.middle, 0) for chance in found.reached)
    place = "debrief.luck.place_points" if by_score else "debrief.luck.place"
    chances = Message("debrief.luck.chances", {"one": one, "two": two, "three": three})
    if one.share < HARDLY:
        chances = Message("debrief.luck.hardly_a_star" if any(found.stars[1:]) else "debrief.luck.no_star")
    words = [
        Message(place, {"place": Percent(found.place, 0), **figures}),
        chances,
        Message("debrief.luck.poor", {"share": Percent(POOR, 0), "profit": Money(round(found.poor_profit), currency)}),
    ]
    if found.insolvent:
        words.append(Message("debrief.luck.insolvent", {"share": Percent(found.insolvent / found.tapes, 0)}))
    return words
