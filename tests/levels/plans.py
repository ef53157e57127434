"""Plans that the levels are tried with, beside those in their files."""

from collections.abc import Callable, Iterable

from game.coach import board
from game.coach.sight import of_run
from game.level import Plan, Setting
from game.level.pack import LevelPack
from game.run import start


def all_near(share: int) -> dict[str, Setting]:
    """Gear sets shared between the near and the far supplier."""
    return {"gears.shares": {"ostrava": share, "shenzhen": 100 - share}}


def cards(**numbers: int) -> dict[str, Setting]:
    """Cards by item."""
    return {f"{item}.cards": number for item, number in numbers.items()}


def lean(pack: LevelPack) -> dict[str, Setting]:
    """What the taught plan sets in the end, the gear sets left as they were."""
    made = pack.level.plan["taught"].values()
    return {key: value for turn in made for key, value in turn.items() if not key.startswith("gears")}


def trials(pack: LevelPack) -> dict[str, Plan]:
    """The plans of a level's file, doing nothing, and what a level must not be won with."""
    return {"do_nothing": {}, **pack.level.plan, **EXTRA[pack.level.id](pack)}


def _first_cards(_pack: LevelPack) -> dict[str, Plan]:
    stairs = {str(turn): cards(tube=max(6, 12 - turn), frame=max(4, 10 - turn)) for turn in range(1, 8)}
    return {"big_stock": {"1": cards(tube=16, frame=14)}, "a card a week": stairs}


def _corner_bakery(_pack: LevelPack) -> dict[str, Plan]:
    return {
        "big_stock": {"1": cards(rolls=10, rye=14, croissants=11, buns=11)},
        "too lean": {"1": cards(rolls=2, rye=4, croissants=2, buns=4)},
    }


def _pedal_and_sons(pack: LevelPack) -> dict[str, Plan]:
    other = lean(pack)
    return {
        "big_stock": {"1": {"gears.buffer": 480}},
        "big_stock, lean": {"1": {**other, "gears.buffer": 240}},
        "all near": {"1": {**other, **all_near(100), "gears.cards": 10, "gears.buffer": 96}},
        "quick, unprepared": {
            "1": {**other, **all_near(0), "gears.cards": 28},
            "9": all_near(100),
            "14": all_near(0),
        },
    }


PRESSED = ("hinge", "bracket", "rail")
"""What the press of Small lots makes."""

STOP, MAINTAIN = {"mill.stop_the_line": 1}, {"mill.maintenance": 1}
"""The two halves of the answer at the mill."""


def pressed(lot: int, number: int) -> dict[str, Setting]:
    """The same lot and cards for all pressed parts."""
    return {f"{item}.lot": lot for item in PRESSED} | {f"{item}.cards": number for item in PRESSED}


def near(share: int, number: int) -> dict[str, Setting]:
    """Light modules shared between Brno and Ningbo, with so many cards."""
    return {"module.shares": {"brno": share, "ningbo": 100 - share}, "module.cards": number}


def leaner(pack: LevelPack) -> dict[str, dict[str, Setting]]:
    """The cards of the taught plan of Stop the line, without what it does at the mill."""
    return {turn: made for turn, made in pack.level.plan["taught"].items() if turn != "1"}


def _small_lots(_pack: LevelPack) -> dict[str, Plan]:
    return {
        "big_stock": {"1": cards(hinge=34, bracket=34, rail=34)},
        "lots only": {"1": {f"{item}.lot": 1 for item in PRESSED}},
        "at once": {"1": pressed(1, 5)},
        "project only": {"1": {"quick-change.project": 1}},
        "no project": {"1": {**pressed(4, 9), "coil.cards": 14}},
    }


def _near_or_far(_pack: LevelPack) -> dict[str, Plan]:
    swings = {str(turn): {"module.cards": 12 if turn % 4 < 2 else 24} for turn in range(3, 26, 2)}
    return {
        "big_stock": {"1": {"module.cards": 110, "module.buffer": 400}},
        "half": {"1": {**near(50, 55), "module.buffer": 100, "lamp.cards": 6}},
        "wild": {"1": {**near(100, 24), "lamp.cards": 6}, **swings},
    }


def _stop_the_line(pack: LevelPack) -> dict[str, Plan]:
    other: dict[str, Setting] = {"assembly.maintenance": 1}
    more = cards(casting=40, housing=24, pump=24)
    return {
        "big_stock": {"1": more},
        "big_stock, mended": {"1": {**more, **STOP, **MAINTAIN}},
        "stop": {"1": {**STOP}, **leaner(pack)},
        "maintain": {"1": {**MAINTAIN}, **leaner(pack)},
        "wrong station": {"1": {**STOP, **other}, **leaner(pack)},
        "both stations": {"1": {**STOP, **MAINTAIN, **other}, **leaner(pack)},
    }


