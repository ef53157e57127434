"""The last hour of a path: a store of the players' own sales, with what is to be prepared, asked and said."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from game.playing.campaign import OwnSales
from game.playing.door import Shelf
from ui.levels.own_store import OwnStoreCard
from ui.levels.plan import write_plan
from ui.widgets import Card, label
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell


def add_own_sales(own: OwnSales, shelf: Shelf, shell: "Shell", body: QVBoxLayout) -> None:
    """The plan of the hour, and beneath it where the table is chosen."""
    card = Card(tr("ui.lessons.own"))
    card.body.addWidget(label(own.about, "label", wrap=True))
    write_plan(card, own.aims, own.before, own.after, own.note)
    body.addWidget(card)
    body.addWidget(OwnStoreCard(shelf, shell))
