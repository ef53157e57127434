"""Behind every cell of the books stand postings that add up to it; ageing adds up to what is owed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.playing import library
from game.playing.session import Session


@pytest.fixture(params=["pedal-and-sons", "corner-bakery"])
def playing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    shelf = library.open(tmp_path, "en")
    made = shelf.start(next(card for card in shelf.levels() if card.id == request.param), 7)
    for _ in range(3):
        made.run_turn()
    yield made
    shelf.close()


def test_every_cell_is_the_sum_of_what_stands_behind_it(playing: Session) -> None:
    seen = 0
    for statement in (*playing.statements(), *playing.ageing()):
        for key, style, amounts in statement.rows:
            for column, amount in zip(statement.columns, amounts, strict=False):
                found = playing.entries(statement.name, key, column)
                if found is not None:
                    assert found.total == amount, (statement.name, key, column)
                    seen += 1
                else:
                    assert column == "opening" or key == "statement.opening_cash", (key, column)
            assert style != "head" or not amounts
    assert seen > 100


def test_what_is_open_is_the_balance(playing: Session) -> None:
    balance = next(s for s in playing.statements() if s.name == "balance")
    for table in playing.ageing():
        owed = {key: amounts for key, _, amounts in balance.rows}.get(f"account.{table.name}", (0,) * 4)
        assert table.rows[-1][2] == owed[1:]


def test_measures_say_how_they_are_computed(playing: Session) -> None:
    found = {view.name: view for view in playing.measures()}
    assert {"fill_rate", "profit", "cash_cycle"} <= set(found)
    assert all(view.how.key == f"measure.how.{name}" for name, view in found.items())
    assert all(view.whole.value is not None for view in found.values())
