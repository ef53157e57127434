"""The policy board: what its cards show, what each choice sets, which reasons are true, and how the choices fared.

A choice is a word (`board` lever) and the settings that follow from it; only the settings act. After the run every
choice is held against the other two on the same luck, all else as it was played.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from game import levers
from game.coach.batch import Outcome, outcome, play_plans
from game.coach.formulas import lead_days
from game.coach.helped import with_change
from game.coach.reference import STANCES
from game.coach.risk import UNRELIABLE, VARIABLE, risky, variability
from game.coach.sight import Sight, of_run
from game.demand import mean_per_day
from game.level import Stream
from game.levers import Decision
from game.levers.choice import OPEN
from game.measures import MEASURES, daily_demand
from game.plant import Plant, minor
from game.run import Decisions, Run, replay
from game.state import Settings

CHOICES = tuple(STANCES)


@dataclass(frozen=True)
class Card:
    """What is known of a part. `variability` is sd / mean of a day's demand, `on_time` the share of loads as promised,
    `unit_cost`, and `outage`, the sales of a day that need the part, are minor units.
    """

    item: int
    variability: float
    lead_days: float
    on_time: float
    demand: float
    unit_cost: float
    outage: float
    risky: bool


@dataclass(frozen=True)
class Fared:
    """A choice and what came of it. `profit` is that of the run with the other choice less that of the run as it was,
    minor units, `stars` what it would have earned, `earned` what was; `held` whether the reason given is what the cards
    say, None where none was given.
    """

    item: int
    turn: int
    choice: str
    reason: str
    held: bool | None
    advised: str
    out_days: float
    stock: float
    profit: Mapping[str, int]
    stars: Mapping[str, int]
    earned: int


def parts(plant: Plant) -> tuple[int, ...]:
    """The items on the board; none where the level has no board."""
    return tuple(i for i, item in enumerate(plant.items) if levers.in_reach(plant, "board", item.id))


def cards(plant: Plant, settings: Settings) -> tuple[Card, ...]:
    """The cards of all items on the board."""
    return tuple(_card(plant, settings, item) for item in parts(plant))


def _card(plant: Plant, settings: Settings, item: int) -> Card:
    cost, units = plant.unit_value[item]
    return Card(
        item,
        variability(plant, item),
        lead_days(plant, settings, item),
        _on_time(plant, settings, item),
        daily_demand(plant)[item],
        cost / units,
        _sales(plant, item),
        risky(plant, item),
    )


def _on_time(plant: Plant, settings: Settings, item: int) -> float:
    offers = [(int(settings["shares"][s, 0]), plant.sources[s].offer) for s in plant.sources_of[item]]
    bought = [(share, offer.on_time) for share, offer in offers if offer is not None and share]
    total = sum(share for share, _ in bought)
    return sum(share * on_time for share, on_time in bought) / total if total else 1.0


@lru_cache(maxsize=256)
def _sales(plant: Plant, item: int) -> float:
    """Minor units of sales a day, of everything that the item goes into."""
    reached, new = {item}, {item}
    while new:
        new = {user for part, user, _ in plant.uses if part in new} - reached
        reached |= new
    streams = {stream for one in reached for stream in plant.streams_of[one]}
    return sum(_revenue(plant, plant.level.stream[stream]) for stream in streams)


def _revenue(plant: Plant, stream: Stream) -> float:
    return mean_per_day(plant.pack, stream) * minor(stream.price)


def holds(reason: str, card: Card, every: tuple[Card, ...]) -> bool:
    """Whether a reason is true of a card; near, dear and such are meant beside the other cards."""
    sure = card.on_time >= UNRELIABLE
    return {
        "steady": card.variability < VARIABLE,
        "swings": card.variability >= VARIABLE,
        "near": card.lead_days <= median(one.lead_days for one in every),
        "far": card.lead_days >= median(one.lead_days for one in every),
        "sure": sure and not (card.risky and card.variability < VARIABLE),
        "unsure": not sure or (card.risky and card.variability < VARIABLE),
        "dear": card.unit_cost >= median(one.unit_cost for one in every),
        "cheap": card.unit_cost <= median(one.unit_cost for one in every),
        "outage": card.outage >= median(one.outage for one in every),
    }[reason]


def advised(card: Card, every: tuple[Card, ...]) -> str:
    """Cards alone for what is steady and sure; of the risky parts a large buffer of the cheap, a small of the dear."""
    if not card.risky:
        return "jit"
    return "buffer" if holds("cheap", card, every) else "hybrid"


def follow(sight: Sight, item: int, choice: str) -> Decisions:
    """What a choice sets."""
    return tuple(STANCES[choice](sight, item))


@dataclass(frozen=True)
class _Said:
    turn: int
    item: int
    choice: str
    reason: str


def fared(run: Run) -> tuple[Fared, ...]:
    """How each choice of a finished run did, and would have done with another, on the same luck."""
    said = tuple(_said(run))
    tries = [(one, other) for one in said for other in CHOICES if other != one.choice]
    if not tries:
        return ()
    sights = {turn: of_run(replay(run.pack, run.seed, run.decisions[:turn])) for turn in {one.turn for one in said}}
    plans = [run.decisions, *(_with(run, sights[one.turn], one, other) for one, other in tries)]
    found = outcome(play_plans(run.plant, plans, run.tape))
    return tuple(
        _fared(run, one, found, [place for place, (it, _) in enumerate(tries, 1) if it is one]) for one in said
    )


def _said(run: Run) -> Iterator[_Said]:
    """The last choice for each item, and the turn before which it was made."""
    for item in parts(run.plant):
        name = run.plant.items[item].id
        made = [
            (turn, one.value)
            for turn, decisions in enumerate(run.decisions)
            for one in decisions
            if one.key == f"{name}.board" and one.value != OPEN
        ]
        if made:
            turn, choice = made[-1]
            yield _Said(
                turn, item, str(choice), str(levers.LEVERS["reason"].value(run.plant, run.state.settings, item))
            )


def _with(run: Run, sight: Sight, said: _Said, choice: str) -> tuple[Decisions, ...]:
    decisions = run.decisions
    for change in follow(sight, said.item, choice):
        decisions = with_change(decisions, said.turn, change)
    return decisions


def _fared(run: Run, said: _Said, found: Outcome, places: list[int]) -> Fared:
    every = cards(run.plant, run.state.settings)
    card = next(one for one in every if one.item == said.item)
    others = [choice for choice in CHOICES if choice != said.choice]
    return Fared(
        said.item,
        said.turn,
        said.choice,
        said.reason,
        None if said.reason == OPEN else holds(said.reason, card, every),
        advised(card, every),
        float(MEASURES["stock_out_days"].value(run.history, said.item)[0]),
        float(MEASURES["stock_at_cost"].value(run.history, said.item)[0]),
        {other: int(found.profit[place] - found.profit[0]) for other, place in zip(others, places, strict=True)},
        {other: int(found.stars[place]) for other, place in zip(others, places, strict=True)},
        int(found.stars[0]),
    )


def settings_of(sight: Sight, item: int, choice: str, reason: str) -> Decisions:
    """All decisions of a choice: what is said, and what it sets."""
    name = sight.plant.items[item].id
    return (Decision("board", name, choice), Decision("reason", name, reason), *follow(sight, item, choice))