def _growing_pains(_pack: LevelPack) -> dict[str, Plan]:
    lean = {**cards(coffee=8, mugs=6), "give-back.project": 1}
    offices: dict[str, Setting] = {"offices-contract.project": 1}
    hotels: dict[str, Setting] = {"hotels-contract.project": 1}
    first: Plan = {"1": lean, "3": {**offices, "coffee.cards": 14}}
    return {
        "big_stock": {"1": cards(coffee=40, mugs=40)},
        "shelves only": {"1": lean},
        "offices, shelves full": {"1": offices},
        "offices only": first,
        "both, lean": {"1": {**lean, **offices, **hotels, "coffee.cards": 22}},
        "too early": {**first, "9": {**hotels, "coffee.cards": 22}},
        "in week 12": {**first, "12": {**hotels, "coffee.cards": 22}},
    }


OWN_TRUCKS = {"frame": "framers", "wheels": "wheelers", "seat": "weavers", "buckle": "moulders"}
"""The parts of The milk run, and whose truck brings them."""


def on_the_round(every: int, number: int, pushchairs: int, parts: Iterable[str] = OWN_TRUCKS) -> dict[str, Setting]:
    """Parts of The milk run on the shared round every so many days, and cards for all parts and pushchairs."""
    shares: dict[str, Setting] = {f"{item}.shares": {OWN_TRUCKS[item]: 0, "tour": 100} for item in parts}
    return {**shares, "frame/tour.trip_every": every, **cards(**dict.fromkeys(OWN_TRUCKS, number), pram=pushchairs)}


def by_own_trucks(every: int, number: int, pushchairs: int) -> dict[str, Setting]:
    """Every supplier's own truck every so many days, and cards for all parts and pushchairs."""
    trips: dict[str, Setting] = {f"{item}/{owner}.trip_every": every for item, owner in OWN_TRUCKS.items()}
    return {**trips, **cards(**dict.fromkeys(OWN_TRUCKS, number), pram=pushchairs)}


def _milk_run(_pack: LevelPack) -> dict[str, Plan]:
    return {
        "big_stock": {"1": cards(**dict.fromkeys(OWN_TRUCKS, 45))},
        "every day": {"1": on_the_round(1, 4, 4)},
        "round, full racks": {"1": on_the_round(2, 31, 10)},
        "two by the round": {"1": {**on_the_round(2, 7, 4, ("frame", "wheels")), **cards(seat=31, buckle=31)}},
        "own, weekly": {"1": by_own_trucks(7, 12, 4)},
        "own, to the bone": {"1": by_own_trucks(7, 10, 4)},
    }


SPRING, SUMMER = ("trench", "cardigan", "denim"), ("sundress", "linen", "bermuda")
"""The collections of Last season."""


def each(items: Iterable[str], number: int) -> dict[str, Setting]:
    """The same cards for some items."""
    return cards(**dict.fromkeys(items, number))


def from_minho(share: int) -> dict[str, Setting]:
    """All styles shared between Minho and Gazipur."""
    return {f"{style}.shares": {"minho": share, "gazipur": 100 - share} for style in SPRING + SUMMER}


