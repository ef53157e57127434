"""What cost a run most, in one sentence of the debrief."""

from game.message import Message, Number
from game.plant import minor
from game.playing.scene import Scene
from game.why.stations import THOUSANDTHS_PER_HOUR, missing_component

WHOLE = slice(None)
HOURS = 8.0
WASTE = ("spoilage_raw", "spoilage_finished", "scrap_raw", "scrap_finished", "scrap_process")


def largest_loss(scene: Scene) -> Message | None:
    """Goods thrown away, or customers badly served with the station that starved; None when neither cost much."""
    wasted = sum(int(scene.seen.posted(kind, WHOLE).sum()) for kind in WASTE)
    missed = _missed(scene)
    revenue = -int(scene.history.closing("revenue")[0, 0])
    if 50 * max(wasted, missed) < revenue:
        return None
    if wasted > missed:
        return Message("result.wasted", {"money": scene.seen.money(wasted)})
    return _starved(scene) or Message("result.missed", {"money": scene.seen.money(missed)})


def _missed(scene: Scene) -> int:
    """Sales lost, penalties and the cost of lost sales, minor units."""
    prices = [minor(stream.price) for stream in scene.level.stream]
    lost = sum(int(units) * price for units, price in zip(scene.seen.total("lost", WHOLE), prices, strict=True))
    return lost + sum(int(scene.seen.posted(kind, WHOLE).sum()) for kind in ("late_penalty", "lost_sale"))


def _starved(scene: Scene) -> Message | None:
    """The station that starved longest, if it did for a shift or more."""
    hours = [int(total) / THOUSANDTHS_PER_HOUR for total in scene.seen.total("starved", WHOLE)]
    station = max(range(len(hours)), key=lambda w: hours[w], default=None)
    if station is None or hours[station] < HOURS:
        return None
    missing = missing_component(scene.seen, station, WHOLE)
    if missing is None:
        return None
    values = {
        "station": scene.seen.name("station", station),
        "hours": Number(hours[station]),
        "item": scene.seen.name("item", missing),
        "money": scene.seen.money(_missed(scene)),
    }
    return Message("result.starved", values)
