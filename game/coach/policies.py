"""Policies that play by themselves, from what a player can know: the level's terms, never the tape.

`POLICIES` holds those of every level, `for_level` adds the level's named plans, `play` plays one to the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from game import levers
from game.level import Plan, Station
from game.level.pack import LevelPack
from game.levers import Decision
from game.levers.numbers import NumberLever
from game.measures import daily_demand
from game.plant import Plant
from game.plant.build import offer_lead_days
from game.run import Decisions, Run, play_turn, start
from game.state import KANBAN

Policy = Callable[[Run], Decisions]
"""The decisions for the turn that a run comes to next."""

SAFETY = 0.25
GUARD = 1e-9
"""Taken off before rounding up, so that 6.0000000000001 cards are 6."""


@dataclass(frozen=True)
class CardFormula:
    """Cards = demand a day * lead time in days * (1 + safety) / container, rounded up."""

    demand: float
    lead_days: float
    safety: float
    container: int

    @property
    def cards(self) -> int:
        """At least one card."""
        units = self.demand * self.lead_days * (1 + self.safety)
        return max(1, ceil(units / self.container - GUARD))


def card_formula(run: Run, item: int, safety: float = SAFETY) -> CardFormula:
    """The figures of the card formula for an item under the settings in force."""
    container = int(run.state.settings["container"][item, 0])
    return CardFormula(daily_demand(run.plant)[item], lead_days(run, item), safety, container)


def lead_days(run: Run, item: int) -> float:
    """Mean days from a card's signal to its goods on the shelf, the wait for the next review and trip included."""
    plant = run.plant
    waiting = int(plant.signal_delay[item] + plant.review[item]) / plant.clock.per_day
    return waiting + (_bought_days(run, item) if plant.bought(item) else _own_days(run, item))


def do_nothing(_run: Run) -> Decisions:
    """Leaves everything as the level starts."""
    return ()


def kanban_formula(run: Run) -> Decisions:
    """Sets cards by the formula before the first turn, for every kanban item whose cards may be set."""
    if run.turn:
        return ()
    return tuple(_cards(run, item) for item in range(len(run.plant.items)) if _by_cards(run, item))


def scheduled(table: Plan) -> Policy:
    """A plan, settings by turn from "1" on, as a policy: `{"1": {"tube.cards": 6}}`."""
    turns = {
        int(turn) - 1: tuple(levers.parse(key, value) for key, value in made.items()) for turn, made in table.items()
    }
    return lambda run: turns.get(run.turn, ())


POLICIES: dict[str, Policy] = {"do_nothing": do_nothing, "kanban_formula": kanban_formula}


def for_level(pack: LevelPack) -> dict[str, Policy]:
    """The policies of every level, and the named plans of this one."""
    return {**POLICIES, **{name: scheduled(plan) for name, plan in pack.level.plan.items()}}


def play(pack: LevelPack, seed: int, policy: Policy) -> Run:
    """A whole run under a policy; raises `RunError` when it decides what the player may not."""
    run = start(pack, seed)
    while not run.finished:
        run = play_turn(run, policy(run))
    return run


def _by_cards(run: Run, item: int) -> bool:
    kanban = int(run.state.settings["policy"][item, 0]) == KANBAN
    return kanban and levers.in_reach(run.plant, "cards", run.plant.items[item].id)


def _cards(run: Run, item: int) -> Decision:
    """The formula's cards, enough for a station's lot, at most what the lever allows."""
    lever = levers.LEVERS["cards"]
    assert isinstance(lever, NumberLever)
    least = int(run.state.settings["lot"][item, 0]) if run.plant.items[item].make else 1
    cards = min(max(least, card_formula(run, item).cards), lever.maximum(run.plant, item))
    return Decision("cards", run.plant.items[item].id, cards)


def _bought_days(run: Run, item: int) -> float:
    """Mean transit, lateness and wait for a trip, weighted by the shares in force."""
    shares = run.state.settings["shares"][:, 0]
    sources = run.plant.sources_of[item]
    return sum(int(shares[s]) * _offer_days(run, s) for s in sources) / sum(int(shares[s]) for s in sources)


def _offer_days(run: Run, source: int) -> float:
    offer = run.plant.sources[source].offer
    assert offer is not None
    late = (1 - offer.on_time) * offer.late_by_days
    return offer_lead_days(offer.lead_time_days) + late + _trip_gap(run, source)


def _trip_gap(run: Run, source: int) -> float:
    """Days from one trip to the next beyond the first period, which the review already counts."""
    offer = run.plant.sources[source].offer
    assert offer is not None
    per_day = run.plant.clock.per_day
    trips = len(offer.departures.weekdays) * len(offer.departures.periods)
    if trips:
        return 7 / trips - 1 / per_day
    return (int(run.state.settings["trip_every"][source, 0]) - 1) / per_day


def _own_days(run: Run, item: int) -> float:
    """Process or transfer time, and for a station the wait for its turn."""
    plant = run.plant
    days = int(plant.transit[plant.sources_of[item][0]]) / plant.clock.per_day
    return days + (_turn_days(run, item) if plant.items[item].make else 0.0)


def _turn_days(run: Run, item: int) -> float:
    """Days until a lot of an item has been asked for, or until its station has made a lot of each of its items."""
    demand = daily_demand(run.plant)[item]
    asking = _lot(run, item) / demand if demand else 0.0
    return max(asking, _round_days(run, item))


def _round_days(run: Run, item: int) -> float:
    """Calendar days for one lot of each item of the station: setups, and the minutes that breakdowns leave."""
    plant = run.plant
    w = next(w for w, items in enumerate(plant.station_items) if item in items)
    minutes = _minutes_a_day(plant, plant.level.station[w])
    work = sum(int(plant.setup_work[i]) + _lot(run, i) * int(plant.work[i]) for i in plant.station_items[w]) / 1000
    return work / minutes if minutes else 0.0


def _minutes_a_day(plant: Plant, station: Station) -> float:
    """Mean minutes of a calendar day in which a station runs."""
    minutes = station.minutes_per_day * len(plant.level.calendar.open_days) / 7
    between = station.failure_every_minutes
    return minutes * between / (between + station.repair_minutes) if between else minutes


def _lot(run: Run, item: int) -> int:
    """Units that must be asked for before a station turns to an item."""
    settings = run.state.settings
    return int(settings["lot"][item, 0] * settings["container"][item, 0])
