"""The short line beneath levers of supply: what there is to do, and what it costs."""

from game import levers
from game.levers import Decision
from game.levers.supply import offer_of, rushable, undispatched
from game.message import Message, Number, Percent
from game.plant import minor
from game.playing.scene import Scene


def shares(scene: Scene, item: int) -> Message | None:
    """What moving shares costs and for how long they are then fixed, where it matters."""
    entry = scene.level.item[item]
    values = {"money": scene.seen.money(minor(entry.share_change_cost)), "turns": entry.share_commitment}
    if entry.share_change_cost and entry.share_commitment:
        return Message("supply.shares_both", values)
    if entry.share_change_cost:
        return Message("supply.shares_cost", values)
    return Message("supply.shares_fixed", values) if entry.share_commitment else None


def rush(scene: Scene, source: int) -> Message | None:
    """What can be rushed, or what the units planned cost."""
    offer = offer_of(scene.plant, source)
    units = int(rushable(scene.plant, scene.state, source, scene.state.period)[0])
    planned = min(units, scene.plan("rush", source))
    decision = Decision("rush", scene.plant.source_name(source), planned or units)
    values = {
        "units": planned or units,
        "days": _days(offer.expedite_days or 0.0),
        "money": scene.seen.money(levers.cost(scene.plant, scene.state, decision)),
    }
    if not units:
        return Message("supply.rush_none", values)
    return Message("supply.rush_planned" if planned else "supply.rush_some", values)


def rush_when_red(scene: Scene, source: int) -> Message | None:
    """Where red begins, and what a rush costs."""
    offer = offer_of(scene.plant, source)
    values = {
        "units": -(-scene.plan("buffer", scene.plant.sources[source].item) // 3),
        "money": scene.seen.money(minor(offer.expedite_cost)),
        "each": scene.seen.money(minor(offer.expedite_unit_cost)),
    }
    return Message("supply.rush_when_red" if values["units"] else "supply.no_buffer", values)


def recall(scene: Scene, source: int) -> Message | None:
    """What has not left yet."""
    return Message("supply.recall", {"units": int(undispatched(scene.state, source)[0])})


def onboard(scene: Scene, source: int) -> Message | None:
    """What it costs and how long it takes; nothing once it has begun."""
    offer = offer_of(scene.plant, source)
    why = levers.LEVERS["onboard"].forbidden(scene.plant, scene.state, source, 1)
    values = {"money": scene.seen.money(minor(offer.onboarding_cost)), "days": _days(offer.onboarding_days)}
    return why or Message("supply.onboard", values)


def inspect(scene: Scene, source: int) -> Message | None:
    """How many are bad, and what a look costs."""
    offer = offer_of(scene.plant, source)
    values = {"share": Percent(offer.defects, 1), "money": scene.seen.money(minor(offer.inspection_cost))}
    return Message("supply.inspect", values)


def _days(days: float) -> Number:
    return Number(days, 0 if days == round(days) else 1)


HINTS = {
    "shares": shares,
    "rush": rush,
    "rush_when_red": rush_when_red,
    "recall": recall,
    "onboard": onboard,
    "inspect": inspect,
}
