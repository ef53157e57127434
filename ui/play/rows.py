"""The widget for a lever: a stepper, a choice, shares, a switch, or a button for what is done once."""

from collections.abc import Mapping

from game.playing.views import LeverView
from ui.play import facts
from ui.play.action import ACTIONS, Action
from ui.play.choice import Choice
from ui.play.levers import Decide, LeverRow, Stepper
from ui.play.rush import Rush
from ui.play.share_row import Shares
from ui.play.switch import Switch


def lever_row(lever: LeverView, decide: Decide, names: Mapping[str, str], thing: str, room: int) -> LeverRow:
    """The row of a lever, with what it is set for where that is not the `thing` shown."""
    row = _made(lever, decide, names, room)
    row.set_for(facts.other(lever, names, thing))
    row.show_lever(lever)
    return row


def _made(lever: LeverView, decide: Decide, names: Mapping[str, str], room: int) -> LeverRow:
    if lever.choices:
        return Choice(lever, decide, room)
    if lever.parts:
        return Shares(lever, decide, names)
    if lever.lever in ACTIONS:
        return Action(lever, decide)
    if lever.lever == "rush":
        return Rush(lever, decide)
    return Switch(lever, decide) if lever.unit == "switch" else Stepper(lever, decide)
