"""Books and figures of the shipped levels, played to the end without a decision."""

from pathlib import Path

import pytest

from game import levelfile, run
from game.books import Statement, statements
from game.level.pack import LevelPack
from game.measures import MEASURES, explain, score
from game.message import catalogue, render

LEVELS = sorted((Path(__file__).resolve().parents[2] / "levels").glob("*.toml"))


def finished(path: Path) -> run.Run:
    pack = levelfile.load(path)
    assert isinstance(pack, LevelPack)
    played = run.start(pack, 1)
    while not played.finished:
        played = run.play_turn(played)
    return played


def rows(statement: Statement, key: str) -> list[tuple[int, ...]]:
    return [amounts for name, _, amounts in statement.rows if name == key]


@pytest.fixture(scope="module", params=LEVELS, ids=lambda path: path.stem)
def played(request: pytest.FixtureRequest) -> run.Run:
    return finished(request.param)


def test_the_three_statements_tie(played: run.Run) -> None:
    income, balance, cash = statements(played.history)
    assert rows(balance, "statement.total_assets") == rows(balance, "statement.liabilities_and_equity")
    direct, indirect = rows(cash, "statement.cash_operations")
    assert direct == indirect
    [closing] = rows(cash, "statement.closing_cash")
    noted = [int(played.history.closing("cash", turn)[0, 0]) for turn in range(played.history.turns)]
    assert list(closing[:-1]) == noted
    [profit] = rows(income, "statement.net_profit")
    [retained] = rows(balance, "statement.retained")
    assert profit[-1] == retained[-1]


def test_the_bottom_lines_are_the_measures(played: run.Run) -> None:
    income, _, cash = statements(played.history)
    figures = {
        "profit": rows(income, "statement.net_profit")[0],
        "operating_cash_flow": rows(cash, "statement.cash_operations")[0],
        "net_cash_flow": rows(cash, "statement.net_cash_flow")[0],
    }
    for name, amounts in figures.items():
        assert MEASURES[name].value(played.history)[0] == amounts[-1]
        by_turn = [
            MEASURES[name].value(played.history, turns=slice(turn, turn + 1))[0] for turn in range(played.history.turns)
        ]
        assert by_turn == list(amounts[:-1])


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_figure_of_every_turn_says_how_it_came_about(played: run.Run, language: str) -> None:
    for measure in MEASURES.values():
        for turn in range(played.history.turns):
            message = explain(measure, played.history, turns=slice(turn, turn + 1))
            said = render(message, language)
            assert said != measure.how
            assert "{" not in said
            assert "nan" not in said.lower().split()


def test_every_row_has_a_text(played: run.Run) -> None:
    keys = {key for statement in statements(played.history) for key, _, _ in statement.rows}
    assert keys <= set(catalogue("en"))


def test_the_score_is_within_its_bounds(played: run.Run) -> None:
    found = score(played.history)
    assert len(found.goals) == len(played.pack.level.goal)
    assert 0 <= found.score[0] <= 100
    assert found.stars[0] in (0, 1, 2, 3)
