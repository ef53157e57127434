"""The shelf: shipped, own and broken levels, and fresh luck."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.message import Message, render
from game.playing import library
from game.playing.faces import glance
from game.playing.library import SHIPPED, Library, UnplayableError
from game.playing.session import Session
from tests.playing.small import TEXT, shelf_of

DATA = "date,item,units\n" + "".join(f"2024-01-{day:02},bun,5\n" for day in range(1, 29))
HISTORY = 'demand = { pattern = "history", file = "data/own.csv", item = "bun" }'


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    found = library.open(tmp_path / "data", "de", shelf_of(tmp_path))
    yield found
    found.close()


def own_level(folder: Path) -> Path:
    """A level with a sales history beside it."""
    (folder / "data").mkdir(parents=True)
    (folder / "data/own.csv").write_text(DATA, encoding="utf-8")
    file = folder / "mine.toml"
    file.write_text(TEXT.replace('demand = { pattern = "constant", units = 10 }', HISTORY), encoding="utf-8")
    return file


def test_levels_speak_the_players_language(shelf: Library) -> None:
    card = shelf.levels()[0]
    assert (card.title, card.own, card.stars, card.problems) == ("Klein", False, None, ())


def test_a_level_comes_with_its_data(shelf: Library, tmp_path: Path) -> None:
    card = shelf.add_level(own_level(tmp_path / "elsewhere"))
    assert card.problems == ()
    assert card.own
    assert (shelf.own_levels / "data/own.csv").read_text(encoding="utf-8") == DATA
    assert shelf.start(card, 1).run_turn()


def test_another_level_of_the_same_file_name_is_not_overwritten(shelf: Library, tmp_path: Path) -> None:
    file = own_level(tmp_path / "elsewhere")
    shelf.add_level(file)
    shelf.add_level(file)
    file.write_text(TEXT, encoding="utf-8")
    shelf.add_level(file)
    assert sorted(path.name for path in shelf.own_levels.glob("*.toml")) == ["mine-2.toml", "mine.toml"]


@pytest.mark.parametrize("text", ["", "format = 1", "nonsense = [", TEXT.replace("share = 0", "shares = 0"), "\x00"])
def test_a_broken_level_is_listed_with_its_mistakes(shelf: Library, tmp_path: Path, text: str) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(text, encoding="utf-8")
    card = shelf.add_level(file)
    assert card in shelf.levels()
    assert card.problems
    for call in (shelf.briefing, shelf.start):
        with pytest.raises(UnplayableError) as refused:
            call(card)
        assert refused.value.message == card.problems[0].message


def test_a_level_mended_and_added_again_takes_the_place_of_the_broken_one(shelf: Library, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    for text in ("nonsense = [", "format = 1", TEXT):
        file.write_text(text, encoding="utf-8")
        shelf.add_level(file)
    assert [(Path(card.path).name, card.problems) for card in shelf.levels() if card.own] == [("mine.toml", ())]


def test_a_level_mended_in_place_is_read_again(shelf: Library, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("format = 1", encoding="utf-8")
    copy = Path(shelf.add_level(file).path)
    copy.write_text(TEXT, encoding="utf-8")
    assert [card.problems for card in shelf.levels() if card.own] == [()]


def test_a_file_named_outside_the_folder_is_not_copied(shelf: Library, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(DATA, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    file = own_level(tmp_path / "elsewhere" / "deep")
    file.write_text(file.read_text(encoding="utf-8").replace("data/own.csv", "../../secret.csv"), encoding="utf-8")
    assert shelf.add_level(file).problems
    assert {path.suffix for path in shelf.own_levels.rglob("*") if path.is_file()} == {".toml"}


def test_the_data_of_another_level_is_not_overwritten(shelf: Library, tmp_path: Path) -> None:
    shelf.add_level(own_level(tmp_path / "one"))
    file = own_level(tmp_path / "two").rename(tmp_path / "two" / "yours.toml")
    (file.parent / "data/own.csv").write_text(DATA.replace(",5\n", ",6\n"), encoding="utf-8")
    refused = shelf.add_level(file)
    assert isinstance(refused, Message)
    assert "data/own.csv würde die Verkäufe ersetzen, von denen Ihr Level mine.toml lebt" in render(refused, "de")
    assert (shelf.own_levels / "data/own.csv").read_text(encoding="utf-8") == DATA
    assert [path.name for path in shelf.own_levels.glob("*.toml")] == ["mine.toml"]


def test_data_mended_and_added_again_with_its_level_takes_the_place_of_the_old(shelf: Library, tmp_path: Path) -> None:
    file = own_level(tmp_path / "one")
    shelf.add_level(file)
    (file.parent / "data/own.csv").write_text(DATA.replace(",5\n", ",6\n"), encoding="utf-8")
    shelf.add_level(file)
    assert (shelf.own_levels / "data/own.csv").read_text(encoding="utf-8") == DATA.replace(",5\n", ",6\n")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("none.toml", None, "gibt es nicht"), ("large.toml", b" " * 1_000_001, "größer als 1 MB")],
)
def test_what_is_no_level_at_all_is_refused(
    shelf: Library, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    refused = shelf.add_level(tmp_path / name)
    assert isinstance(refused, Message)
    assert words in render(refused, "de")


@pytest.mark.parametrize("name", ["mine.toml", "../mine.csv", "/etc/passwd", "C:own.csv", "a\\own.csv"])
def test_a_level_cannot_name_anything_but_a_table_beside_it(shelf: Library, tmp_path: Path, name: str) -> None:
    file = own_level(tmp_path / "deep" / "one")
    (tmp_path / "deep" / "mine.csv").write_text(DATA, encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("data/own.csv", name), encoding="utf-8")
    assert shelf.add_level(file).problems
    assert [path.name for path in shelf.own_levels.rglob("*") if path.is_file()] == ["mine.toml"]


def test_a_level_nested_without_end_is_a_mistake_and_no_crash(shelf: Library, tmp_path: Path) -> None:
    file = tmp_path / "deep.toml"
    file.write_text("x = " + "[" * 5_000, encoding="utf-8")
    assert shelf.add_level(file).problems
    assert not glance(file).id


def test_each_run_has_new_luck_unless_a_seed_is_given(shelf: Library) -> None:
    card = shelf.levels()[0]
    seeds = [shelf.start(card).seed for _ in range(5)]
    assert len(set(seeds)) == 5
    assert shelf.start(card, seeds[0]).seed == seeds[0]
    assert next(run.seed for run in shelf.runs()) == seeds[0]


def test_the_briefing_holds_what_is_read_before_play(shelf: Library) -> None:
    found = shelf.briefing(shelf.levels()[0])
    assert (found.title, found.turns, found.days_per_turn) == ("Klein", 4, 7)
    assert found.prediction == ("What happens?", ("This", "That"))
    assert found.levers == ("policy", "cards", "container", "buffer", "shares", "trip_every", "lot", "order_up_to")
    assert [goal.bounds for goal in found.goals] == [(0.8, 0.9, 0.95), (60_000, 50_000, 40_000)]
    assert found.objectives == ("Know it.",)
    assert found.plant.items[0].on_hand == 100
    assert found.plant.items[0].buffer == 20


def test_all_shipped_levels_are_on_the_shelf(tmp_path: Path) -> None:
    shelf = library.open(tmp_path)
    cards = shelf.levels()
    assert [card.problems for card in cards] == [()] * len(list(SHIPPED.glob("*.toml")))
    shelf.close()


def test_where_nothing_can_be_kept_the_shelf_still_opens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shelf = library.open(tmp_path / "file", shipped=shelf_of(tmp_path))
    assert isinstance(shelf.notice, Message)
    assert render(shelf.notice)
    assert shelf.start(shelf.levels()[0]).run_turn()
    shelf.close()


def test_a_run_that_cannot_be_kept_is_played_all_the_same(tmp_path: Path) -> None:
    """The folder of the records is a file: play goes on, and a sentence says that nothing is kept."""
    (tmp_path / "records").write_text("in the way", "utf-8")
    shelf = library.open(tmp_path / "records")
    card = next(card for card in shelf.levels() if card.id == "first-cards")
    playing = shelf.start(card)
    playing.run_turn()
    assert playing.turn == 1
    assert isinstance(playing, Session)
    assert playing.notice is not None or shelf.notice is not None
