"""Numbers and dates of the play page as a person reads them."""

import datetime

from game.level import Level
from game.message import Number, Percent
from ui.words import text, tr


def percent(share: float) -> str:
    """A share in whole percent."""
    return text(Percent(share, 0)).replace(" ", "\u00a0")


def steps_of(typed: str, per: int) -> int | None:
    """A number typed, in steps of which `per` make one: 1.5 days are 3 half days; None if it is no number."""
    plain = typed.replace("\u2212", "-").replace(" ", "")
    try:
        if per == 1:
            return int(plain.replace(".", "").replace(",", ""))
        return round(per * float(plain.replace(",", ".")))
    except (ValueError, OverflowError):
        return None


def days(value: float) -> str:
    """Days with a digit after the point only where it says something."""
    return text(Number(value, 0 if abs(value - round(value)) < 0.05 else 1))


def date_of(level: Level, day: float) -> datetime.date:
    """The date of a day of the level."""
    return level.calendar.start + datetime.timedelta(days=int(day))


def weekday(number: int) -> str:
    """Short name of a weekday, 0 is Monday."""
    return tr(f"play.day.{number % 7}")


def weekday_of(level: Level, day: float) -> str:
    """Weekday of a day of the level: `Thu`."""
    return weekday(date_of(level, day).weekday())


def day_short(level: Level, day: float) -> str:
    """Weekday and day of the month: `Thu 12`."""
    date = date_of(level, day)
    return f"{weekday(date.weekday())} {date.day}"


def day_long(level: Level, day: float) -> str:
    """Weekday and date."""
    date = date_of(level, day)
    return f"{weekday(date.weekday())} {text(date)}"


def turn_word(level: Level, form: str, **values: object) -> str:
    """A text about turns: they are called weeks when they have seven days, days when they have one."""
    return tr(turn_key(level, form), days=level.calendar.days_per_turn, **values)


def turn_key(level: Level, form: str) -> str:
    """The key of a text about turns."""
    return f"play.turn.{level.calendar.turn_name}.{form}"