def by_season(share: int, number: int) -> Plan:
    """As the taught plan of Last season, with another share and number of cards."""
    return {
        "1": {**from_minho(share), **each(SPRING, number), **each(SUMMER, 0)},
        "10": each(SUMMER, 6),
        "12": {**each(SUMMER, number), **each(SPRING, number * 5 // 8)},
        "14": each(SPRING, number // 3),
        "16": each(SPRING, 0),
        "22": each(SUMMER, number * 5 // 8),
        "24": each(SUMMER, number // 4),
        "25": each(SUMMER, 0),
    }


def _last_season(_pack: LevelPack) -> dict[str, Plan]:
    return {
        "big_stock": {"1": each(SPRING + SUMMER, 80)},
        "near, full rails": {"1": from_minho(100)},
        "near, all year": {"1": {**from_minho(100), **each(SPRING + SUMMER, 16)}},
        "half": by_season(50, 40),
        "four fifths": by_season(80, 24),
        "lean and far": {"1": each(SPRING + SUMMER, 16)},
        "far in season": {
            "1": {**each(SPRING, 60), **each(SUMMER, 0)},
            "5": each(SUMMER, 60),
            "9": each(SPRING, 0),
            "18": each(SUMMER, 0),
        },
    }


CHAIRS = ("everyday", "sport", "child", "power")
"""What the workshop of Made to measure builds."""


def by_order(ready: int = 0) -> dict[str, Setting]:
    """Every chair begun only when it has been ordered, or so many of each kept ready."""
    policies: dict[str, Setting] = {f"{chair}.policy": "order_up_to" for chair in CHAIRS}
    return policies | {f"{chair}.order_up_to": ready for chair in CHAIRS}


STRATEGIC: dict[str, Setting] = {"seat.cards": 16, "seat.buffer": 24, "drive.buffer": 8}
"""Seats and drives as the taught plan of Made to measure keeps them."""


def _made_to_measure(_pack: LevelPack) -> dict[str, Plan]:
    mean = cards(seat=11, drive=6, tube=2, wheels=2, everyday=4, sport=3, child=3, power=3)
    return {
        "big_stock": {"1": {**each(CHAIRS, 24), **cards(seat=20, drive=14)}},
        "the mean": {"1": mean},
        "orders only": {"1": by_order()},
        "one of each ready": {"1": {**by_order(1), **STRATEGIC, **cards(tube=6, wheels=6)}},
        "buffers only": {"1": {**STRATEGIC}},
        "everything buffered": {"1": {**by_order(), **STRATEGIC, "seat.buffer": 80, "drive.buffer": 30}},
        "cards for parts": {"1": {**by_order(), **cards(seat=20, drive=10, tube=6, wheels=6)}},
    }


ROOMS = ("shop", "wholesaler", "depot", "brewery")
"""The four stock rooms of The beer game."""


def up_to(*levels: int) -> dict[str, Setting]:
    """Each room orders up to its level."""
    policies: dict[str, Setting] = {f"{room}.policy": "order_up_to" for room in ROOMS}
    return policies | {f"{room}.order_up_to": level for room, level in zip(ROOMS, levels, strict=True)}


def _beer_game(_pack: LevelPack) -> dict[str, Plan]:
    return {
        "big_stock": {"5": up_to(60, 60, 60, 60)},
        "two rounds late": {"7": up_to(32, 32, 32, 24)},
        "forty": {"5": up_to(40, 40, 40, 32)},
    }


WORKS_PROJECTS = ("upkeep", "quick-change", "fault-proof", "foundry-cards")
"""What Going lean may change."""


def begun(*projects: str) -> dict[str, Setting]:
    """Projects to begin in a turn."""
    return {f"{project}.project": 1 for project in projects}


def lots(**numbers: int) -> dict[str, Setting]:
    """Lots by item."""
    return {f"{item}.lot": number for item, number in numbers.items()}


def _going_lean(pack: LevelPack) -> dict[str, Plan]:
    steps = pack.level.plan["taught"]
    last = steps["16"]
    halved = {
        **cards(casting=13, motor=10, body=6, housing=4, impeller=8, garden=4, cellar=4),
        **lots(body=2, housing=1, impeller=3),
    }
    one, two, three = begun("upkeep", "foundry-cards"), begun("quick-change"), begun("fault-proof")
    return {
        "big_stock": {"1": cards(casting=50, body=36, housing=28, impeller=50, garden=24, cellar=26)},
        "all at once": {"1": begun(*WORKS_PROJECTS), "10": last},
        "all in week 6": {"6": begun(*WORKS_PROJECTS), "11": last},
        "projects only": {"1": one, "7": two, "12": three},
        "halved, then projects": {"1": halved, "4": one, "8": two, "12": three},
        "no foundry": {**steps, "1": begun("upkeep")},
    }


def on_board(pack: LevelPack, choose: Callable[[board.Card, tuple[board.Card, ...]], str]) -> dict[str, Setting]:
    """What the policy board sets, chosen for each part by its card and those of all."""
    run = start(pack, 1)
    sight = of_run(run)
    every = board.cards(run.plant, run.state.settings)
    made = [one for card in every for one in board.follow(sight, card.item, choose(card, every))]
    return {f"{one.target}.{one.lever}": one.value for one in made}


def by_slogan(pack: LevelPack) -> dict[str, Plan]:
    """One policy for every part, or by one figure alone."""

    def dear(card: board.Card, every: tuple[board.Card, ...]) -> str:
        return "buffer" if board.holds("dear", card, every) else "jit"

    return {
        **{f"all {choice}": {"1": on_board(pack, lambda _card, _every, it=choice: it)} for choice in board.CHOICES},
        "buffers for the dear": {"1": on_board(pack, dear)},
        "buffers for the risky": {"1": on_board(pack, lambda card, _: "buffer" if card.risky else "jit")},
    }


def _two_of_everything(pack: LevelPack) -> dict[str, Plan]:
    more = {**cards(housing=36, boiler=36, controls=72, grinder=27, pump=45, valve=36, carton=6), **each(("shell",), 8)}
    return {"big_stock": {"1": more}, **by_slogan(pack), **_one_by_card(pack, "valve", "pump", "controls")}


def _one_by_card(pack: LevelPack, *parts: str) -> dict[str, Plan]:
    """The taught plan without the buffer of one part."""
    taught = pack.level.plan["taught"]["1"]
    return {f"{part} by card": {"1": {**taught, f"{part}.buffer": 0}} for part in parts}


def _the_choice(pack: LevelPack) -> dict[str, Plan]:
    more = cards(chicken=24, mince=24, shrimp=62, squid=52, sauce=56, tray=30)
    fresh: Plan = {"1": {**pack.level.plan["taught"]["1"], "mince.buffer": 360}}
    return {"big_stock": {"1": more}, **by_slogan(pack), "mince buffered": fresh}


EXTRA = {
    "two-of-everything": _two_of_everything,
    "the-choice": _the_choice,
    "beer-game": _beer_game,
    "first-cards": _first_cards,
    "corner-bakery": _corner_bakery,
    "small-lots": _small_lots,
    "milk-run": _milk_run,
    "near-or-far": _near_or_far,
    "stop-the-line": _stop_the_line,
    "growing-pains": _growing_pains,
    "last-season": _last_season,
    "made-to-measure": _made_to_measure,
    "going-lean": _going_lean,
    "pedal-and-sons": _pedal_and_sons,
}
