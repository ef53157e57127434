"""A store of the player's own sales: what the history is found to be, the level it becomes, and what it refuses."""

import datetime
from pathlib import Path

import pytest

from game import levelfile
from game.coach import policies
from game.commands import run
from game.demand import mean_per_day
from game.demand.history_csv import HistoryError, parse
from game.level.pack import LevelPack
from game.measures import score
from game.message import render
from game.playing.ownstore import own_store
from game.playing.ownstore.draft import container, slug
from game.playing.ownstore.fit import days_of, fit
from game.playing.wish import MODES, Wish

MONDAY = datetime.date(2026, 1, 5)
SHOP = "demand_restaurant_daily.csv"
SHARED = Path(__file__).parents[3] / "shared" / "data" / SHOP


def week(weeks: int = 6, **items: tuple[int, ...]) -> str:
    """The same days again and again, Monday first."""
    rows = [
        f"{MONDAY + datetime.timedelta(7 * number + day)},{item},{units}"
        for number in range(weeks)
        for item, days in items.items()
        for day, units in enumerate(days)
    ]
    return "\n".join(["date,item,units", *rows])


def test_mean_and_weekdays() -> None:
    """10 + 4 x 5 = 30 in five open days: 6 a day, Monday 10/6 of it, the others 5/6; closed on two days."""
    sales = parse(week(bread=(10, 5, 5, 5, 5, 0, 0)))
    found = fit("bread", sales, days_of(sales))
    assert found.mean == pytest.approx(6)
    assert found.weekday == pytest.approx((10 / 6, *(5 / 6,) * 4, 0, 0))
    assert (found.sold, found.pattern) == (1.0, "poisson")
    assert found.sd == pytest.approx(0)
    assert found.month == (1.0,) * 12


def test_rare_sales_are_intermittent() -> None:
    """One day of five: sizes of 8 and 8, chance a fifth. A second item keeps the other days open."""
    sales = parse(week(part=(8, 0, 0, 0, 0), bread=(1, 1, 1, 1, 1)))
    found = fit("part", sales, days_of(sales))
    assert (found.pattern, found.sold, found.sizes) == ("intermittent", pytest.approx(0.2), (8.0, 0.0))


def test_months_are_told_apart_after_eleven_of_them() -> None:
    """Twice as much in December as in the other months of a year of equal days: 2 / (1 + 31/365) of the mean."""
    first = datetime.date(2025, 1, 1)
    days = [first + datetime.timedelta(day) for day in range(365)]
    sales = parse("\n".join(["date,item,units", *(f"{d},tea,{20 if d.month == 12 else 10}" for d in days)]))
    found = fit("tea", sales, days_of(sales))
    assert found.mean == pytest.approx(10 * (1 + 31 / 365))
    assert found.month[11] / found.month[0] == pytest.approx(2, rel=0.03)


@pytest.mark.parametrize("mode", MODES)
def test_the_store_can_be_won_by_the_formula_and_not_by_doing_nothing(mode: str) -> None:
    text = week(8, bread=(40, 30, 30, 35, 60, 80, 0), cake=(4, 2, 3, 1, 6, 9, 0))
    made = own_store(text, "sales.csv", Wish(mode, title="Our shop"))
    pack = levelfile.loads(made.text, "our-shop.toml", made.data)
    assert isinstance(pack, LevelPack), [render(problem.message) for problem in pack]
    assert pack.level.id == "our-shop"
    assert pack.level.calendar.start == datetime.date(2026, 3, 2)  # the Monday after eight weeks
    stars = {
        name: [int(score(policies.play(pack, seed, policies.POLICIES[name]).history).stars[0]) for seed in range(1, 6)]
        for name in ("kanban_formula", "do_nothing")
    }
    assert sum(star >= 2 for star in stars["kanban_formula"]) >= 4
    assert max(stars["do_nothing"]) <= 1


