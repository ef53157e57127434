"""From a sales history to a level: what is kept of it, cards by the formula, and goals that they reach."""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isfinite
from pathlib import Path

import numpy as np

from game import files, levelfile
from game.coach.batch import play_policy
from game.coach.formulas import card_formula
from game.coach.policies import decided
from game.demand.history_csv import HistoryError, Sales, parse
from game.engine import opening
from game.history import History
from game.level.pack import LevelPack
from game.levelfile.reading import LARGEST_DATA, UnreadableError, read_text
from game.levers import Decision
from game.measures import MEASURES
from game.message import UNSEEN, Message, Number, Percent
from game.plant import Plant
from game.plant.build import build
from game.playing.ownstore.draft import Draft, slug
from game.playing.ownstore.fit import Days, Fit, days_of, fit
from game.playing.wish import Wish

MOST_ITEMS, LEAST_DAYS, TAPES = 24, 28, 20
SERVED = (0.80, 0.92, 0.95, 0.97)
"""Fill rate: fail, and one to three stars, unless the formula's cards reach less."""
STOCK = (3.0, 1.6, 1.3, 1.1)
PROFIT = (0.0, 0.8, 0.9, 0.97)
"""Stock and profit in shares of what the formula's cards reach."""


@dataclass(frozen=True)
class OwnStore:
    """The level's text with its data by file name, and a sentence for each thing the maker did."""

    id: str
    text: str
    data: dict[str, str]
    report: tuple[Message, ...]

    def write(self, folder: Path) -> Path:
        """Write the level with its data beside it into a folder of its own; raises `OSError`."""
        place = folder / self.id
        place.mkdir(parents=True, exist_ok=True)
        for name, text in self.data.items():
            files.write(place / name, text)
        path = place / f"{self.id}.toml"
        files.write(path, self.text)
        return path


def read(path: Path) -> str:
    """The text of a history; raises `HistoryError` with a sentence when there is none."""
    try:
        return read_text(path, LARGEST_DATA)
    except UnreadableError as error:
        no_text = Message("own_store.not_text", {"path": str(path)})
        raise HistoryError(no_text if error.line else error.message) from error


def own_store(text: str, name: str, wish: Wish, taken: Collection[str] = ()) -> OwnStore:
    """The store of a sales history, under an id not `taken`.

    Raises `HistoryError` with a sentence when the history cannot be read or is too short, or a number is none.
    """
    _check(wish)
    sales = parse(text, name)
    days = days_of(sales)
    if (days.last - days.first).days + 1 < LEAST_DAYS:
        raise HistoryError(Message("own_store.short", {"file": name, "days": LEAST_DAYS}))
    kept = _sold_most(sales)
    if not kept:
        raise HistoryError(Message("own_store.nothing_sold", {"file": name}))
    wish = replace(wish, title=" ".join(UNSEEN.sub(" ", wish.title).split()) or Path(name).stem)
    fits = [fit(item, sales, days) for item in kept]
    draft = Draft(_free(slug(wish.title) or "own-store", taken), wish, days, fits, len(sales) - len(kept))
    data = {} if wish.mode == "fitted" else {draft.data: _kept(sales, kept, days)}
    draft = _with_cards(draft, data)
    return OwnStore(draft.id, draft.text(), data, tuple(_report(draft)))


def _check(wish: Wish) -> None:
    for what, amount in (("cost", wish.cost), ("price", wish.price)):
        if not (isfinite(amount) and amount > 0):
            values = {"name": Message(f"own_store.{what}_short"), "found": amount}
            raise HistoryError(Message("own_store.positive", values))


def _sold_most(sales: Sales) -> list[str]:
    """Items with sales, most first, as many as a store holds."""
    total = {item: sum(units.values()) for item, units in sales.items()}
    return sorted((item for item in total if total[item]), key=lambda item: -total[item])[:MOST_ITEMS]


def _free(wanted: str, taken: Collection[str]) -> str:
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in names if name not in taken)


def _kept(sales: Sales, items: list[str], days: Days) -> str:
    """The history as the level keeps it: clean, in the order of items and days.

    Each item has the first and the last day, with nothing sold if need be: what was new or went sold none before or
    after.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("date", "item", "units"))
    for item in items:
        whole = {days.first: Fraction(0), days.last: Fraction(0), **sales[item]}
        rows.writerows((day, item, _plain(units)) for day, units in sorted(whole.items()))
    return out.getvalue()


def _plain(units: Fraction) -> str:
    return str(units.numerator) if units.denominator == 1 else f"{float(units):.2f}"


def _with_cards(draft: Draft, data: dict[str, str]) -> Draft:
    """Cards twice as many as the formula says (one more where goods grow old), and goals that the formula reaches."""
    plant = build(_pack(draft, data))
    settings = opening(plant, 1).settings
    formula = {item.id: card_formula(plant, settings, i).cards for i, item in enumerate(plant.items)}
    found = replace(
        draft, cards={name: cards + 1 if draft.wish.keeps else 2 * cards for name, cards in formula.items()}
    )
    return replace(found, goals=_goals(build(_pack(found, data)), formula))


def _pack(draft: Draft, data: dict[str, str]) -> LevelPack:
    pack = levelfile.loads(draft.text(), f"{draft.wish.title}.toml", data)
    if not isinstance(pack, LevelPack):
        raise HistoryError(pack[0].message)
    return pack


def _goals(plant: Plant, formula: dict[str, int]) -> dict[str, tuple[float, float, float, float]]:
    first = tuple(Decision("cards", name, cards) for name, cards in formula.items())
    history = play_policy(plant, decided((first,)), range(1, TAPES + 1))
    served, stock, profit = (_median(history, name) for name in ("fill_rate", "stock_at_cost", "profit"))
    within = min(1.0, served / SERVED[-1])
    goals = {
        "fill_rate": _four([round(share * within, 3) for share in SERVED]),
        "stock_at_cost": _four([_round(share * stock / 100) for share in STOCK]),
    }
    if profit > 0:
        goals["profit"] = _four([_round(share * profit / 100) for share in PROFIT])
    return goals


def _median(history: History, name: str) -> float:
    return float(np.median(MEASURES[name].value(history)))


def _four(values: list[float]) -> tuple[float, float, float, float]:
    fail, low, middle, high = values
    return fail, low, middle, high


def _round(amount: float) -> float:
    """Two digits that matter, upwards where they are few."""
    if amount < 1:
        return round(amount, 2)
    digits = len(str(int(amount))) - 3
    return float(round(amount, -max(0, digits)))


def _report(draft: Draft) -> list[Message]:
    told = [_told(found) for found in draft.fits]
    values = {"first": draft.days.first, "last": draft.days.last, "items": len(draft.fits)}
    told.insert(0, Message("own_store.found", values))
    if draft.left_out:
        told.append(Message("own_store.left_out", {"count": draft.left_out, "most": MOST_ITEMS}))
    return told


def _told(found: Fit) -> Message:
    busy = max(range(7), key=lambda day: found.weekday[day])
    values = {
        "item": found.item,
        "mean": Number(found.mean, 1),
        "day": Message(f"feed.day.{busy}"),
        "swing": Percent(found.swing, 0),
        "pattern": Message(f"own_store.pattern.{found.pattern}"),
    }
    return Message("own_store.item", values)
