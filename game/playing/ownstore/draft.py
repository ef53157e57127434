"""The level file of a store made from sales: text in the author's notation, ready to be changed by hand."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from game.level import WEEKDAYS
from game.message import Message, languages, render
from game.playing.ownstore.fit import Days, Fit
from game.playing.wish import Wish

TURNS = 13
STEPS = (1, 2, 5)
LONGEST = 30
"""Letters of an item's id that come from its name: a number and `-sales` still fit behind them."""
SPELT = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss"})


@dataclass(frozen=True)
class Draft:
    """Everything in the file; `cards` by item id (else a week's) and `goals` (measure: fail and three bounds) may
    still be missing."""

    id: str
    wish: Wish
    days: Days
    fits: Sequence[Fit]
    left_out: int = 0
    cards: Mapping[str, int] = field(default_factory=dict)
    goals: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)

    @property
    def data(self) -> str:
        """Name of the file with the history."""
        return f"{self.id}.csv"

    @property
    def ids(self) -> dict[str, str]:
        """Ids of the items by their names in the file."""
        taken: dict[str, str] = {}
        for fit in self.fits:
            wanted = slug(fit.item)[:LONGEST].strip("-") or "item"
            number = 1
            while (name := wanted if number == 1 else f"{wanted}-{number}") in taken.values():
                number += 1
            taken[fit.item] = name
        return taken

    def text(self) -> str:
        """The level file."""
        return "\n".join([*self._head(), *self._items(), *self._streams(), *self._goals()]) + "\n"

    def _head(self) -> Iterator[str]:
        wish = self.wish
        first = self.days.last + datetime.timedelta(1)
        start = first + datetime.timedelta(-first.weekday() % 7)
        yield f"# Made from a sales history, {self.days.first} to {self.days.last}. Everything may be changed by hand."
        yield f'format = 1\nid = "{self.id}"\ntitle = {quoted(wish.title)}\nkind = "store"'
        yield f"minutes = {10 if len(self.fits) < 8 else 15}"
        yield 'levers = ["policy", "cards", "container", "buffer", "reorder_point", "order_quantity", "order_up_to"]'
        yield 'hints = ["formula", "ahead"]\n'
        opened = ", ".join(quoted(WEEKDAYS[day]) for day in self.days.open)
        yield f"[calendar]\nstart = {start}\nturns = {TURNS}\ndays_per_turn = 7\nopen_days = [{opened}]\n"
        yield f'[money]\ncurrency = "{wish.currency}"\nopening_cash = {round(self._week)}'
        yield f"credit_limit = {round(2 * self._week)}\ncredit_rate = 9.0\nstorage_rate = 20.0\n"
        yield "[texts]"
        for name in ("story", "task", "lesson", "note"):
            yield f"{name} = {self._told(name)}"
        yield f'\n[[supplier]]\nid = "supplier"\nname = {in_languages(Message("own_store.supplier"))}\n'

    @property
    def _week(self) -> float:
        """What a week's goods cost."""
        return max(1.0, sum(fit.mean for fit in self.fits) * self.wish.cost * len(self.days.open))

    def _told(self, name: str) -> str:
        values = {"first": self.days.first, "last": self.days.last, "items": len(self.fits)}
        measures = {measure: f"{{{measure}}}" for measure in ("fill_rate", "stock_at_cost", "profit")}
        return in_languages(Message(f"own_store.{name}", {**values, **measures}))

    def _items(self) -> Iterator[str]:
        wish, ids = self.wish, self.ids
        for fit in self.fits:
            size = container(fit.mean)
            cards = self.cards.get(ids[fit.item], ceil(7 * fit.mean / size) + 1)
            yield f'[[item]]\nid = "{ids[fit.item]}"\nname = {quoted(fit.item)}\nopening_stock = {cards * size}'
            if wish.keeps:
                yield f"shelf_life_days = {wish.keeps}\nresale = 0.0"
            yield f'loop = {{ policy = "kanban", cards = {cards}, container = {size} }}\n'
            yield f'  [[item.offer]]\n  supplier = "supplier"\n  price = {wish.cost}'
            yield f"  lead_time_days = {wish.lead_days}\n  on_time = 0.95\n  late_by_days = 1\n  payment_days = 30\n"

    def _streams(self) -> Iterator[str]:
        ids = self.ids
        for fit in self.fits:
            yield f'[[stream]]\nid = "{ids[fit.item]}-sales"\nname = {quoted(fit.item)}\nitem = "{ids[fit.item]}"'
            yield f"price = {self.wish.price}\ndemand = {self._demand(fit)}\n"

    def _demand(self, fit: Fit) -> str:
        if self.wish.mode == "fitted":
            base = ", ".join(f"{key} = {value}" for key, value in pattern(fit).items())
            week, year = (", ".join(str(round(max(0, one), 3)) for one in row) for row in (fit.weekday, fit.month))
            return f'{{ pattern = "seasonal", weekday = [{week}], month = [{year}], base = {{ {base} }} }}'
        return f'{{ pattern = "history", file = "{self.data}", item = {quoted(fit.item)}, mode = "{self.wish.mode}" }}'

    def _goals(self) -> Iterator[str]:
        for measure, (fail, *bounds) in self.goals.items():
            yield f'[[goal]]\nmeasure = "{measure}"\nfail = {fail}\nbounds = {bounds}\nweight = 2\n'


def pattern(fit: Fit) -> Mapping[str, str]:
    """The figures of the pattern that fits, as the file writes them."""
    name = fit.pattern
    if name == "intermittent":
        mean, sd = max(1.0, fit.sizes[0]), fit.sizes[1]
        chance = max(0.001, min(1.0, fit.sold))
        return {
            "pattern": quoted(name),
            "chance": str(round(chance, 3)),
            "mean": f"{mean:.2f}",
            "cv": f"{min(3, sd / mean):.2f}",
        }
    figures = {"pattern": quoted(name), "mean": f"{fit.mean:.2f}"}
    return figures if name == "poisson" else {**figures, "sd": f"{fit.sd:.2f}"}


def container(mean: float) -> int:
    """A round number, at most half a day's sales: 1, 2, 5, 10, 20, 50 and so on."""
    wanted, ten = max(1.0, mean / 2), 1
    while wanted >= 10 * ten:
        ten *= 10
    return max(step * ten for step in STEPS if step * ten <= wanted)


def slug(name: str) -> str:
    """A name as an id: small letters, digits and dashes, at most forty."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(SPELT)).strip("-")[:36].strip("-")


def quoted(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def in_languages(message: Message) -> str:
    """A text as a table of all languages."""
    return "{ " + ", ".join(f"{code} = {quoted(render(message, code))}" for code in languages()) + " }"
