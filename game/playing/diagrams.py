"""The charts of a run so far: stock in its zones, demand and sales, service, cash, flow, stations, suppliers.

A `Diagram` is plain numbers by period, by turn or by name; the window draws it, shows it as a table and writes it out.
"""

from collections.abc import Iterator

import numpy as np

from game.message import Message
from game.playing.charts import SERVICE, floats, service
from game.playing.scene import Scene
from game.playing.sourcing import punctual, region_name
from game.playing.views import Curve, Diagram, Look
from game.why.stations import TIMES

TONES = {
    "running": "green",
    "setup": "blue",
    "down": "red",
    "starved": "amber",
    "blocked": "amber_line",
    "idle": "edge",
}


def diagrams(scene: Scene) -> tuple[Diagram, ...]:
    """All charts; none before the first turn."""
    if not scene.run.turn:
        return ()
    makers = (_stock, _sales, _service, _cash, _cycle, _flow_time, _stations, _suppliers, _spend)
    return tuple(one for maker in makers for one in maker(scene))


def _per_turn(scene: Scene) -> int:
    return scene.level.calendar.days_per_turn * scene.per_day


def _curve(name: str | Message, values: np.ndarray, tone: str, look: Look = "line") -> Curve:
    return Curve(name if isinstance(name, Message) else Message(f"curve.{name}"), floats(values), tone, look)


def _stock(scene: Scene) -> Iterator[Diagram]:
    """Working stock and buffer after each period; the zones are those in force now."""
    stock, buffer = (scene.history.level(name)[:, :, 0] for name in ("stock", "buffer"))
    for item, entry in enumerate(scene.level.item):
        count = len(stock)
        zones = [("target", scene.target(item), "teal"), ("container", scene.setting("container", item), "amber_line"),
                 ("buffer_target", scene.setting("buffer", item), "red")]  # fmt: skip
        yield Diagram(
            "stock", scene.seen.name("item", item), "units", _per_turn(scene),
            (
                _curve("on_hand", stock[:, item] - buffer[:, item], "blue", "area"),
                *([_curve("buffer", buffer[:, item], "edge")] if buffer[:, item].any() else []),
                *(_curve(name, np.full(count, units), tone, "bound") for name, units, tone in zones if units > 1),
            ),
            thing=("item", entry.id),
        )  # fmt: skip


def _by_turn(scene: Scene, flow: str) -> np.ndarray:
    """Sums of a flow, `[turn, owner]`."""
    turns = [scene.history.total_flow(flow, slice(turn, turn + 1))[:, 0] for turn in range(scene.run.turn)]
    return np.array(turns)


def _sales(scene: Scene) -> Iterator[Diagram]:
    """Demand and what was delivered, by turn."""
    asked, given, lost = (_by_turn(scene, name) for name in ("demand", "delivered", "lost"))
    for index, entry in enumerate(scene.level.stream):
        curves = [_curve("demand", asked[:, index], "teal"), _curve("sales", given[:, index], "blue", "bar")]
        if lost[:, index].any():
            curves.append(_curve("lost", lost[:, index], "red"))
        yield Diagram("sales", scene.seen.name("stream", index), "units", 1, tuple(curves), thing=("stream", entry.id))


def _service(scene: Scene) -> Iterator[Diagram]:
    per_turn, tones = _per_turn(scene), ("green", "blue")
    curves = [
        Curve(Message(f"measure.{row[0]}"), service(scene, *row, per_turn).values, tone, "line")
        for row, tone in zip(SERVICE, tones, strict=True)
    ]
    yield Diagram("service", "", "percent", per_turn, tuple(curves))


def _cash(scene: Scene) -> Iterator[Diagram]:
    """Balances after each period, in minor units."""
    names = (("cash", "teal", "area"), ("receivables", "green", "line"), ("payables", "amber_line", "line"))
    curves: list[Curve] = []
    for name, tone, look in names:
        values = np.abs(scene.history.level(name)[:, 0, 0]) if name != "cash" else scene.history.level(name)[:, 0, 0]
        if values.any():
            curves.append(_curve(Message(f"account.{name}"), values, tone, "area" if look == "area" else "line"))
    yield Diagram("cash", "", "money", _per_turn(scene), tuple(curves))


