"""Does a level make sense? Each check is one function that yields findings; the tables say when it runs.

`STRUCTURE` runs on every draft, `REFERENCES` where no list of things is missing, `WHOLE` only where the parts of the
file it reads have no mistake of form, `SOUND` when moreover names, sources and bills of materials are right, `MEANS`
when demand is right too, `TRIAL` when nothing else is wrong.
"""

from collections.abc import Iterable

from game.level.pack import LevelPack
from game.levelfile.problems import Finding
from game.levelfile.sense import (
    amounts,
    histories,
    market,
    money,
    names,
    offers,
    production,
    projects,
    settings,
    supply,
    teaching,
    trial,
    world,
)
from game.levelfile.sense.draft import Check, Mended, Sense

__all__ = ["findings"]

Reading = tuple[tuple[Check, tuple[str, ...]], ...]

STRUCTURE: tuple[Check, ...] = (
    names.unique,
    names.one_offer,
    names.told_apart,
    money.rates,
    supply.one_source,
    supply.no_circle,
    supply.departures,
    supply.repairs,
    offers.way,
    offers.prices,
    offers.idle_terms,
    offers.express,
    offers.qualified,
    production.forecasts,
    production.counts,
    production.stops,
    production.upkeep,
    production.overtime,
    settings.shares,
    settings.containers,
    settings.order_levels,
    settings.day_profiles,
    settings.patience,
    settings.calendar,
    market.goodwill,
    market.markdown,
    market.prices,
    market.market_goal,
    projects.early_payment,
    projects.opened,
    world.occurrences,
    world.disruptions,
    teaching.goals,
    teaching.predictions,
    teaching.board,
    teaching.language_codes,
    teaching.lesson,
)
REFERENCES: tuple[Check, ...] = (names.known, projects.effects, world.targets, teaching.levers_listed, teaching.plans)
WHOLE: Reading = (
    (names.used, ("item", "supplier", "station")),
    (offers.routes_used, ("item", "route")),
    (supply.needed, ("item", "stream")),
    (supply.lots_fill, ("item", "station")),
    (money.first_week, ("calendar", "money", "station")),
)
SOUND: Reading = (
    (histories.sound, ("calendar", "stream")),
    (money.countable, ("item", "money")),
    (amounts.of_items, ("item",)),
    (amounts.of_days, ("calendar", "money", "station", "lease", "project")),
)
MEANS: tuple[Check, ...] = (settings.cards_reach, supply.can_be_made, amounts.of_customers)
TRIAL: tuple[Check, ...] = (trial.plans_apply,)
NAMES = (names.unique, names.known, projects.effects, supply.one_source, supply.no_circle, offers.way)


def findings(pack: LevelPack, mended: Mended) -> list[Finding]:
    """What makes no sense in a level that was mended where its form was wrong."""
    sense = Sense(pack)
    found = _run(sense, STRUCTURE)
    found += [] if mended.lost() else _run(sense, REFERENCES)
    found += _run(sense, _whole(WHOLE, mended))
    if not _run(sense, NAMES):
        found += _run(sense, _whole(SOUND, mended))
        if not mended and not any(finding.path[0] in ("calendar", "stream", "item") for finding in found):
            found += _run(sense, MEANS)
        if not mended and not found:
            found += _run(sense, TRIAL)
    return [finding for finding in found if not mended.explains(finding)]


def _run(sense: Sense, checks: Iterable[Check]) -> list[Finding]:
    return [finding for check in checks for finding in check(sense)]


def _whole(checks: Reading, mended: Mended) -> list[Check]:
    return [check for check, reads in checks if not mended.touched(reads)]