def test_what_was_left_out_is_said() -> None:
    text = week(5, **{f"a{number:02}": (number,) * 7 for number in range(26)})
    made = own_store(text, "many.csv", Wish())
    assert made.text.count("[[item]]") == 24
    assert "Left out: 2 articles" in render(made.report[-1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (week(3, bread=(1, 1, 1, 1, 1, 1, 1)), "less than 28 days"),
        (week(5, bread=(0, 0, 0, 0, 0, 0, 0)), "holds no sales"),
        ("date,item\n2026-01-01,bread", "units"),
        ("date,item,units\n2026-01-01,bread,many", "many"),
    ],
)
def test_what_makes_no_store_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(HistoryError) as fault:
        own_store(text, "sales.csv", Wish())
    assert words in render(fault.value.message)


def test_names_that_are_alike_or_odd() -> None:
    text = week(5, **{"Br\u00f6t chen": (5,) * 7, "br\u00f6t-chen": (4,) * 7, '"quoted"': (3,) * 7})
    made = own_store(
        text.replace('"quoted"', '"""quoted"""'), "sales.csv", Wish(title="Caf\u00e9 \u201cS\u00fc\u00df\u201d")
    )
    pack = levelfile.loads(made.text, "x.toml", made.data)
    assert isinstance(pack, LevelPack)
    assert [item.id for item in pack.level.item] == ["broet-chen", "broet-chen-2", "quoted"]
    assert made.id == "caf-suess"


@pytest.mark.parametrize("mode", MODES)
def test_an_article_that_is_new_sold_nothing_before(mode: str) -> None:
    """Six weeks of bread; of the roll the last three days alone, 21 units. Thirteen weeks replay the sixth twice."""
    text = week(6, bread=(7,) * 7) + "".join(
        f"\n{MONDAY + datetime.timedelta(day)},a roll with a very long name and seeds on top,7" for day in (39, 40, 41)
    )
    made = own_store(text, "sales.csv", Wish(mode, title="Our\x07\nshop"))
    pack = levelfile.loads(made.text, "x.toml", made.data)
    assert isinstance(pack, LevelPack)
    assert pack.level.title == "Our shop"
    assert [stream.id for stream in pack.level.stream] == ["bread-sales", "a-roll-with-a-very-long-name-a-sales"]
    if mode == "replay":
        assert mean_per_day(pack, pack.level.stream[1]) == pytest.approx(2 * 21 / 91)


def test_a_second_store_of_the_same_name_has_an_id_and_data_of_its_own() -> None:
    text = week(6, bread=(40, 30, 30, 35, 60, 80, 0))
    made = own_store(text, "sales.csv", Wish(title="Shop"), taken=("shop", "shop-2"))
    assert (made.id, list(made.data)) == ("shop-3", ["shop-3.csv"])
    assert 'file = "shop-3.csv"' in made.text


def test_containers_are_round() -> None:
    assert [container(mean) for mean in (0.2, 4, 9, 12, 45, 130, 900)] == [1, 2, 2, 5, 20, 50, 200]
    assert slug("  Ä & Ö  ") == "ae-oe"


def test_the_command_writes_a_level_that_can_be_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sales = tmp_path / "sales.csv"
    sales.write_text(week(6, bread=(40, 30, 30, 35, 60, 80, 0)), "utf-8-sig")
    assert run(["store", str(sales), "--folder", str(tmp_path), "--title", "Shop"]) == 0
    assert "bread: 45.8 on an open day, most on Saturday" in capsys.readouterr().out  # 275 / 6
    assert run(["play", str(tmp_path / "shop" / "shop.toml")]) == 0


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["store", str(tmp_path / "none.csv")]) == 2
    assert "There is no file" in capsys.readouterr().err
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"date,item,units\n2026-01-01,br\xf6t,1")
    assert run(["store", str(odd)]) == 2
    assert "UTF-8" in capsys.readouterr().err
    odd.write_text(week(6, bread=(4, 3, 3, 3, 6, 8, 0)), "utf-8")
    for cost in ("0", "inf", "nan"):
        assert run(["store", str(odd), "--cost", cost]) == 1
        assert "Unit cost must be a number above 0" in capsys.readouterr().err


def test_a_history_that_is_too_large_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    assert run(["store", str(large)]) == 2
    assert "larger than 20 MB" in capsys.readouterr().err


@pytest.mark.skipif(not SHARED.is_file(), reason=f"{SHOP} is not there")
def test_a_real_history() -> None:
    made = own_store(SHARED.read_text("utf-8"), SHOP, Wish("fitted"))
    assert made.text.count("[[item]]") == 4
    assert not made.data
