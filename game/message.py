"""Sentences: a key and values, rendered from one catalogue a language, so that window and console agree.

`Message("late", {"item": "Gear sets", "units": 6})` becomes "6 of Gear sets are late". The catalogues are
`assets/texts/<language>/*.toml`; every text a person reads stands there. Values carry their kind (`Money`,
`Percent`, ...), so that numbers follow the language.
"""

import datetime
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).resolve().parent.parent / "assets" / "texts"
TABLE = re.compile(r"^\[([a-z_]+)", re.MULTILINE)
MARKS = {"en": (",", "."), "de": (".", ",")}
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Signs that a terminal would obey; new lines and tabs are none of them."""
APART = re.compile(r"(?<=[€$£¥]) (?=\d)|(?<=\d) (?=[€$£¥%])")
"""The space between a number and its unit, where no line may break."""
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF", "JPY": "¥"}

THOUSAND = 100_000
"""A thousand in minor units."""

Text = str | dict[str, str]
"""A text as a level file gives it: one for all languages, or a table of languages."""


@dataclass(frozen=True)
class Message:
    """A sentence by its key in the catalogue and the values it holds."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Money:
    """An amount in minor units (cents) of a currency; `digits` after the point, else cents below a hundred only."""

    minor: int
    currency: str = "EUR"
    digits: int | None = None


@dataclass(frozen=True)
class Percent:
    """A share, 0.97 for 97 percent."""

    share: float
    digits: int = 1


@dataclass(frozen=True)
class Number:
    """A plain number with so many digits after the point."""

    value: float
    digits: int = 0


@lru_cache
def catalogue(language: str) -> dict[str, str]:
    """All texts of a language, flat, as `section.key`; empty when the language is not shipped."""
    return {key: text for path in sorted(set(_files(TEXTS / language).values())) for key, text in _texts(path).items()}


def sentence(key: str, language: str) -> str | None:
    """The text of a key as it stands, None when the language lacks it; reads only the file it stands in."""
    path = _files(TEXTS / language).get(key.partition(".")[0])
    return None if path is None else _texts(path).get(key)


@lru_cache
def _files(folder: Path) -> dict[str, Path]:
    """The file of each table; a table stands in one file only."""
    files = sorted(folder.glob("*.toml"))
    return {name: path for path in files for name in TABLE.findall(path.read_text("utf-8"))}


@lru_cache
def _texts(path: Path) -> dict[str, str]:
    return dict(_flat(tomllib.loads(path.read_text("utf-8"))))


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        rows += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return rows


def languages() -> list[str]:
    """Languages shipped, English first."""
    found = sorted(path.name for path in TEXTS.iterdir() if path.is_dir())
    return sorted(found, key=lambda name: name != "en")


def in_language(text: Text, language: str = "en") -> str:
    """The text in `language`, else in English, else in the first language given; no line parts number and unit."""
    if not isinstance(text, str):
        text = text.get(language) or text.get("en") or next(iter(text.values()), "")
    return APART.sub("\u00a0", text)


def render(message: Message, language: str = "en") -> str:
    """The sentence in a language, English where the language lacks it, the key itself as a last resort."""
    found = (sentence(message.key, one) for one in (language, "en"))
    template = next((one for one in found if one is not None), message.key)
    return template.format(**{name: show(value, language) for name, value in message.values.items()})


def show(value: object, language: str = "en") -> str:  # noqa: PLR0911
    """A value as a person reads it in a language."""
    match value:
        case Message():
            return render(value, language)
        case Money():
            return _money(value, language)
        case Percent():
            return f"{_number(100 * value.share, value.digits, language)} %"
        case Number():
            return _number(value.value, value.digits, language)
        case bool():
            return str(value)
        case int():
            return _number(value, 0, language)
        case float():
            return _number(value, 1, language)
        case datetime.date():
            return value.strftime("%d.%m.%Y" if language == "de" else "%d/%m/%Y")
    return UNSEEN.sub("\ufffd", str(value))


def to_add(amounts: Iterable[float]) -> int:
    """Digits of a column that can be added up by hand: cents for all where one has any."""
    return 2 if any(round(amount) % 100 for amount in amounts) else 0


def to_read(amounts: Iterable[float]) -> int:
    """Digits of a column that is read: no cents from a thousand on."""
    every = list(amounts)
    return 0 if any(abs(amount) >= THOUSAND for amount in every) else to_add(every)


def _number(value: float, digits: int, language: str) -> str:
    thousands, point = MARKS.get(language, MARKS["en"])
    text = f"{value:z,.{digits}f}".replace("-", "\u2212")
    return text.replace(",", "\0").replace(".", point).replace("\0", thousands)


def _money(amount: Money, language: str) -> str:
    symbol = SYMBOLS.get(amount.currency, amount.currency)
    few = 2 if abs(amount.minor) < 10_000 and amount.minor % 100 else 0
    number = _number(abs(amount.minor) / 100, few if amount.digits is None else amount.digits, language)
    sign = "\u2212" if amount.minor < 0 and number.strip("0.,") else ""
    return f"{sign}{number}\u00a0{symbol}" if language == "de" else f"{sign}{symbol}\u00a0{number}"
