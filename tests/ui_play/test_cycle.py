"""The tile of the cash cycle: the sum shown is right to the eye."""

import pytest

from game.playing.views import Cycle
from ui.play.cycle import whole_days


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ((9.6, 4.4, 0.5, 13.5), (10, 4, 0, 14)),
        ((5.4, 11.6, 10.5, 6.5), (5, 12, 11, 6)),
        ((10.0, 0.0, 4.0, 6.0), (10, 0, 4, 6)),
        ((1.4, None, 14.3, -12.9), (1, 0, 14, -13)),
    ],
)
def test_whole_days_add_up(exact: tuple[float, ...], shown: tuple[int, ...]) -> None:
    """9.6 + 4.4 - 0.5 = 13.5: rounded one by one 10 + 4 - 0 = 14; 5.4 + 11.6 - 10.5 = 6.5, shown as 6."""
    found = whole_days(Cycle(*exact))
    assert (found.stock, found.customers, found.suppliers, found.total) == shown
    assert found.stock + found.customers - found.suppliers == found.total
    assert all(abs((a or 0.0) - b) <= 1 for a, b in zip(exact, shown, strict=True))


def test_without_a_figure_there_is_none() -> None:
    assert whole_days(Cycle(None, None, None, None)).total is None
