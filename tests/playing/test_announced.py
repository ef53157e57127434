"""How long an announcement says that something lasts."""

import pytest

from game.playing.timeline import announced_days


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"en": "3 to 6 weeks", "de": "3 bis 6 Wochen"}, 42),
        ("4 weeks, a fifth more", 28),
        ("3 days, half as much again", 3),
        ("10\u201314 days", 14),
        ("nobody knows", None),
        ("", None),
    ],
)
def test_the_longest_length_is_read(said: str | dict[str, str], days: int | None) -> None:
    assert announced_days(said) == days
