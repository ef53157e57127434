"""What a lesson plan says of a level or an hour: aims, predictions, questions, and the instructor's note."""

from collections.abc import Sequence

from ui.theme import GRID
from ui.widgets import Card, caption, label
from ui.words import tr


def write_plan(card: Card, aims: Sequence[str], before: Sequence[str], after: Sequence[str], note: str) -> None:
    """Each part under its caption; parts that are empty are left out."""
    for key, lines in (("aims", aims), ("before", before), ("after", after)):
        _part(card, key, "\n".join(f"\u2022 {line}" for line in lines))
    _part(card, "note", note)


def _part(card: Card, key: str, said: str) -> None:
    if said:
        card.body.addSpacing(GRID)
        card.body.addWidget(caption(tr(f"ui.lessons.{key}")))
        card.body.addWidget(label(said, wrap=True))
