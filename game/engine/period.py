"""One period: the eight steps, in order (model, section 3)."""

from collections.abc import Callable

from game.engine.age import age
from game.engine.begin import begin
from game.engine.context import ACCOUNT, Period
from game.engine.produce import produce
from game.engine.receive import receive
from game.engine.record import record
from game.engine.replenish import replenish
from game.engine.sell import sell
from game.engine.settle import settle
from game.engine.sheet import Page
from game.engine.turn import Turn

DEBTS = slice(ACCOUNT["credit_line"], ACCOUNT["loan"] + 1)
"""Credit line and loan, which lie side by side."""
STEPS: tuple[Callable[[Period], None], ...] = (begin, receive, produce, sell, age, replenish, settle, record)


def play(turn: Turn, t: int, flows: Page, postings: Page) -> None:
    """Play period `t` of a turn in its state, and add flows and postings to what stands on pages."""
    state = turn.state
    p = Period(
        plant=turn.plant,
        state=state,
        tape=turn.tape,
        luck=turn.tape.period(t),
        effects=turn.effects,
        t=t,
        turn_start=turn.start,
        loops=turn.loops,
        force=turn.force(),
        flows=flows,
        postings=postings,
        ledger=turn.ledger,
        opening_debt=-state.accounts[DEBTS],
        failed=state.insolvent[0] > 0,
    )
    for step in STEPS:
        step(p)
