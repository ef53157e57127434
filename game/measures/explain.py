"""How a number came about: the measure's sentence with the figures of this run."""

from math import isnan

from game.history import History, Turns
from game.measures.base import Kind, Measure
from game.message import Message, Money, Number, Percent

NOTHING = "\u2013"


def explain(
    measure: Measure, history: History, item: int | None = None, turns: Turns = None, replication: int = 0
) -> Message:
    """Sentence `measure.how.<name>`; its values are the measure's terms and the figure itself as `value`."""
    parts = measure.parts(history, item, turns)
    currency = history.plant.level.money.currency
    values = {
        name: shown(measure.terms[name].kind, float(figure[replication]), currency)
        for name, figure in parts.terms.items()
    }
    values["value"] = shown(measure.kind, float(parts.ratio.value[replication]), currency)
    return Message(measure.how, values)


def shown(kind: Kind, value: float, currency: str) -> object:
    """A figure as a message value; a dash where it is undefined."""
    if isnan(value):
        return NOTHING
    match kind:
        case "money":
            return Money(round(value), currency)
        case "percent":
            return Percent(value)
        case "units":
            return Number(value)
    return Number(value, 1)
