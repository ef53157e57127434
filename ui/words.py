"""Texts of the window in the player's language: `tr("ui.home.hello")`, figures by `figure_text`."""

import datetime
from typing import TYPE_CHECKING

from game.message import SYMBOLS, THOUSAND, Message, Money, Number, Percent, languages, render, sentence, show

if TYPE_CHECKING:
    from game.playing.views import Figure

DASH = "\u2013"


class _State:
    language = "en"


def set_language(language: str) -> None:
    """Choose the language of all texts made from now on; an unknown one is ignored."""
    if language in languages():
        _State.language = language


def language() -> str:
    """The language in force, such as `en`."""
    return _State.language


def tr(key: str, **values: object) -> str:
    """The text of a key, its values shown as the language writes them."""
    return render(Message(key, values), _State.language)


def known(key: str) -> bool:
    """Whether the catalogue of the language in force has the key."""
    return sentence(key, _State.language) is not None


def text(value: object) -> str:
    """A `Message`, `Money`, `Percent`, number or date as the language writes it."""
    return show(value, _State.language)


def money(minor: float, currency: str = "EUR", digits: int | None = None) -> str:
    """An amount in minor units with the currency's sign; `digits` as `to_read` or `to_add` found them."""
    return text(Money(round(minor), currency, digits))


def tied(words: str) -> str:
    """Words in which no line breaks between a number and its percent sign."""
    return words.replace(" %", "\u00a0%")


def day_text(iso: str) -> str:
    """The date of an ISO time stamp."""
    return text(datetime.datetime.fromisoformat(iso).date())


def figure_text(figure: "Figure", currency: str = "EUR") -> str:
    """The value of a figure with its unit, a dash when there is none yet."""
    return kind_text(figure.kind, figure.value, currency)


def kind_text(kind: str, value: float | None, currency: str = "EUR") -> str:
    """A value of a kind of figure (money in minor units, percent as a share) with its unit."""
    if value is None:
        return DASH
    match kind:
        case "money":
            return money(value, currency)
        case "percent":
            return text(Percent(value))
        case "days":
            return tr("ui.unit.days", value=Number(value, 1))
        case "units":
            return text(Number(value))
    return text(Number(value, 1))


def short_money(minor: float, currency: str = "EUR") -> str:
    """An amount for an axis: from ten thousand on in thousands, with a digit after the point where one is needed."""
    if abs(minor) < 10 * THOUSAND:
        return money(minor, currency)
    whole = abs(minor) >= 100 * THOUSAND or minor % THOUSAND == 0
    thousands = text(Number(minor / THOUSAND, 0 if whole else 1)) + "\u00a0k"
    symbol = SYMBOLS.get(currency, currency)
    return f"{thousands}{symbol}" if _State.language == "de" else f"{symbol}\u00a0{thousands}"
