"""A small level in plain numbers: ten frames a day from two tubes each, by one near and one far supplier.

Days 1 to 28 in four weeks, one period a day, always open. The road closes for three days from day 9 on, announced
three days ahead: what leaves on these days takes four days more.
"""

from pathlib import Path

from game import levelfile
from game.level.pack import LevelPack
from game.playing.library import Library
from game.playing.session import Session

TEXT = """
format = 1
id = "small"
title = { en = "Small", de = "Klein" }
kind = "factory"
teaches = ["pull"]
levers = ["policy", "cards", "container", "buffer", "shares", "trip_every", "tube.lot", "order_up_to"]

[calendar]
start = 2026-03-02
turns = 4
days_per_turn = 7
periods_per_day = 1
run_out_days = 3

[money]
opening_cash = 5_000
credit_limit = 2_000

[texts]
story = "A story."
task = "A task."
lesson = "Served {fill_rate}, stock {stock_at_cost}."

[[supplier]]
id = "near"
name = { en = "Near", de = "Nah" }

[[supplier]]
id = "far"
name = { en = "Far", de = "Fern" }
region = "far-away"

[[item]]
id = "tube"
name = { en = "Tubes", de = "Rohre" }
opening_stock = 100
loop = { policy = "kanban", cards = 10, container = 10, buffer = 20 }

  [[item.offer]]
  supplier = "near"
  price = 2.00
  share = 100
  lead_time_days = 2
  payment_days = 7

  [[item.offer]]
  supplier = "far"
  price = 1.50
  share = 0
  lead_time_days = 5
  cost_per_trip = 12.50

[[item]]
id = "frame"
name = { en = "Frames", de = "Rahmen" }
opening_stock = 20
loop = { policy = "kanban", cards = 4, container = 10 }
make = { station = "shop", minutes = 30, components = { tube = 2 } }

[[station]]
id = "shop"
name = { en = "Shop", de = "Werkstatt" }
minutes_per_day = 480
wage_per_day = 50

[[stream]]
id = "dealers"
name = { en = "Dealers", de = "Handel" }
item = "frame"
price = 20.00
late_penalty = 3.00
patience_days = 30
demand = { pattern = "constant", units = 10 }

[[disruption]]
id = "road"
name = { en = "Road works", de = "Baustelle" }
kind = "transport_delay"
suppliers = ["near"]
extra_days = 4
at = [{ day = 9, days = 3 }]
warn_days = 3
expected = { en = "some days", de = "einige Tage" }

[[goal]]
measure = "fill_rate"
fail = 0.5
bounds = [0.8, 0.9, 0.95]

[[goal]]
measure = "stock_at_cost"
fail = 1000
bounds = [600, 500, 400]

[[predict]]
turn = 1
text = "What happens?"
explain = "Because."
choices = [{ text = "This", right = true }, { text = "That" }]

[[question]]
kind = "explain"
text = "Why?"

[[objective]]
id = "aim"
text = "Know it."

[[glossary]]
term = "Card"
meaning = "A permission."
"""


def pack() -> LevelPack:
    """The level, checked."""
    found = levelfile.loads(TEXT, "small.toml")
    assert isinstance(found, LevelPack), found
    return found


def shelf_of(folder: Path) -> Path:
    """A folder of shipped levels that holds it."""
    shipped = folder / "shipped"
    shipped.mkdir()
    (shipped / "small.toml").write_text(TEXT, encoding="utf-8", newline="\n")
    return shipped


def begun(shelf: Library, seed: int = 5) -> Session:
    """A run of the only level of a shelf, before its first turn."""
    return shelf.start(shelf.levels()[0], seed)
