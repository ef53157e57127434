"""Where a run stands among the plans of its level."""

from collections.abc import Sequence
from math import isnan

from game.coach.standing import Spot as Found
from game.coach.standing import Stand
from game.message import Message, Money
from game.playing.views.debrief import Plan, Spot, StandView

NAMED = frozenset({
    "do_nothing", "kanban_formula", "big_buffers", "bare_jit", "hybrid", "forecast_push", "taught", "tempting",
})  # fmt: skip
"""Plans that have a text of their own; others are called by their id."""


def plan_name(policy: str) -> Message:
    """What a plan is called."""
    if policy in NAMED:
        return Message(f"debrief.plan.{policy}")
    return Message("debrief.plan.other", {"name": policy.replace("_", " ")})


def spot_view(found: Found) -> Spot:
    """A run that came out so."""
    served = None if isnan(found.served) else found.served
    return Spot(found.stock, served, found.profit, found.stars, found.score)


def stand_view(you: Found, stands: Sequence[Stand], currency: str) -> StandView:
    """The run among the plans that the level allows."""
    plans = tuple(
        Plan(one.name, plan_name(one.name), spot_view(one.here), tuple(map(spot_view, one.elsewhere))) for one in stands
    )
    return StandView(spot_view(you), plans, tuple(_words(you, plans, currency)))


def _words(you: Found, plans: Sequence[Plan], currency: str) -> list[Message]:
    if not plans:
        return []
    beaten = sum(_rank(plan.here) < (you.stars, you.profit) for plan in plans)
    best = max(plans, key=lambda plan: _rank(plan.here))
    values = {
        "plan": best.name, "money": Money(best.here.profit, currency), "stars": best.here.stars,
    }  # fmt: skip
    return [
        Message("debrief.stand.beaten", {"beaten": beaten, "plans": len(plans)}),
        Message("debrief.stand.best", values),
    ]


def _rank(spot: Spot) -> tuple[int, int]:
    """Stars first, then profit."""
    return spot.stars, spot.profit
