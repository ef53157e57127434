"""Why customers were badly served, stations stood still and goods were rushed in the last turn, cause by cause."""

from collections.abc import Iterator

from game.message import Number
from game.playing.scene import Scene
from game.playing.views import Section
from game.why.causes import Cause, told
from game.why.stations import THOUSANDTHS_PER_HOUR


def of_stream(scene: Scene, target: str) -> Iterator[Section]:
    """Units lost and late by cause."""
    kinds = ("lost", "late")
    amounts: dict[tuple[str, object], tuple[Cause, dict[str, int]]] = {}
    for loss in scene.losses:
        if loss.thing == ("stream", target) and loss.kind in kinds:
            for cause in loss.causes:
                _, units = amounts.setdefault((cause.reason, cause.thing), (cause, dict.fromkeys(kinds, 0)))
                units[loss.kind] = cause.amount
    rows = tuple((told(scene.seen, cause), *units.values()) for cause, units in amounts.values())
    if rows:
        yield Section("causes", head=("cause", *kinds), table=rows)


def of_item(scene: Scene, target: str) -> Iterator[Section]:
    """Fees for rushes by cause."""
    causes = [cause for loss in scene.losses if loss.thing == ("item", target) for cause in loss.causes]
    rows = tuple((told(scene.seen, cause), scene.seen.money(cause.amount)) for cause in causes)
    if rows:
        yield Section("rushed", head=("cause", "fee"), table=rows)


def of_station(scene: Scene, target: str) -> Iterator[Section]:
    """Hours stood still by cause."""
    causes = [cause for loss in scene.losses if loss.thing == ("station", target) for cause in loss.causes]
    rows = tuple((told(scene.seen, cause), Number(cause.amount / THOUSANDTHS_PER_HOUR, 1)) for cause in causes)
    if rows:
        yield Section("causes", head=("cause", "hours"), table=rows)
