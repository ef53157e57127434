"""What random levels have beyond the plain network: terms of supply, quality, crews, records."""

from random import Random

from tests.oracle.level_chance import Table, maybe, often
from tests.oracle.level_market import disruption_of


def add_supply_terms(rng: Random, table: Table) -> None:
    """Milk runs, breaks, second sources, rushing, inspection, relationship (rules S1 to S12)."""
    table["relationship"] = maybe(rng, 0.3)
    routes = [_route(rng, f"r{k}") for k in range(rng.choice([0, 1, 1, 2]))]
    for item in table["item"]:
        often(rng, item, 0.5, "volume", [0, 0.25, 2.5])
        often(rng, item, 0.5, "failover", [True])
        often(rng, item, 0.4, "share_commitment", [0, 1, 2])
        often(rng, item, 0.5, "share_change_cost", [4.05])
        if len(item.get("offer", ())) > 1 and maybe(rng, 0.5):
            _add_newcomer(rng, item["offer"])
        for offer in item.get("offer", ()):
            _add_offer_terms(rng, offer)
            if routes and maybe(rng, 0.6):
                _put_on_route(offer, rng.choice(routes)["id"])
    used = {offer.get("route") for item in table["item"] for offer in item.get("offer", ())}
    table["route"] = [route for route in routes if route["id"] in used]
    _add_relationship(rng, table)
    _add_outage(rng, table)


def _add_outage(rng: Random, table: Table) -> None:
    """Somebody is out, so that orders fail over."""
    supplier = rng.choice(table["supplier"])["id"]
    if maybe(rng, 0.6):
        table["disruption"].append(disruption_of(rng, "z0", "supplier_outage", {"supplier": supplier}))


def _add_relationship(rng: Random, table: Table) -> None:
    """Suppliers look back over eight and twelve turns, so turns are many and short."""
    if table["relationship"]:
        table["calendar"] |= {"turns": rng.choice([9, 13, 14]), "days_per_turn": rng.choice([1, 1, 2])}


def _route(rng: Random, name: str) -> Table:
    table: Table = {"id": name, "name": name, "lead_time_days": random_lead(rng)}
    often(rng, table, 0.5, "on_time", [0.5, 0.9, 0])
    often(rng, table, 0.4, "late_by_days", [0, 1.5])
    often(rng, table, 0.3, "may_overtake", [True])
    often(rng, table, 0.5, "truck_capacity", [3, 20])
    often(rng, table, 0.7, "cost_per_trip", [20, 0.99])
    often(rng, table, 0.6, "departures", [{"every_days": 2}, {"every_days": 0.5}, {"weekdays": ["tue", "fri"]}])
    return table


def random_lead(rng: Random) -> float | Table | list[float]:
    """A number, a spread or a list of days."""
    lead: list[float | Table | list[float]] = [0, 1, 2, 3.5, {"mean": 1.5, "cv": 0.6}, [1, 2, 2], [0, 0.5, 4], [3]]
    return rng.choice(lead)


def _put_on_route(offer: Table, route: str) -> None:
    for key in ("on_time", "late_by_days", "may_overtake", "departures", "truck_capacity", "cost_per_trip"):
        offer.pop(key, None)
    offer["route"] = route
    del offer["lead_time_days"]


def _add_newcomer(rng: Random, offers: list[Table]) -> None:
    """The first offer has all; the last has to be onboarded."""
    for offer in offers:
        offer["share"] = 100 if offer is offers[0] else 0
    offers[-1]["qualified"] = False
    often(rng, offers[-1], 0.8, "onboarding_cost", [12])
    often(rng, offers[-1], 0.7, "onboarding_days", [0.5, 1, 3])


def _add_offer_terms(rng: Random, offer: Table) -> None:
    if maybe(rng, 0.3):
        offer["lead_time_days"] = random_lead(rng)
    if maybe(rng, 0.4):
        offer["breaks"] = [{"from": 5, "price": 0.9}, {"from": 21, "price": 0.61}][: rng.randint(1, 2)]
    often(rng, offer, 0.5, "steady_price", [0.75])
    if maybe(rng, 0.4):
        offer["inspect"] = rng.choice([10, 50, 100])
        offer["inspection_cost"] = rng.choice([0, 0.13])
        offer["defects"] = rng.choice([0.05, 0.3, 0.9])
    if maybe(rng, 0.6):
        offer["expedite_days"] = rng.choice([0, 0.5, 1])
        often(rng, offer, 0.7, "expedite_cost", [3.33])
        often(rng, offer, 0.7, "expedite_unit_cost", [0.21])
        often(rng, offer, 0.7, "rush_when_red", [3, 12])


def add_production_terms(rng: Random, table: Table) -> None:
    """Forecasts, records, bad units made, maintenance, overtime, strain (rules P1 to P6)."""
    for item in table["item"]:
        if maybe(rng, 0.5):
            _add_forecast(rng, item["loop"])
        if maybe(rng, 0.4):
            item["record_error"] = rng.choice([0.02, 0.3, 1])
            often(rng, item, 0.6, "count_every_days", [1, 2, 5])
            often(rng, item, 0.6, "count_cost", [2.2])
        if "make" in item:
            often(rng, item["make"], 0.5, "defects", [0.03, 0.25, 1])
    for station in table["station"]:
        _add_crew_terms(rng, station)


def _add_forecast(rng: Random, loop: Table) -> None:
    loop["smoothing_days"] = rng.choice([0.5, 1, 2, 5])
    loop["cover_days"] = rng.choice([0, 0.5, 2, 3])
    often(rng, loop, 0.5, "safety", [0, 7])
    if maybe(rng, 0.6):
        loop["policy"] = "forecast"


def _add_crew_terms(rng: Random, station: Table) -> None:
    often(rng, station, 0.5, "stop_the_line", [True])
    often(rng, station, 0.7, "stop_minutes", [0, 4.5, 40])
    often(rng, station, 0.5, "maintenance", [True])
    often(rng, station, 0.5, "maintenance_cost", [8])
    often(rng, station, 0.5, "maintenance_minutes", [10, 45.5])
    if maybe(rng, 0.6):
        station["overtime_limit"] = rng.choice([60, 600])
        often(rng, station, 0.7, "overtime_minutes", [30, 60])
        often(rng, station, 0.5, "overtime_premium", [0, 33.3])
    often(rng, station, 0.7, "strain", [True])
