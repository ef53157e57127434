"""A whole small level through the door: views before, during and after play, the archive behind it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter

import pytest

from game.levers import Refused
from game.message import Message, Money, Number, catalogue, languages, render
from game.playing import library
from game.playing.door import Playing, Shelf
from game.playing.library import SHIPPED, Library
from game.playing.views import Changed, LeverView
from tests.playing.small import begun, shelf_of


def everything(playing: Playing) -> list[object]:
    level = playing.level
    things = [
        ("item", level.item), ("supplier", level.supplier), ("station", level.station), ("stream", level.stream)
    ]  # fmt: skip
    measures = [tile.figure.measure for tile in playing.scoreboard().tiles]
    return [
        playing.scoreboard(),
        playing.plant(),
        playing.feed(),
        playing.timeline(),
        playing.pending,
        playing.charts(),
        playing.result(),
        playing.statements(),
        *(playing.inspect(kind, entry.id) for kind, group in things for entry in group),
        *(playing.inspect("goal", name) for name in measures),
    ]


def messages(value: object) -> Iterator[Message]:
    if isinstance(value, Message):
        yield value
        yield from messages(tuple(value.values.values()))
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from messages(entry)
    elif is_dataclass(value) and not isinstance(value, Money):
        yield from messages(tuple(getattr(value, field.name) for field in fields(value)))


def names_of_texts(value: object) -> Iterator[str]:
    """Keys that the window looks up for facts, sections and heads of tables."""
    from game.playing.views import Fact, Section

    if isinstance(value, Fact):
        yield f"fact.{value.name}"
    if isinstance(value, Section):
        yield f"section.{value.name}"
        yield from (f"fact.{name}" for name in value.head)
    if isinstance(value, tuple | list):
        for entry in value:
            yield from names_of_texts(entry)
    elif is_dataclass(value):
        yield from names_of_texts(tuple(getattr(value, field.name) for field in fields(value)))


def test_the_session_is_a_door_and_the_library_a_shelf(shelf: Library) -> None:
    door: Playing = begun(shelf)
    found: Shelf = shelf
    assert door.turn == 0
    assert found.latest() is not None


@pytest.mark.parametrize("language", languages())
def test_every_sentence_of_a_run_is_in_the_catalogue_with_its_values(tmp_path: Path, language: str) -> None:
    shelf = library.open(tmp_path / "data", language, shelf_of(tmp_path))
    playing = begun(shelf)
    playing.decide("cards", "tube", 4)
    shown = everything(playing)
    while not playing.finished:
        playing.run_turn()
        shown += everything(playing)
    texts = catalogue(language)
    found = list(messages(shown))
    assert found
    for message in found:
        assert message.key in texts
        blanks = {name for _, name, _, _ in Formatter().parse(texts[message.key]) if name}
        assert blanks <= set(message.values), message
        assert "{" not in render(message, language)
    assert set(names_of_texts(shown)) <= set(texts)
    shelf.close()


@pytest.mark.parametrize("level", [path.stem for path in SHIPPED.glob("*.toml")])
def test_every_shipped_level_can_be_looked_at(tmp_path: Path, level: str) -> None:
    shelf = library.open(tmp_path)
    card = next(card for card in shelf.levels() if Path(card.path).stem == level)
    assert shelf.briefing(card).title == card.title
    playing = shelf.start(card, 1)
    for _ in range(3):
        playing.run_turn()
        shown = everything(playing)
        assert {message.key for message in messages(shown)} | set(names_of_texts(shown)) <= set(catalogue("en"))
    shelf.close()


def test_a_level_is_played_to_its_end(shelf: Library) -> None:
    playing = begun(shelf)
    assert playing.feed()[0].message.key == "feed.welcome_week"
    assert playing.scoreboard().tiles[0].figure.value == 500_000, "the opening cash"
    turns = []
    while not playing.finished:
        turns.append(playing.run_turn())
    assert turns == [Changed.TURN] * 3 + [Changed.TURN | Changed.FINISHED]
    assert playing.run_turn() is Changed.NOTHING
    assert playing.turn == 4
    assert playing.query("cards", "tube", 5) == Message("hint.over")
    with pytest.raises(Refused):
        playing.decide("cards", "tube", 5)
    result = playing.result()
    assert (result.stars, result.score) == (playing.scoreboard().stars, playing.scoreboard().score)
    assert all(len(series.values) == 31 for chart in playing.charts() for series in chart.series)
    assert shelf.levels()[0].stars == result.stars


def test_a_decision_is_shown_and_played(shelf: Library) -> None:
    playing = begun(shelf)
    assert playing.decide("cards", "tube", 8) is Changed.SETTINGS
    assert playing.decide("cards", "tube", 8) is Changed.NOTHING
    assert [(entry.before, entry.after) for entry in playing.pending] == [(10, 8)]
    lever = next(v for s in playing.inspect("item", "tube").sections for v in s.levers if v.lever == "cards")
    assert (lever.value, lever.planned, lever.allowed) == (10, 8, True)
    assert playing.plant().items[0].cards == 10, "the floor shows what is in force"
    playing.run_turn()
    assert playing.plant().items[0].cards == 8
    assert playing.pending == ()
    assert not playing.can_undo
    with pytest.raises(Refused):
        playing.decide("cards", "tube", -1)


def cards_lever(session: Playing) -> LeverView:
    found = session.inspect("item", "tube")
    return next(view for section in found.sections for view in section.levers if view.lever == "cards")


def test_the_hint_of_the_cards_is_the_formula(shelf: Library) -> None:
    """20 tubes a day, two days on the road and one until the next review, a quarter more, in tens: 7.5 cards."""
    session = begun(shelf)
    assert cards_lever(session).hint is None
    session.predict(0)
    lever = cards_lever(session)
    assert lever.hint is not None
    assert render(lever.hint, "en") == "formula: 20.0 a day \u00d7 3.0 days \u00d7 1.25 / 10 = 7.5"


def test_what_cannot_be_set_says_why(shelf: Library) -> None:
    lots = [view for section in begun(shelf).inspect("station", "shop").sections for view in section.levers]
    assert [(view.lever, view.allowed) for view in lots] == [("lot", False)]
    assert lots[0].why is not None


def test_a_run_is_resumed_where_it_stood(shelf: Library, tmp_path: Path) -> None:
    playing = begun(shelf)
    playing.predict(1)
    playing.decide("cards", "tube", 8)
    playing.run_turn()
    playing.decide("cards", "tube", 2)
    playing.decide("buffer", "tube", 30)
    playing.undo()
    shelf.close()
    again = library.open(tmp_path / "data", shipped=tmp_path / "shipped")
    card = again.latest()
    assert card is not None
    assert (card.turn, card.turns, card.seed, card.finished) == (1, 4, 5, False)
    resumed = again.resume(card.id)
    assert resumed.run.digest() == playing.run.digest()
    assert resumed.plant() == playing.plant()
    assert resumed.pending == playing.pending, "what waited to be run waits again"
    assert resumed.can_undo
    assert resumed.result().prediction == playing.result().prediction
    again.close()


def test_the_prediction_is_compared(shelf: Library) -> None:
    playing = begun(shelf)
    assert playing.result().prediction is None
    playing.predict(1)
    found = playing.result().prediction
    assert found is not None
    assert (found.question, found.chosen, found.right, found.explain) == ("What happens?", "That", "This", "Because.")
    assert not found.came_true


def test_the_lesson_holds_this_runs_figures(shelf: Library) -> None:
    playing = begun(shelf)
    playing.run_turn()
    fill = next(tile.figure.value for tile in playing.scoreboard().tiles if tile.figure.measure == "fill_rate")
    assert fill is not None
    assert playing.result().lesson.startswith(f"Served {100 * fill:.1f} %, stock €")


def test_a_run_file_comes_back(shelf: Library, tmp_path: Path) -> None:
    playing = begun(shelf)
    playing.predict(0)
    playing.run_turn()
    file = tmp_path / "run.json"
    playing.export(file)
    card = shelf.import_run(file)
    assert not isinstance(card, Message)
    assert card.id != playing.number
    assert shelf.resume(card.id).run.digest() == playing.run.digest()


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"milkrun": 99}', b"[1, 2"])
def test_what_is_no_run_file_is_answered_with_a_sentence(shelf: Library, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "run.json"
    file.write_bytes(content)
    assert isinstance(shelf.import_run(file), Message)
    assert isinstance(shelf.import_run(tmp_path / "missing.json"), Message)


def test_a_run_goes_on_when_it_cannot_be_kept(shelf: Library) -> None:
    playing = begun(shelf)
    shelf._archive.save_turn = _full  # type: ignore[method-assign]
    playing.run_turn()
    assert playing.turn == 1
    assert playing.feed()[0].message == playing.notice
    del shelf._archive.save_turn  # type: ignore[method-assign]
    playing.run_turn()
    assert playing.notice is None
    assert shelf.resume(playing.number).turn == 2


def _full(number: int, run: object) -> None:
    from game.archive import ArchiveError

    raise ArchiveError("full")


def test_setup_minutes_are_those_in_force(tmp_path: Path) -> None:
    """Small lots: 240 minutes of setup are 24 once the project has its effects."""
    shelf = library.open(tmp_path)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "small-lots"), 1)
    item, project = playing.level.item, playing.level.project[0]
    made = next(entry for entry in item if entry.make and entry.make.setup_minutes == 240)

    def shown() -> object:
        facts = [fact for section in playing.inspect("item", made.id).sections for fact in section.facts]
        return next(fact.value for fact in facts if fact.name == "setup_minutes")

    assert shown() == Number(240.0)
    playing.decide("project", project.id, 1)
    for _ in range(int(project.days // 7) + 1):
        playing.run_turn()
    assert shown() == Number(24.0)
    shelf.close()
