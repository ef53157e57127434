"""The floor: suppliers, items, stations, customers, the arrows between them and the trucks on the road."""

from game.playing.floor_arrows import links, route_of
from game.playing.floor_items import item_view
from game.playing.floor_places import station_view, stream_view, supplier_view
from game.playing.scene import Scene
from game.playing.trouble import is_late
from game.playing.views import PlantView, Truck


def plant_view(scene: Scene) -> PlantView:
    """The whole plant as it stands."""
    level = scene.level
    return PlantView(
        kind=level.kind,
        suppliers=tuple(supplier_view(scene, i) for i in range(len(level.supplier))),
        items=tuple(item_view(scene, i) for i in range(len(level.item))),
        stations=tuple(station_view(scene, w) for w in range(len(level.station))),
        streams=tuple(stream_view(scene, d) for d in range(len(level.stream))),
        links=links(scene),
        trucks=trucks(scene),
        projects=tuple((entry.id, scene.seen.name("project", p)) for p, entry in enumerate(level.project)),
    )


def trucks(scene: Scene) -> tuple[Truck, ...]:
    """Shipments under way with the dates that were promised."""
    return tuple(
        Truck(
            supplier=scene.level.supplier[scene.seen.supplier_of(ship.source)].id,
            item=scene.level.item[scene.plant.sources[ship.source].item].id,
            units=ship.units,
            left_day=ship.left / scene.per_day,
            promised_day=ship.promised / scene.per_day,
            late=is_late(scene, ship),
            route=route_of(scene, ship.source),
        )
        for ship in sorted(scene.on_road, key=lambda ship: (ship.promised, ship.source))
    )
