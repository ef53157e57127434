"""Plans that the levels are tried with, beside those in their files."""

from game.level import Plan, Setting
from game.level.pack import LevelPack


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


EXTRA = {"first-cards": _first_cards, "corner-bakery": _corner_bakery, "pedal-and-sons": _pedal_and_sons}
