"""Things of the floor in words: tool-tips, descriptions for screen readers, and the cells of the plant's table."""

from game.level import Level
from game.playing.views import ItemView, PlantView, StationView, StreamView, SupplierView, Truck
from ui.play import fresh
from ui.play.layout import Key
from ui.play.nodes import split_text, station_state, stream_note
from ui.play.numbers import day_long, days, percent
from ui.words import text, tr

Thing = SupplierView | ItemView | StationView | StreamView


def find(key: Key, plant: PlantView) -> Thing | None:
    """The thing of a key."""
    groups: dict[str, tuple[Thing, ...]] = {
        "supplier": plant.suppliers, "item": plant.items, "station": plant.stations, "stream": plant.streams,
    }  # fmt: skip
    return next((thing for thing in groups.get(key[0], ()) if thing.id == key[1]), None)


def thing_tip(key: Key, plant: PlantView) -> str:
    """A thing in a sentence or two."""
    thing = find(key, plant)
    if thing is None:
        return ""
    return f"{thing.name}: {state(thing, plant)}"


def state(thing: Thing, plant: PlantView) -> str:
    """How a thing stands, in words."""
    match thing:
        case SupplierView():
            terms = tr("play.supplier.terms", days=days(thing.lead_days), on_time=percent(thing.on_time))
            return terms if thing.note is None else f"{terms}; {text(thing.note)}"
        case ItemView():
            return item_state(thing)
        case StationView():
            names = {item.id: item.name for item in plant.items}
            doing = text(thing.note) if thing.note else station_state(thing, names.get(thing.item or "", ""))
            parts = split_text([part for part in thing.split.items() if part[1] > 0 and part[0] != "closed"])
            return f"{doing}; {parts}" if parts else doing
        case StreamView():
            return stream_note(thing)[0]


def item_state(item: ItemView) -> str:
    """Stock, orders, containers and buffer of an item, and its mood as a word."""
    words = [tr("play.item.stock", on_hand=item.on_hand, on_order=item.on_order, unit=item.unit)]
    words.append(tr("play.item.full", full=item.full, places=item.places))
    if fresh.shows(item) and item.on_hand:
        words.append(fresh.words(item))
    if item.buffer_target:
        words.append(tr("play.item.buffer", buffer=item.buffer, target=item.buffer_target))
    if item.backorders:
        words.append(tr("play.item.owed", count=item.backorders))
    words.append(tr(f"play.mood.{item.mood}"))
    return "; ".join(words)


def truck_tip(trucks: tuple[Truck, ...], plant: PlantView, level: Level) -> str:
    """All trucks of a spot, one a line."""
    names = {thing.id: thing.name for thing in plant.suppliers}
    names |= {thing.id: thing.name for thing in plant.items}
    return "\n".join(
        tr("play.truck.tip_late" if truck.late else "play.truck.tip", units=truck.units,
           item=names.get(truck.item, truck.item), supplier=names.get(truck.supplier, truck.supplier),
           day=day_long(level, truck.promised_day))
        for truck in trucks
    )  # fmt: skip


def plant_text(plant: PlantView) -> str:
    """The plant in a few sentences, the trouble first."""
    groups: tuple[tuple[Thing, ...], ...] = (plant.items, plant.suppliers, plant.streams)
    trouble = [f"{thing.name}: {state(thing, plant)}" for group in groups for thing in group
               if not isinstance(thing, StationView) and thing.mood in ("warn", "bad")]  # fmt: skip
    counts = tr("play.floor.counts", suppliers=len(plant.suppliers), items=len(plant.items),
                stations=len(plant.stations), streams=len(plant.streams))  # fmt: skip
    return " ".join([counts, *(f"{line}." for line in trouble)])