def _figures(scene: Scene, name: str) -> np.ndarray:
    """A measure over all turns so far, after each turn."""
    found = [scene.remembered(name, None, 0, turn + 1) for turn in range(scene.run.turn)]
    return np.array([np.nan if value is None else value for value in found])


def _cycle(scene: Scene) -> Iterator[Diagram]:
    names = (("days_of_stock", "blue"), ("days_of_receivables", "teal"), ("days_of_payables", "amber_line"))
    curves = [Curve(Message(f"measure.{name}"), floats(_figures(scene, name)), tone, "line") for name, tone in names]
    whole = Curve(Message("measure.cash_cycle"), floats(_figures(scene, "cash_cycle")), "ink", "area")
    yield Diagram("cycle", "", "days", 1, (whole, *curves))


def _flow_time(scene: Scene) -> Iterator[Diagram]:
    """How long a unit stays: mean stock of a turn / units that left a day (Little)."""
    left = _by_turn(scene, "sold") + _by_turn(scene, "used") + _by_turn(scene, "moved_out")
    stock = np.array([scene.history.mean_level("stock", slice(turn, turn + 1))[:, 0] for turn in range(scene.run.turn)])
    days = np.where(left > 0, stock * scene.level.calendar.days_per_turn / np.maximum(left, 1), np.nan)
    for item, entry in enumerate(scene.level.item):
        name = scene.seen.name("item", item)
        yield Diagram("flow_time", name, "days", 1, (_curve("flow_time", days[:, item], "blue", "bar"),),
                      thing=("item", entry.id))  # fmt: skip


def _stations(scene: Scene) -> Iterator[Diagram]:
    """How the minutes of each turn were split, stacked."""
    times = {name: _by_turn(scene, name) for name in TIMES}
    for index, entry in enumerate(scene.level.station):
        total = np.maximum(sum(spent[:, index] for spent in times.values()), 1)
        curves = tuple(
            _curve(Message(f"fact.time.{name}"), spent[:, index] / total, TONES[name], "stack")
            for name, spent in times.items()
            if spent[:, index].any()
        )
        yield Diagram("stations", scene.seen.name("station", index), "percent", 1, curves, thing=("station", entry.id))


def _suppliers(scene: Scene) -> Iterator[Diagram]:
    """Share of the loads that came by the promised day, beside the share that is usual."""
    names, kept, usual = [], [], []
    for index, entry in enumerate(scene.level.supplier):
        sources = scene.plant.sources_from({entry.id})
        in_time, due = punctual(scene, sources)
        offers = [offer for source in sources if (offer := scene.plant.sources[source].offer)]
        names.append(scene.seen.name("supplier", index))
        kept.append(in_time / due if due else np.nan)
        usual.append(min((offer.on_time for offer in offers), default=np.nan))
    curves = (_curve("punctual", np.array(kept), "green", "bar"), _curve("usual", np.array(usual), "edge", "bar"))
    yield Diagram("suppliers", "", "percent", 1, curves, tuple(names))


def _spend(scene: Scene) -> Iterator[Diagram]:
    """Purchases so far by supplier and by region, in minor units."""
    bought = scene.history.total_posting("purchase")[:, 0]
    suppliers: dict[str, int] = {}
    regions: dict[str, int] = {}
    for source in scene.plant.bought_sources:
        index = scene.seen.supplier_of(source)
        name, region = scene.seen.name("supplier", index), region_name(scene.level.supplier[index].region)
        suppliers[name] = suppliers.get(name, 0) + int(bought[source])
        regions[region] = regions.get(region, 0) + int(bought[source])
    for name, found in (("spend", suppliers), ("spend_region", regions)):
        curve = _curve("spend", np.array(list(found.values())), "teal", "bar")
        yield Diagram(name, "", "money", 1, (curve,), tuple(found))
