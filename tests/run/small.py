"""A small level with luck in every corner, as text and as a pack, and a few decisions for it."""

from functools import cache

from game import levelfile
from game.level.pack import LevelPack
from game.levers import Decision
from game.run import Decisions

TEXT = """
format = 1
id = "small"
title = { en = "Small works", de = "Kleines Werk" }
kind = "factory"
levers = ["cards", "shares", "buffer"]

[calendar]
start = 2026-03-02
turns = 4
days_per_turn = 7
periods_per_day = 2
open_days = ["mon", "tue", "wed", "thu", "fri"]
run_out_days = 7

[money]
opening_cash = 20_000
credit_limit = 5_000
credit_rate = 9.0
storage_rate = 14.0
overhead_per_day = 40

[[supplier]]
id = "rhein"
name = "Rhein"

[[supplier]]
id = "ostrava"
name = "Ostrava"

[[item]]
id = "tube"
name = "Steel tube"
opening_stock = 120
loop = { cards = 12, container = 20 }

  [[item.offer]]
  supplier = "rhein"
  share = 60
  price = 4.20
  lead_time_days = { mean = 2, cv = 0.5 }
  on_time = 0.9
  defects = 0.02
  cost_per_trip = 12

  [[item.offer]]
  supplier = "ostrava"
  share = 40
  price = 3.90
  lead_time_days = { mean = 3, cv = 0.3 }
  on_time = 0.8

[[item]]
id = "frame"
name = "Frame"
opening_stock = 40
loop = { cards = 6, container = 10 }
make = { station = "weld", minutes = 8, setup_minutes = 10, scrap = 0.03, components = { tube = 2 } }

[[station]]
id = "weld"
name = "Welding"
failure_every_minutes = 900
repair_minutes = 90
wage_per_day = 150

[[stream]]
id = "dealers"
name = "Dealers"
item = "frame"
demand = { pattern = "poisson", mean = 20 }
price = 28
payment_days = 14
due_days = 2
patience_days = 3
late_penalty = 1

[[disruption]]
id = "strike"
name = "Strike"
kind = "supplier_outage"
supplier = "ostrava"
chance = { start = 0.05, mean_days = 3 }

[[goal]]
measure = "fill_rate"
item = "frame"
fail = 0.5
bounds = [0.7, 0.8, 0.9]

[[goal]]
measure = "profit"
fail = 0
bounds = [500, 1_000, 1_500]

[plan.leaner]
1 = { "tube.cards" = 10 }
3 = { "tube.cards" = 9, "frame.cards" = 5 }
"""

DECISIONS: tuple[Decisions, ...] = (
    (Decision("cards", "tube", 10),),
    (),
    (Decision("shares", "tube", {"rhein": 100}), Decision("buffer", "frame", 20)),
    (Decision("cards", "frame", 5),),
)


@cache
def pack(text: str = TEXT) -> LevelPack:
    """The level, read as from a file."""
    found = levelfile.loads(text, "small.toml", {})
    assert isinstance(found, LevelPack), found
    return found
