"""The campaign as a road: stops in order, what is open, ready paths. Imports nothing that takes long.

Levels bring their place (`order`, `chapter`); `assets/campaign.toml` has the rest. A stop opens with a star at the
stop before it, or with everything.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.message import in_language
from game.playing.cards import LevelCard

FILE = Path(__file__).resolve().parent.parent.parent / "assets" / "campaign.toml"
STARS = 3


@dataclass(frozen=True)
class Stop:
    """A level on the road: `line` says in some words what it is about, `needs` which level opens it, "" when open."""

    card: LevelCard
    number: int
    line: str
    needs: str = ""
    chapter: str = ""

    @property
    def open(self) -> bool:
        """Whether it can be played."""
        return not self.needs

    @property
    def won(self) -> int:
        """Stars of the best run that counts."""
        return self.card.stars or 0


@dataclass(frozen=True)
class OwnSales:
    """Time with a store of the players' own sales: `about` says what to prepare, `play` the minutes at the screen."""

    minutes: int
    play: int
    about: str
    aims: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Lessons:
    """A choice of levels for an occasion, in lessons; `minutes` of each lesson with predicting and debrief.

    Where `own` is given, the occasion ends with a store of the players' own sales.
    """

    title: str
    about: str
    parts: tuple[tuple[Stop, ...], ...]
    minutes: tuple[int, ...]
    own: OwnSales | None = None

    @property
    def longest(self) -> int:
        """Minutes of the longest lesson, with the players' own sales."""
        return max(self.minutes, default=0) + (self.own.minutes if self.own else 0)


@dataclass(frozen=True)
class Campaign:
    """The road. `chapter` of a stop is the name of the chapter that begins there, else ""."""

    stops: tuple[Stop, ...]
    paths: tuple[Lessons, ...]
    sandboxes: tuple[LevelCard, ...]
    own: tuple[LevelCard, ...]

    @property
    def won(self) -> int:
        """Stars won on the road."""
        return sum(stop.won for stop in self.stops)

    @property
    def most(self) -> int:
        """Stars there are."""
        return STARS * len(self.stops)

    @property
    def next(self) -> Stop | None:
        """The first open stop without a star, else the first that could have more, else the last."""
        open_ones = [stop for stop in self.stops if stop.open]
        fresh = [stop for stop in open_ones if not stop.won]
        better = [stop for stop in open_ones if stop.won < STARS]
        return next(iter(fresh + better + open_ones[-1:]), None)

    def after(self, level_id: str) -> LevelCard | None:
        """The level of the stop behind a level's, None when that is shut or there is none."""
        following = zip(self.stops, self.stops[1:], strict=False)
        return next((stop.card for here, stop in following if here.card.id == level_id and stop.open), None)


def campaign(cards: Sequence[LevelCard], language: str, everything: bool = False) -> Campaign:
    """The road made of the cards that can be played; `everything` opens all stops."""
    good = [card for card in cards if not card.problems]
    stops = _stops([card for card in good if card.order is not None], language, everything)
    return Campaign(
        stops=stops,
        paths=tuple(_path(found, stops, language) for found in _file()["path"]),
        sandboxes=tuple(card for card in good if card.free),
        own=tuple(card for card in good if card.own),
    )


def _stops(cards: list[LevelCard], language: str, everything: bool) -> tuple[Stop, ...]:
    lines, names = _file()["stop"], [in_language(found["title"], language) for found in _file()["chapter"]]
    stops: list[Stop] = []
    chapter, before = None, None
    for card in cards:
        line = in_language(lines.get(str(card.order), ", ".join(card.teaches[:2])), language)
        shut = before is not None and not before.stars and card.stars is None and not everything
        begins = card.chapter != chapter and 0 < (card.chapter or 0) <= len(names)
        name = names[(card.chapter or 0) - 1] if begins else ""
        needs = before.title if shut and before is not None else ""
        stops.append(Stop(card, card.order or 0, line, needs, name))
        chapter, before = card.chapter, card
    return tuple(stops)


def _path(found: dict[str, Any], stops: tuple[Stop, ...], language: str) -> Lessons:
    parts = tuple(tuple(stop for stop in stops if stop.number in numbers) for numbers in found["part"])
    parts = tuple(part for part in parts if part)
    minutes = tuple(sum(stop.card.minutes + found["after"] for stop in part) for part in parts)
    own = _own(found["own"], language) if "own" in found else None
    return Lessons(in_language(found["title"], language), in_language(found["about"], language), parts, minutes, own)


def _own(found: dict[str, Any], language: str) -> OwnSales:
    aims, before, after = (tuple(in_language(x, language) for x in found[name]) for name in ("aims", "before", "after"))
    about, note = (in_language(found[name], language) for name in ("about", "note"))
    return OwnSales(found["minutes"], found["play"], about, aims, before, after, note)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))
