"""The road: its order, what opens what, ready paths; levels remembered between starts; the test's two forms."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.archive import Sitting
from game.message import languages
from game.playing import exam, front, library
from game.playing.campaign import STARS, Campaign, campaign
from game.playing.cards import LevelCard
from game.playing.faces import Face, Faces, glance
from tests.playing.small import TEXT, shelf_of

ROOT = Path(__file__).resolve().parents[2]


def card(
    order: int | None, stars: int | None = None, chapter: int = 1, minutes: int = 10, own: bool = False
) -> LevelCard:
    name = f"L{order}"
    return LevelCard(name, name, name, "factory", 10, ("pull",), order, own, stars, None, (), chapter)


def road(*stars: int | None, everything: bool = False) -> Campaign:
    return campaign([card(order, won) for order, won in enumerate(stars, 1)], "en", everything)


@pytest.mark.parametrize(
    ("stars", "open_ones", "following"),
    [
        ((None, None, None), [1], 1),
        ((1, None, None), [1, 2], 2),
        ((0, None, None), [1], 1),
        ((3, 2, 0), [1, 2, 3], 3),
        ((3, 2, 1), [1, 2, 3], 2),
        ((3, 3, 3), [1, 2, 3], 3),
        ((None, 1, None), [1, 2, 3], 1),
    ],
)
def test_a_star_opens_the_next_stop(stars: tuple[int | None, ...], open_ones: list[int], following: int) -> None:
    found = road(*stars)
    assert [stop.number for stop in found.stops if stop.open] == open_ones
    assert found.next is not None
    assert found.next.number == following
    assert (found.won, found.most) == (sum(won or 0 for won in stars), STARS * 3)


def test_everything_can_be_opened_and_what_is_shut_says_by_what_it_opens() -> None:
    assert all(stop.open for stop in road(None, None, None, everything=True).stops)
    assert [stop.needs for stop in road(None, None, None).stops] == ["", "L1", "L2"]


def test_behind_a_stop_comes_the_next_one_unless_it_is_shut() -> None:
    found = road(1, None, None)
    following = [found.after(name) for name in ("L1", "L2", "L3", "elsewhere")]
    assert [None if card is None else card.id for card in following] == ["L2", None, None, None]


def test_a_level_not_there_is_not_shown_and_does_not_bar_the_way() -> None:
    found = campaign([card(1, 1), card(3, None, 1), card(9, None, 3)], "en")
    assert [(stop.number, stop.open) for stop in found.stops] == [(1, True), (3, True), (9, False)]
    assert [stop.chapter for stop in found.stops] == ["Learn to pull", "", "When it fails"]
    assert [stop.line for stop in found.stops] == ["pull, cards", "setups before lots", "late, small, fast"]


def test_what_has_no_number_is_a_sandbox_and_what_is_own_stays_off_the_road() -> None:
    found = campaign([card(1), card(None), card(None, own=True)], "en")
    assert ([stop.number for stop in found.stops], len(found.sandboxes), len(found.own)) == ([1], 1, 1)


def test_ready_paths_count_play_predicting_and_debrief() -> None:
    """75 minutes: three levels of 10 minutes, each with 12 more, 3 x 22 = 66; the week: ten more each."""
    found = campaign([card(order) for order in range(1, 15)], "en", everything=True)
    lesson, double, week, _ = found.paths
    assert [[stop.number for stop in part] for part in lesson.parts] == [[1, 5, 8]]
    assert lesson.minutes == (66,)
    assert [[stop.number for stop in part] for part in double.parts] == [[1, 3, 5], [6, 8, 12]]
    assert week.minutes == (40, 40, 40, 40, 20)


@pytest.mark.parametrize("language", languages())
def test_half_a_day_in_a_company_ends_with_its_own_sales(language: str) -> None:
    """Three levels of 10 minutes with 30 each for predicting and debrief, 120, and an hour for the own sales."""
    *others, company = campaign([card(order) for order in range(1, 15)], language, everything=True).paths
    assert all(path.own is None for path in others)
    assert company.own is not None
    assert (company.minutes, company.own.minutes, company.longest) == ((120,), 60, 180)
    assert 0 < company.own.play < company.own.minutes
    assert "date, item, units" in company.own.about
    assert all((company.own.aims, company.own.before, company.own.after, company.own.note))


def test_no_lesson_is_longer_than_its_name_says(tmp_path: Path) -> None:
    shelf = front.open(tmp_path)
    lesson, double, *_ = shelf.campaign(everything=True).paths
    assert max(*lesson.minutes, *double.minutes) <= 75
    shelf.close()


def test_a_level_is_read_once_and_then_remembered(tmp_path: Path) -> None:
    read: list[str] = []

    def look(path: Path) -> Face:
        read.append(path.name)
        return Face("small", {"en": "Small", "de": "Klein"}, "factory", 5, ("pull", {"en": "cards"}), 1, 2)

    level = shelf_of(tmp_path) / "small.toml"
    store = tmp_path / "levels.json"
    first = Faces(store, look).of(level)
    assert Faces(store, look).of(level) == first
    assert read == ["small.toml"]
    level.write_text(TEXT + "\n# a word more", "utf-8")
    Faces(store, look).of(level)
    assert read == ["small.toml"] * 2


@pytest.mark.parametrize(
    "mangled", ["", "[]", "{", '{"a": 1}', '{"a": [[1, 2], {"id": "x"}]}', '{"a": [[1], {"what": 1}]}']
)
def test_a_mangled_memory_is_forgotten(tmp_path: Path, mangled: str) -> None:
    store = tmp_path / "levels.json"
    store.write_text(mangled, "utf-8")
    level = shelf_of(tmp_path) / "small.toml"
    assert Faces(store, lambda path: Face("small")).of(level).id == "small"
    assert str(level) in json.loads(store.read_text("utf-8"))


def test_a_glance_tells_the_same_of_a_sound_level(tmp_path: Path) -> None:
    for path in front.SHIPPED.glob("*.toml"):
        assert glance(path) == library.face(path)


NO_LEVELS = ("", "x = [", 'id = "a"', 'id = 5\ntitle = "t"\nkind = "store"', 'id = "a"\ntitle = "t"\nkind = "zoo"')


@pytest.mark.parametrize("text", NO_LEVELS)
def test_a_glance_at_what_is_no_level_shows_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text, "utf-8")
    assert glance(path) == Face()


def test_the_first_page_needs_nothing_that_plays(tmp_path: Path) -> None:
    """Once the records are made, what Home shows imports neither numpy nor pydantic nor sqlite-utils."""
    code = (
        "import sys; from pathlib import Path; from game.playing import front; "
        "import ui.app, ui.home; "
        f"shelf = front.open(Path({str(tmp_path)!r})); "
        "shelf.playable(); shelf.latest(); shelf.campaign(); shelf.close(); "
        "print([name for name in ('numpy', 'pydantic', 'sqlite_utils', 'game.engine') if name in sys.modules])"
    )
    front.open(tmp_path).close()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("form", exam.FORMS)
def test_the_forms_are_parallel_and_complete(form: exam.Form) -> None:
    asked = {language: exam.items(form, language) for language in languages()}
    assert len(asked["en"]) == 8
    for items in asked.values():
        assert [item.concept for item in items] == [item.concept for item in asked["en"]]
        assert all(len(set(item.choices)) == 4 for item in items)
        assert all(item.explain and item.text for item in items)
    assert all(one.text != other.text for one, other in zip(asked["en"], asked["de"], strict=True))
    both = zip(exam.items("before", "en"), exam.items("after", "en"), strict=True)
    assert all(one.concept == other.concept and one.text != other.text for one, other in both)


def test_the_right_answers_do_not_lie_in_one_place() -> None:
    for form in exam.FORMS:
        places = [item.right for item in exam.items(form, "en")]
        assert max(places.count(place) for place in range(4)) <= 3


def test_a_form_tells_how_much_was_right_and_how_sure() -> None:
    """Two of four right; a guess, rather unsure, rather sure, sure: (0.25 + 0.5 + 0.75 + 1) / 4 = 0.625."""
    items = exam.items("before", "en")[:4]
    picks = {
        item.concept: (item.right if place < 2 else (item.right + 1) % 4, place) for place, item in enumerate(items)
    }
    found = exam.filled(Sitting("before", "2026-11-25T00:00:00+00:00", picks), "en")
    assert found is not None
    assert (found.right, found.share, found.confidence) == (2, 0.5, 0.625)
