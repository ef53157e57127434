"""Goals as text: their direction, their bounds, whether they are met."""

from game.level import in_language
from game.playing.views import GoalView
from ui.words import kind_text, known, language, tr


def goal_name(goal: GoalView, items: dict[str, str] | None = None) -> str:
    """Name of the measure, with the item it looks at when it is one item's."""
    name = measure_name(goal.figure.measure)
    if goal.item is None:
        return name
    return tr("ui.goal.of_item", measure=name, item=(items or {}).get(goal.item, goal.item))


def measure_name(measure: str) -> str:
    """The measure's name as the catalogue has it."""
    for key in (f"measure.{measure}", f"measure.{measure}.name"):
        if known(key):
            return tr(key)
    return measure.replace("_", " ").capitalize()


def bound_text(goal: GoalView, star: int, currency: str = "EUR") -> str:
    """What a star takes, such as `\u2265 96.0 %`; `star` is 1 to 3."""
    sign = "\u2265" if goal.rising else "\u2264"
    return f"{sign}\u00a0{kind_text(goal.figure.kind, goal.bounds[star - 1], currency)}"


def beside_text(goal: GoalView, currency: str = "EUR") -> str:
    """How others did, such as `best known \u20ac 204 \u00b7 teams \u20ac 2,028`; empty where nobody is named."""
    kind = goal.figure.kind
    said = (f"{in_language(who, language())}\u00a0{kind_text(kind, value, currency)}" for who, value in goal.beside)
    return " \u00b7 ".join(said)
