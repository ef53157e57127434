"""The registry holds what the folder holds, and every measure can explain itself in every language."""

import importlib
import string
from pathlib import Path

import numpy as np
import pytest

import game.measures
from game.measures import MEASURES, Measure, explain
from game.message import Money, catalogue, render
from tests.hand import Pen, plant

FOLDER = Path(game.measures.__file__).parent


def test_every_measure_of_the_folder_is_registered_under_its_name() -> None:
    modules = [importlib.import_module(f"game.measures.{path.stem}") for path in FOLDER.glob("[a-z]*.py")]
    families = [module.FAMILY for module in modules if hasattr(module, "FAMILY")]
    found = {measure.name: measure for family in families for measure in family}
    single = {id(value) for module in modules for value in vars(module).values() if isinstance(value, Measure)}
    assert found == MEASURES
    assert single == {id(measure) for measure in MEASURES.values()}


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_measure_has_a_name_and_a_sentence_that_shows_all_its_terms(language: str) -> None:
    texts = catalogue(language)
    expected = {measure.key for measure in MEASURES.values()} | {measure.how for measure in MEASURES.values()}
    assert {key for key in texts if key.startswith("measure.")} == expected
    for measure in MEASURES.values():
        shown = {name for _, name, _, _ in string.Formatter().parse(texts[measure.how]) if name}
        assert shown - {"value"} == set(measure.terms), measure.name


@pytest.mark.parametrize("name", MEASURES)
def test_a_number_is_the_quotient_of_its_parts(name: str) -> None:
    pen = Pen(plant(), {"cash": 100, "raw": 600})
    pen.period({"sale_credit": 90, "goods_raw": 30}, {"demand": 4, "lines_due": 1, "received": 8}).turn()
    parts = MEASURES[name].parts(pen.history)
    ratio = parts.ratio
    value = MEASURES[name].value(pen.history)[0]
    if ratio.denominator is None:
        assert value == ratio.numerator[0] or np.isnan(value)
    elif ratio.denominator[0] == 0:
        assert np.isnan(value)
    else:
        assert value == ratio.numerator[0] / ratio.denominator[0]
    assert set(parts.terms) == set(MEASURES[name].terms)


def test_the_sentence_of_a_fill_rate() -> None:
    pen = Pen(plant(), {})
    pen.period(flows={"demand": 1000, "filled_at_once": 968}).turn()
    said = render(explain(MEASURES["fill_rate"], pen.history))
    assert said == "968 units went from the shelf at once, of 1,000 that customers asked for: 96.8 %."


def test_the_sentence_of_the_cash_cycle_in_german() -> None:
    """One day: stock 600 - 30 = 570 / 30 = 19 days; 90 / 90 = 1 day; payables 60 / 30 = 2 days."""
    pen = Pen(plant(), {"raw": 600, "payables": -60})
    pen.period({"sale_credit": 90, "goods_raw": 30}).turn()
    said = render(explain(MEASURES["cash_cycle"], pen.history), "de")
    assert said == (
        "19,0 Tage im Lager + 1,0 Tage, bis Kunden zahlen, \u2212 2,0 Tage, bis Lieferanten bezahlt werden, "
        "= 18,0 Tage."
    )


def test_an_undefined_figure_is_a_dash_and_money_has_the_levels_currency() -> None:
    pen = Pen(plant(money={"opening_cash": 1.0, "currency": "USD"}), {"raw": 570})
    pen.period().turn()
    message = explain(MEASURES["days_of_stock"], pen.history)
    assert message.values["stock"] == Money(570, "USD")
    assert message.values["value"] == "\u2013"


@pytest.mark.parametrize("name", MEASURES)
def test_no_figure_is_a_negative_zero(name: str) -> None:
    pen = Pen(plant(), {})
    pen.period({"sale_cash": 90, "goods_raw": 0}, {"demand": 1, "lines_due": 1}).turn()
    figure = MEASURES[name].value(pen.history)
    assert not np.signbit(figure[figure == 0]).any()
