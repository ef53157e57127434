"""Plants that the shared fakes lack: frames between two stations, and plants of any size."""

from game.playing import views as v
from tests.ui import fake_data as data

SPLIT = {"running": 0.7, "setup": 0.2, "idle": 0.1}


def item(name: str, number: int, column: str = "inbound", **more: object) -> v.ItemView:
    """A stock point with plausible figures that depend on its number."""
    moods: tuple[v.Mood, ...] = ("good", "good", "warn", "good", "bad")
    cards, size = 4 + number % 9, (12, 20, 24, 40)[number % 4]
    full = (3 * number) % (cards + 1)
    values = {
        "id": name.lower().replace(" ", "-"), "name": name, "unit": "units", "policy": "kanban",
        "on_hand": full * size - size // 3 if full else 0, "on_order": (cards - full) * size, "backorders": 0,
        "container": size, "cards": cards, "target": cards * size, "full": full, "places": cards,
        "buffer": size * (number % 4), "buffer_target": 3 * size if number % 3 else 0,
        "buffer_reached": 3 * size if number % 3 else 0, "cover": full / cards,
        "mood": moods[number % 5], "shelf": False, "ages": (), "column": column, "trend": (3, 5, 4, 6),
    }  # fmt: skip
    return v.ItemView(**(values | more))  # type: ignore[arg-type]


def frames() -> v.PlantView:
    """The bicycle works with its two frames in stock between the stations: seven items."""
    plant = data.factory(True)
    between = (item("City frame", 3), item("Cargo frame", 4))
    links = [link for link in plant.links if link.source != ("station", "frames")]
    links += [v.Link("make", ("station", "frames"), ("item", frame.id), 1, 10) for frame in between]
    links += [v.Link("use", ("item", frame.id), ("station", "assembly"), 1, 10) for frame in between]
    items = (*plant.items[:3], *between, *plant.items[3:])
    return v.PlantView("factory", plant.suppliers, items, plant.stations, plant.streams, tuple(links), plant.trucks)


def large(parts: int, products: int, stations: int = 3) -> v.PlantView:
    """So many bought parts and products, with stations in two stages."""
    bought = [item(f"Part number {n}", n) for n in range(parts)]
    made = [item(f"Product {n}", n + 2, "finished") for n in range(products)]
    suppliers = [
        v.SupplierView(f"s{n}", f"Supplier {n}", "home", "bad" if n == 2 else "good", 1.0 + n, 0.9, 100, 0, None)
        for n in range(max(1, parts // 2))
    ]
    shops = [v.StationView(f"w{n}", f"Station {n}", "running", made[0].id, 20, SPLIT, None)
             for n in range(stations)]  # fmt: skip
    streams = [
        v.StreamView(f"c{n}", f"Customer {n}", one.id, (4, 6, 5), n % 2, 0, 0, None, "good")
        for n, one in enumerate(made)
    ]
    links = [
        v.Link("supply", ("supplier", suppliers[n % len(suppliers)].id), ("item", one.id), n % 3, 10)
        for n, one in enumerate(bought)
    ]
    links += [
        v.Link("use", ("item", one.id), ("station", shops[n % stations].id), 1, 10) for n, one in enumerate(bought)
    ]
    links += [v.Link("make", ("station", shops[n % stations].id), ("item", one.id), 1, 5) for n, one in enumerate(made)]
    links += [v.Link("sell", ("item", one.id), ("stream", streams[n].id), 0, 5) for n, one in enumerate(made)]
    trucks = [
        v.Truck(suppliers[n % len(suppliers)].id, one.id, 10 * n + 5, 70, 80 + n, n == 2)
        for n, one in enumerate(bought)
    ]
    return v.PlantView(
        "factory", tuple(suppliers), tuple(bought + made), tuple(shops), tuple(streams), tuple(links), tuple(trucks)
    )
