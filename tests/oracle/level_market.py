"""Random streams, disruptions, and the sales history that some streams follow."""

from random import Random

from tests.oracle.level_chance import Table, maybe, often

SALES = "data/sales.csv"


def random_stream(rng: Random, name: str, item: str, per_day: int) -> Table:
    table: Table = {"id": name, "name": name, "item": item, "demand": _demand(rng)}
    often(rng, table, 0.8, "price", [5, 9.99, 30])
    often(rng, table, 0.5, "payment_days", [0.5, 1, 4])
    often(rng, table, 0.4, "due_days", [0.5, 1, 2])
    often(rng, table, 0.4, "patience_days", [0.5, 1, 3])
    often(rng, table, 0.3, "waits", [True])
    often(rng, table, 0.3, "late_penalty", [0.75])
    often(rng, table, 0.3, "lost_sale_cost", [1.1])
    often(rng, table, 0.4, "priority", [1, 2])
    if per_day > 1 and maybe(rng, 0.4):
        table["day_profile"] = [rng.choice([1, 2.5]), *(rng.choice([0, 1, 3]) for _ in range(per_day - 1))]
    return table


def _demand(rng: Random) -> Table:
    table: Table = rng.choice(
        [
            {"pattern": "constant", "units": rng.choice([0, 3, 7.5, 12])},
            {"pattern": "step", "units": 4, "then": rng.choice([0, 9.25]), "day": rng.randint(1, 6)},
            {"pattern": "poisson", "mean": rng.choice([0.4, 3, 9])},
            {"pattern": "normal", "mean": rng.choice([2, 8]), "sd": rng.choice([1, 2.5])},
            {"pattern": "history", "file": SALES, "item": rng.choice(["bread", "cake"])},
        ]
    )
    if table["pattern"] == "history":
        often(rng, table, 0.5, "mode", ["replay", "resample"])
        often(rng, table, 0.3, "scale", [0.5, 1.7])
    else:
        often(rng, table, 0.2, "weekdays", [["mon", "wed"], ["tue", "fri", "sat"]])
    return table


def random_disruptions(rng: Random, table: Table) -> list[Table]:
    """Up to three, some at fixed dates and some drawn."""
    if maybe(rng, 0.5):
        return []
    kinds = ["supplier_outage", "regional_event", "transport_delay", "demand_spike"]
    kinds += ["machine_failure"] if table["station"] else []
    chosen = [rng.choice(kinds) for _ in range(rng.randint(1, 3))]
    return [disruption_of(rng, f"x{k}", kind, _of_kind(rng, kind, table)) for k, kind in enumerate(chosen)]


def disruption_of(rng: Random, name: str, kind: str, said: Table) -> Table:
    """A disruption at fixed dates or by chance."""
    result: Table = {"id": name, "name": name, "kind": kind, **said}
    if maybe(rng, 0.5):
        result["at"] = [
            {"day": rng.randint(1, 8), "days": rng.choice([0.5, 1, 2, 6])} for _ in range(rng.randint(1, 2))
        ]
    else:
        result["chance"] = {"start": rng.choice([0.1, 0.5, 1]), "mean_days": rng.choice([0.5, 1, 4])}
        often(rng, result["chance"], 0.3, "not_before_day", [2, 5])
    often(rng, result, 0.3, "warn_days", [1, 3])
    return result


def _of_kind(rng: Random, kind: str, table: Table) -> Table:
    supplier = rng.choice(table["supplier"])
    offers = [f"{item['id']}/{offer['supplier']}" for item in table["item"] for offer in item.get("offer", [])]
    match kind:
        case "supplier_outage":
            return {"supplier": supplier["id"]}
        case "regional_event":
            event: Table = {"region": supplier["region"]}
            often(rng, event, 0.7, "extra_days", [0.5, 1, 3])
            often(rng, event, 0.5, "closed", [True])
            return event
        case "transport_delay":
            whom = {"offers": [rng.choice(offers)]} if offers and maybe(rng, 0.5) else {"suppliers": [supplier["id"]]}
            return {**whom, "extra_days": rng.choice([0.5, 1, 4])}
        case "demand_spike":
            streams = rng.sample([stream["id"] for stream in table["stream"]], rng.randint(1, len(table["stream"])))
            return {"streams": streams, "factor": rng.choice([0, 0.3, 1.55, 3])}
    return {"station": rng.choice(table["station"])["id"]}


def sales() -> str:
    lines = ["date,item,units"]
    for day in range(1, 29):
        lines += [f"2025-02-{day:02d},bread,{(7 * day) % 11}", f"2025-02-{day:02d},cake,{day % 5}"]
    return "\n".join(lines) + "\n"
