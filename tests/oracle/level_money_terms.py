"""What random levels have beyond plain money: projects, leases, insurance, discounts, bad debt, repayment."""

from random import Random

from tests.oracle.level_chance import Table, maybe, often


def add_money_terms(rng: Random, table: Table) -> None:
    """Rules M1 to M10."""
    _add_to_firm(rng, table)
    for item in table["item"]:
        often(rng, item, 0.4, "handling_cost", [0.03, 1])
        if "make" in item:
            often(rng, item["make"], 0.5, "labour", [0.4, 2.75])
        for offer in item.get("offer", ()):
            if maybe(rng, 0.4):
                offer["discount"] = rng.choice([0.02, 0.333])
                often(rng, offer, 0.7, "discount_days", [0.5, 1])
                often(rng, offer, 0.5, "pay_early", [True])
    for stream in table["stream"]:
        often(rng, stream, 0.4, "bad_debt", [0.07, 1])
        often(rng, stream, 0.1, "closed", [True])
    table["project"] = [_project(rng, f"p{k}", table) for k in range(rng.choice([1, 1, 2, 3]))]


def _add_to_firm(rng: Random, table: Table) -> None:
    money = table["money"]
    often(rng, money, 0.5, "insurance_rate", [2, 150])
    if maybe(rng, 0.6):
        money["loan"] = rng.choice([1_000, 33_333.33])
        money["principal"] = rng.choice([0.37, 100, 20_000])
        often(rng, money, 0.7, "principal_days", [1, 3])
    leases = [{"id": f"l{k}", "name": f"l{k}", "cost": rng.choice([0, 12.5])} for k in range(rng.choice([0, 1, 2]))]
    if leases:
        table["lease"] = leases


def _project(rng: Random, name: str, table: Table) -> Table:
    project: Table = {"id": name, "name": name}
    often(rng, project, 0.7, "cost", [0, 55])
    often(rng, project, 0.5, "cost_per_day", [1.3])
    often(rng, project, 0.7, "days", [0, 0.5, 2, 6])
    parameters = _parameters(table)
    project["effect"] = [_entry(rng, parameters) for _ in range(rng.randint(1, 4))]
    if maybe(rng, 0.5):
        project["transition"] = [_entry(rng, parameters) for _ in range(rng.randint(1, 2))]
    return project


ADDS: dict[str, list[float]] = {
    "minutes": [-2, 0.5, 7.25],
    "money": [-0.5, 0.11, 3],
    "share": [-0.2, 0.05, 0.4],
    "days": [-1, 0.5, 1.5],
    "number": [-3, 2, 6.5],
}
UNITS: dict[str, str] = {
    "setup_minutes": "minutes", "setup_cost": "money", "minutes": "minutes", "scrap": "share", "bad_units": "share",
    "record_error": "share", "signal_delay": "days", "handling": "money", "lead_time": "days", "on_time": "share",
    "defects": "share", "capacity": "number", "price": "money", "order_cost": "money", "trip_cost": "money",
    "minutes_per_day": "minutes", "failure_every": "minutes", "repair_minutes": "minutes", "wage": "money",
    "stand_in": "share",
    "demand": "share", "levelling": "share", "bad_debt": "share", "overhead": "money", "lease": "money",
}  # fmt: skip


def _entry(rng: Random, parameters: dict[str, list[str]]) -> Table:
    name = rng.choice(list(parameters))
    if name == "qualified":
        return {"parameter": name, "targets": [rng.choice(parameters[name])], "add": 1}
    entry: Table = {"parameter": name}
    often(rng, entry, 0.6, "factor", [0, 0.5, 0.9, 1.333, 3])
    often(rng, entry, 0.6, "add", ADDS[UNITS[name]])
    if parameters[name] and maybe(rng, 0.6):
        entry["targets"] = [rng.choice(parameters[name])]
    return entry


def _parameters(table: Table) -> dict[str, list[str]]:
    """What a project may change, with the targets that have it (none for the firm)."""
    made = [item for item in table["item"] if "make" in item]
    offers = [(f"{item['id']}/{offer['supplier']}", offer) for item in table["item"] for offer in item.get("offer", ())]
    routes = {route["id"]: route for route in table.get("route", ())}
    failing = [station["id"] for station in table["station"] if station.get("failure_every_minutes")]
    all_offers = [name for name, _ in offers]
    found = {
        "scrap": [item["id"] for item in made if item["make"].get("scrap")],
        "bad_units": [item["id"] for item in made if item["make"].get("defects")],
        "record_error": [item["id"] for item in table["item"] if item.get("record_error")],
        "on_time": [name for name, one in offers if routes.get(one.get("route"), one).get("on_time", 1) < 1],
        "defects": [name for name, offer in offers if offer.get("defects")],
        "capacity": [name for name, offer in offers if offer.get("capacity_per_day")],
        "qualified": [name for name, offer in offers if not offer.get("qualified", True)],
        "lease": [lease["id"] for lease in table.get("lease", ())],
    }
    found |= {key: [item["id"] for item in made] for key in ("setup_minutes", "setup_cost", "minutes")}
    found |= {key: [item["id"] for item in table["item"]] for key in ("signal_delay", "handling")}
    found |= dict.fromkeys(("lead_time", "price", "order_cost", "trip_cost"), all_offers)
    found |= dict.fromkeys(("failure_every", "repair_minutes"), failing)
    found |= {key: [station["id"] for station in table["station"]] for key in ("minutes_per_day", "stand_in", "wage")}
    found |= {key: [stream["id"] for stream in table["stream"]] for key in ("demand", "levelling", "bad_debt")}
    return {name: targets for name, targets in found.items() if targets} | {"overhead": []}
