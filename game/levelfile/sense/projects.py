"""Projects change parameters that exist, of things that have them; early payment is early and has a discount."""

from collections.abc import Iterator

from game.level import Effect
from game.levelfile.problems import Path
from game.levelfile.sense.draft import Found, Sense, said, unknown
from game.plant.parameters import PARAMETERS, holders

WHEN = ("transition", "effect")


def effects(sense: Sense) -> Found:
    """Each entry names a parameter, and targets that have it; a supplier is qualified by an effect only."""
    for path, effect in _entries(sense):
        if effect.parameter not in PARAMETERS:
            yield unknown((*path, "parameter"), effect.parameter, "parameter", PARAMETERS)
        elif effect.parameter == "qualified" and path[2] == "transition":
            yield said((*path, "parameter"), "qualified_later")
        elif _routes_known(sense):
            yield from _targets(sense, path, effect)


def _targets(sense: Sense, path: Path, effect: Effect) -> Found:
    known = holders(sense.level, effect.parameter)
    if not known:
        yield said((*path, "parameter"), "parameter_nowhere", parameter=effect.parameter)
        return
    for place, target in enumerate(effect.targets):
        if target not in known:
            values = {"target": target, "parameter": effect.parameter, "known": ", ".join(known)}
            yield said((*path, "targets", place), "parameter_target", **values)


def early_payment(sense: Sense) -> Found:
    """What is paid early is paid before it is due, and less a discount."""
    for i, item in enumerate(sense.level.item):
        for k, offer in enumerate(item.offer):
            path = ("item", i, "offer", k)
            if offer.discount and offer.discount_days >= offer.payment_days:
                values = {"early": f"{offer.discount_days:g}", "usual": f"{offer.payment_days:g}"}
                yield said((*path, "discount_days" if offer.discount_days else "discount"), "discount_late", **values)
            elif offer.pay_early and not offer.discount:
                yield said((*path, "pay_early"), "discount_none", supplier=offer.supplier)


def opened(sense: Sense) -> Found:
    """A customer that is closed is opened by some project."""
    entries = [effect for _, effect in _entries(sense) if effect.parameter == "demand" and effect.add > 0]
    for d, stream in enumerate(sense.level.stream):
        if stream.closed and not any(stream.id in effect.targets or not effect.targets for effect in entries):
            yield said(("stream", d, "closed"), "never_opens", id=stream.id)


def _entries(sense: Sense) -> Iterator[tuple[Path, Effect]]:
    for p, project in enumerate(sense.level.project):
        for when in WHEN:
            for k, effect in enumerate(getattr(project, when)):
                yield ("project", p, when, k), effect


def _routes_known(sense: Sense) -> bool:
    routes = {route.id for route in sense.level.route}
    return all(offer.route is None or offer.route in routes for item in sense.level.item for offer in item.offer)
