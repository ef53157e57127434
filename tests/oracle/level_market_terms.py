"""What random levels have beyond the plain market: shaped demand, prices, goodwill, further disruptions."""

from random import Random

from tests.oracle.level_chance import Table, maybe, often
from tests.oracle.level_market import disruption_of


def add_demand_terms(rng: Random, table: Table) -> None:
    """Patterns, prices, markdowns, goodwill (rules D1 to D6), and disruptions of other kinds (D7 to D13)."""
    for stream in table["stream"]:
        _add_stream_terms(rng, stream)
    for item in table["item"]:
        if maybe(rng, 0.5):
            item["shelf_life_days"] = rng.choice([1, 2, 3, 7])
        if item.get("shelf_life_days"):
            often(rng, item, 0.7, "markdown", [15, 40])
            often(rng, item, 0.5, "markdown_after_days", [0, 1, 2])
    for k in range(rng.choice([0, 1, 1, 2, 3])):
        kind, said = rng.choice(_new_kinds(rng, table))
        table["disruption"].append(disruption_of(rng, f"y{k}", kind, said))


def _add_stream_terms(rng: Random, stream: Table) -> None:
    if maybe(rng, 0.6):
        stream["demand"] = _demand(rng)
    often(rng, stream, 0.6, "elasticity", [0.4, 1.5, 6])
    if maybe(rng, 0.5):
        stream["goodwill"] = {"loss": rng.choice([0.01, 0.2, 1]), "recovery": rng.choice([0, 0.05, 0.5])}
        often(rng, stream["goodwill"], 0.5, "floor", [0.3])


def _demand(rng: Random) -> Table:
    base: Table = rng.choice(
        [
            {"pattern": "constant", "units": rng.choice([3, 7.5])},
            {"pattern": "gamma", "mean": rng.choice([2, 8.5]), "cv": rng.choice([0.3, 1])},
            {"pattern": "negative_binomial", "mean": 4, "sd": rng.choice([2.5, 6])},
            {"pattern": "compound", "rate": rng.choice([0.5, 3]), "sizes": [1, 6]},
            {"pattern": "intermittent", "chance": rng.choice([0.1, 0.6]), "mean": 5},
        ]
    )
    shape: Table = rng.choice(
        [
            {},
            {"pattern": "seasonal", "weekday": [1, 2, 0.5, 0, 1, 1.25, 3]},
            {"pattern": "trend", "from": 2, "to": 7, "factor": rng.choice([0.25, 3])},
            {"pattern": "promotion", "at": [{"day": 2, "days": 2}], "uplift": 2.5, "dip": 0.3, "dip_days": 2},
        ]
    )
    return {**shape, "base": base} if shape else base


def _new_kinds(rng: Random, table: Table) -> list[tuple[str, Table]]:
    """Kinds of disruption with their targets."""
    items = [item["id"] for item in table["item"]]
    streams = [stream["id"] for stream in table["stream"]]
    some = {"items": rng.sample(items, rng.randint(1, len(items))), "share": rng.choice([0.1, 0.5, 1])}
    default: Table = {"streams": [rng.choice(streams)]}
    often(rng, default, 0.6, "share", [0.35])
    often(rng, default, 0.6, "factor", [0.5])
    rise: Table = {"credit_points": rng.choice([0.5, 30]), "loan_points": rng.choice([0, 12.25])}
    kinds: list[tuple[str, Table]] = [
        ("storage_loss", some),
        ("obsolescence", some),
        ("customer_default", default),
        ("rate_rise", rise),
        ("pandemic", _pandemic(rng)),
    ]
    if table["station"]:
        short: Table = {"factor": rng.choice([0, 0.37])}
        often(rng, short, 0.5, "stations", [[table["station"][0]["id"]]])
        kinds.append(("labour_shortage", short))
    whom = _offers(rng, table)
    if whom:
        kinds += [
            ("supplier_slowdown", {**whom, "factor": rng.choice([0, 0.3, 0.75])}),
            ("input_price", {**whom, "price_factor": rng.choice([0.5, 1.333])}),
            ("quality_escape", {**whom, "defects": rng.choice([0.1, 0.6, 1])}),
        ]
    made = [item for item in table["item"] if "make" in item]
    if made:
        one = rng.choice(made)
        where: Table = rng.choice([{"items": [one["id"]]}, {"stations": [one["make"]["station"]]}])
        kinds.append(("quality_escape", {**where, "defects": rng.choice([0.1, 0.6, 1])}))
    return kinds


def _pandemic(rng: Random) -> Table:
    table: Table = {"demand": rng.choice([0.5, 1.7])}
    often(rng, table, 0.6, "labour", [0.5])
    often(rng, table, 0.6, "supply", [0.4])
    often(rng, table, 0.6, "extra_days", [1.5])
    often(rng, table, 0.4, "regions", [["far"]])
    return table


def _offers(rng: Random, table: Table) -> Table | None:
    offers = [f"{item['id']}/{offer['supplier']}" for item in table["item"] for offer in item.get("offer", [])]
    if not offers:
        return None
    if maybe(rng, 0.5):
        return {"offers": [rng.choice(offers)]}
    return {"suppliers": [rng.choice(offers).split("/")[1]]}
