"""Numbers and texts as a person reads them."""

import pytest

from game.message import Number, in_language, show


@pytest.mark.parametrize(("value", "words"), [(-0.04, "0.0"), (-0.06, "\u22120.1"), (1234.5, "1,234.5")])
def test_a_number_that_rounds_to_nothing_has_no_sign(value: float, words: str) -> None:
    assert show(Number(value, 1)) == words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("earn € 3.50 a pack", "earn €\u00a03.50 a pack"),
        ("verdienen 3,50 € je Packung", "verdienen 3,50\u00a0€ je Packung"),
        ("fill 97 % of it", "fill 97\u00a0% of it"),
        ("{fill_rate} % and € a day", "{fill_rate} % and € a day"),
    ],
)
def test_no_line_parts_a_number_from_its_unit(text: str, kept: str) -> None:
    assert in_language(text) == kept


def test_signs_that_a_terminal_would_obey_are_not_passed_on() -> None:
    assert show("a\x1b[31mred\x07\nnew line\u00a0\u00e4") == "a\ufffd[31mred\ufffd\nnew line\u00a0\u00e4"
