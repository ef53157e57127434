# ruff: noqa: E501
"""Believable pictures of a run of the bicycle works and of a bakery, for pages built without an engine."""

import datetime
from dataclasses import replace

from game.level import Level
from game.message import Message
from game.playing import views as v

SAY = Message
"""A message whose key is no key of a catalogue is shown as it stands."""


def level(kind: str = "factory") -> Level:
    """A level with what pages read from it: names, currency, calendar, texts, questions."""
    store = kind == "store"
    en = "Corner bakery" if store else "Pedal & Sons, bicycle works"
    de = "Die Bäckerei an der Ecke" if store else "Pedal & Söhne, Fahrradwerke"
    return Level.model_validate(
        {
            "format": 1,
            "id": "corner-bakery" if store else "pedal-and-sons",
            "title": {"en": en, "de": de},
            "kind": kind,
            "minutes": 12,
            "teaches": ("point of sale", "freshness") if store else ("dual sourcing", "buffers", "disruption"),
            "calendar": {"start": datetime.date(2026, 3, 2), "turns": 26},
            "money": {"opening_cash": 45_000.0},
            "texts": {
                "story": {"en": STORY, "de": STORY_DE},
                "task": {"en": "Halve the stock without losing a customer.", "de": TASK_DE},
                "lesson": {"en": LESSON, "de": LESSON_DE},
            },
            "item": ({"id": "gears", "name": "Gear sets", "opening_stock": 168},),
            "stream": ({"id": "city", "name": "City dealers", "item": "gears", "demand": {"pattern": "constant"}},),
            "question": (
                {"kind": "describe", "text": "Which part ran out first, and in which week?"},
                {"kind": "explain", "text": "Why did fewer cards do no harm before week 8?"},
                {"kind": "transfer", "text": "Which part of your own firm has one far supplier?"},
            ),
            "predict": (
                {
                    "turn": 1,
                    "text": {"en": PREDICT[0], "de": PREDICT_DE[0]},
                    "choices": tuple(
                        {"text": {"en": en, "de": de}, "right": i == 1}
                        for i, (en, de) in enumerate(zip(PREDICT[1], PREDICT_DE[1], strict=True))
                    ),
                    "explain": "The cards cover the mean; only the buffer covers the week in which a ship is late.",
                },
            ),
        }
    )


STORY = (
    "Pedal & Sons builds city and cargo bikes. The bank has halved your credit line, and the stock of parts "
    "ties up more cash than the machines. Steel and wheels come from near by; gear sets are cheaper from far away."
)
STORY_DE = (
    "Pedal & Söhne baut Stadt- und Lastenräder. Die Bank hat die Kreditlinie halbiert, und im Teilelager steckt "
    "mehr Geld als in den Maschinen. Stahl und Räder kommen aus der Nähe; Zahnkranzsätze sind aus der Ferne billiger."
)
TASK_DE = "Halbieren Sie den Bestand, ohne einen Kunden zu verlieren."
LESSON = (
    "Stock hides trouble; taking it out shows where the trouble is. Between weeks 2 and 7 you lowered the cards "
    "of gear sets from 12 to 7 and nothing happened, because both suppliers were on time. In week 8 the long "
    "route failed. The near supplier cost € 6.50 more a set, € 1,560 over the whole run; the congestion cost € 4,940."
)
LESSON_DE = (
    "Bestand verdeckt Probleme; wer ihn abbaut, sieht sie. In den Wochen 2 bis 7 haben Sie die Karten der "
    "Zahnkranzsätze von 12 auf 7 gesenkt, und nichts geschah, weil beide Lieferanten pünktlich waren. In Woche 8 "
    "fiel der lange Weg aus."
)
PREDICT = (
    "You cut the cards of gear sets by a third. What happens in the first four weeks?",
    ("Assembly stops in the first week", "Nothing visible", "On time in full rises"),
)
PREDICT_DE = (
    "Sie streichen ein Drittel der Karten der Zahnkranzsätze. Was geschieht in den ersten vier Wochen?",
    ("Die Montage steht in der ersten Woche", "Nichts Sichtbares", "Die Liefertreue steigt"),
)

GOALS = (
    v.GoalView(v.Figure("cash", "money", 4_691_000), None, 1_000_000, (2e6, 2.5e6, 3e6), True, 1, 3, 100),
    v.GoalView(v.Figure("fill_rate", "percent", 0.968), None, 0.8, (0.9, 0.93, 0.96), True, 2, 3, 100),
    v.GoalView(v.Figure("on_time_in_full", "percent", 0.924), None, 0.7, (0.85, 0.9, 0.94), True, 2, 2, 77),
    v.GoalView(v.Figure("stock_turns", "number", 20.7), None, 6, (10, 14, 18), True, 1, 3, 100),
    v.GoalView(v.Figure("waste", "percent", 0.031), None, 0.2, (0.12, 0.08, 0.05), False, 1, 3, 100),
)
TRENDS = ((56, 55, 55, 50, 48, 46, 47, 44, 42, 41), (90, 93, 94, 97, 98, 97, 96, 97, 97, 97))


def scoreboard(turn: int) -> v.Scoreboard:
    """Tiles of cash, fill rate, on time in full and stock; no trend before the first turn."""
    rows = (
        ("cash", "money", 4_128_000.0, -312_000.0, 0),
        ("fill_rate", "percent", 0.974, 0.003, 1),
        ("on_time_in_full", "percent", 0.910, -0.021, 2),
        ("stock_at_cost", "money", 1_846_000.0, -90_000.0, 3),
    )
    tiles = tuple(
        v.Tile(
            v.Figure(name, kind, value if turn else None),
            change if turn else None,
            tuple(float(x) for x in TRENDS[i % 2][:turn]),
            GOALS[i] if turn else None,
        )
        for name, kind, value, change, i in rows
    )  # fmt: skip
    cycle = v.Cycle(17.0, 22.0, 25.0, 14.0) if turn else v.Cycle(None, None, None, None)
    return v.Scoreboard(
        tiles, cycle, 2 if turn else 0, 78.0 if turn else 0.0, SAY("on time in full would bring the third")
    )


def _item(
    id_: str, name: str, cards: int, size: int, on_hand: int, mood: v.Mood, column: str, **more: object
) -> v.ItemView:
    values = {
        "unit": "units", "policy": "kanban", "on_order": cards * size - on_hand if cards * size > on_hand else 0,
        "backorders": 0, "container": size, "cards": cards, "target": cards * size,
        "full": min(cards, -(-on_hand // size)), "places": cards, "buffer": size, "buffer_target": 2 * size,
        "buffer_reached": 2 * size,
        "cover": on_hand / (cards * size), "shelf": False, "ages": (), "trend": (40, 44, 36, 50, 42, 38, on_hand),
    } | more  # fmt: skip
    return v.ItemView(id=id_, name=name, on_hand=on_hand, mood=mood, column=column, **values)  # type: ignore[arg-type]


def factory(crisis: bool) -> v.PlantView:
    """The bicycle works, calm or with the port closed."""
    late = SAY("port congestion: +9 days") if crisis else None
    far: v.Mood = "bad" if crisis else "good"
    return v.PlantView(
        "factory",
        (
            v.SupplierView("rhein", "Rhein Tube", "home", "good", 2, 0.98, 100, 0, None),
            v.SupplierView("ostrava", "Ostrava Gears", "home", "good", 3, 0.94, 70, 0, None),
            v.SupplierView("shenzhen", "Shenzhen Chain", "far", far, 24, 0.81, 30, 96 if crisis else 0, late),
            v.SupplierView("wheelwright", "Wheelwright", "home", "good", 1, 0.99, 100, 0, None),
        ),
        (
            _item("tube", "Steel tube", 8, 40, 212, "good", "inbound"),
            _item("gears", "Gear sets", 7, 24, 55 if crisis else 140, "bad" if crisis else "good", "inbound"),
            _item("wheels", "Wheels", 12, 20, 188, "good", "inbound"),
            _item("city", "City bike", 6, 12, 34, "warn" if crisis else "good", "finished"),
            _item("cargo", "Cargo bike", 5, 6, 22, "good", "finished"),
        ),
        (
            v.StationView("frames", "Frame shop", "running", "city", 40, _split(running=0.78, setup=0.12, down=0.04), None),
            v.StationView(
                "assembly", "Assembly", "starved" if crisis else "running", "city", 12,
                _split(running=0.61, starved=0.33, setup=0.02), SAY("waiting for gear sets") if crisis else None,
            ),
        ),
        (
            v.StreamView("dealers", "City dealers", "city", (20, 22, 21, 25, 24, 28, 27, 30), 6 if crisis else 0, 0, 6,
                         SAY("6 orders late") if crisis else None, "bad" if crisis else "good"),
            v.StreamView("couriers", "Couriers", "cargo", (8, 10, 7, 9, 12, 9, 11, 8), 0, 0, 0, None, "good"),
        ),
        _links(),
        (
            v.Truck("rhein", "tube", 40, 70, 72, False), v.Truck("ostrava", "gears", 24, 69, 72, False),
            v.Truck("shenzhen", "gears", 96, 48, 81, crisis), v.Truck("wheelwright", "wheels", 60, 70, 71, False),
        ),
    )  # fmt: skip


def _split(**parts: float) -> dict[str, float]:
    return parts | {"idle": round(1 - sum(parts.values()), 6)}


def _links() -> tuple[v.Link, ...]:
    supply = (("rhein", "tube"), ("ostrava", "gears"), ("shenzhen", "gears"), ("wheelwright", "wheels"))
    return (
        *(v.Link("supply", ("supplier", a), ("item", b), 1 if b == "gears" else 0, 0) for a, b in supply),
        v.Link("use", ("item", "tube"), ("station", "frames"), 1, 40),
        v.Link("use", ("item", "gears"), ("station", "assembly"), 2, 24),
        v.Link("use", ("item", "wheels"), ("station", "assembly"), 1, 60),
        v.Link("make", ("station", "frames"), ("item", "cargo"), 0, 40),
        v.Link("make", ("station", "assembly"), ("item", "city"), 1, 24),
        v.Link("make", ("station", "assembly"), ("item", "cargo"), 0, 12),
        v.Link("sell", ("item", "city"), ("stream", "dealers"), 0, 30),
        v.Link("sell", ("item", "cargo"), ("stream", "couriers"), 0, 8),
    )


def store(crisis: bool) -> v.PlantView:
    """The bakery: perishable shelves, one supplier with a late truck."""
    names = (("croissants", "Croissants", 14), ("rye", "Rye loaf", 41), ("rolls", "Rolls", 52), ("milk", "Milk", 33),
             ("yoghurt", "Yoghurt", 38), ("jam", "Jam", 47))  # fmt: skip
    source = {
        "croissants": "mill",
        "rye": "plain",
        "rolls": "mill",
        "milk": "dairy",
        "yoghurt": "dairy",
        "jam": "plain",
    }
    return v.PlantView(
        "store",
        (
            v.SupplierView("mill", "Mill Lane Bakery", "home", "good", 0.5, 0.97, 100, 0, None),
            v.SupplierView("dairy", "Dairy Union", "home", "good", 1, 0.99, 100, 0, None),
            v.SupplierView("plain", "Plain & Far", "far", "bad" if crisis else "good", 2, 0.82, 100, 0,
                           SAY("Tue, Fri · truck late") if crisis else None),
        ),
        tuple(
            _item(key, name, 6, 20, hand, "bad" if crisis and hand < 20 else "good", "finished", shelf=True,
                  ages=(hand // 4, hand - hand // 4), buffer=0, buffer_target=0)
            for key, name, hand in names
        ),
        (),
        tuple(
            v.StreamView(f"till-{key}", f"{name} at the till", key, (31, 28, 35, 33, 40, 52, 22), 0,
                         31 if crisis and hand < 20 else 0, 0, None, "bad" if crisis and hand < 20 else "good")
            for key, name, hand in names
        ),
        (
            *(v.Link("supply", ("supplier", source[key]), ("item", key), 1, 40) for key, _, _ in names),
            *(v.Link("sell", ("item", key), ("stream", f"till-{key}"), 0, 40) for key, _, _ in names),
        ),
        (v.Truck("mill", "croissants", 2, 30, 30.5, False), v.Truck("plain", "rye", 40, 28, 30, crisis)),
    )  # fmt: skip


def feed(turn: int) -> tuple[v.FeedLine, ...]:
    """A welcome, or five lines of a bad week."""
    if not turn:
        return (v.FeedLine(0, 0, "info", SAY("Welcome. Click anything to see and change it, then run the week.")),)
    day = 7 * turn
    rows: tuple[tuple[int, v.Mood, str, tuple[str, str]], ...] = (
        (3, "bad", "Assembly starved for 11 hours: no gear sets. 6 city bikes will be late (€ 540 penalty).",
         ("station", "assembly")),
        (2, "warn", "Buffer of gear sets in the red: 24 of 96 left.", ("item", "gears")),
        (1, "bad", "Shenzhen shipment of 96 held at port; new estimate 9 days later.", ("supplier", "shenzhen")),
        (0, "good", "City bikes: all 28 orders of last week shipped on time.", ("item", "city")),
        (0, "info", "Dealers paid € 12,400; suppliers were paid € 9,870.", ("goal", "cash")),
    )  # fmt: skip
    return tuple(v.FeedLine(day - 7 + d, d, mood, SAY(text), thing) for d, mood, text, thing in rows)


def timeline(turn: int, turns: int, crisis: bool) -> v.Timeline:
    """Units sold and two bands."""
    sold = (38, 36, 44, 40, 38, 46, 48, 52, 50, 58, 60, 44, 40)
    bands = (
        v.Band("Port congestion", 7, None, 14, "bad", False),
        v.Band("Spring demand", 14, 17.5, None, "warn", True),
    )
    return v.Timeline(turns, turn, sold[: min(turn, 13)], bands if crisis else bands[1:])


def statements() -> tuple[v.Statement, ...]:
    """Three statements over four weeks."""
    columns = ("1", "2", "3", "4", "total")

    def row(key: str, style: str, *amounts: int) -> tuple[str, str, tuple[int, ...]]:
        return (key, style, (*amounts, sum(amounts)) if amounts else ())

    income = (
        row("account.sales", "line", 1_240_000, 1_310_000, 1_190_000, 1_420_000),
        row("account.materials", "line", -610_000, -640_000, -575_000, -702_000),
        row("statement.gross", "sum", 630_000, 670_000, 615_000, 718_000),
        row("statement.costs", "head"),
        row("account.wages", "line", -310_000, -310_000, -310_000, -310_000),
        row("account.storage", "line", -31_400, -29_800, -27_100, -24_900),
        row("account.penalties", "line", 0, 0, -54_000, 0),
        row("statement.profit", "sum", 288_600, 330_200, 223_900, 383_100),
    )
    balance = (
        row("account.cash", "line", 4_500_000, 4_610_000, 4_580_000, 4_691_000),
        row("account.receivables", "line", 1_240_000, 1_310_000, 1_190_000, 1_420_000),
        row("account.stock", "line", 2_410_000, 2_230_000, 1_990_000, 1_846_000),
        row("statement.assets", "sum", 8_150_000, 8_150_000, 7_760_000, 7_957_000),
    )
    cash = (
        row("account.customers", "line", 1_100_000, 1_240_000, 1_310_000, 1_190_000),
        row("account.suppliers", "line", -700_000, -610_000, -640_000, -575_000),
        row("statement.net_cash", "sum", 400_000, 630_000, 670_000, 615_000),
    )
    return (v.Statement("income", columns, income), v.Statement("balance", columns, balance),
            v.Statement("cash", columns, cash))  # type: ignore[arg-type]  # fmt: skip


def charts(turns: int, per_turn: int = 5) -> tuple[v.Chart, ...]:
    """Saw-toothed stock of three items, falling cash, service that dips in the middle."""
    n = turns * per_turn
    third = n // 3

    def saw(top: int, step: int, dip: int) -> tuple[float, ...]:
        return tuple(
            float(max(0, top - (i * step) % (top // 2) - (dip if third < i < 2 * third else 0))) for i in range(n)
        )

    stock = (v.Series("Steel tube", saw(320, 23, 0)), v.Series("Gear sets", saw(168, 17, 90)),
             v.Series("Wheels", saw(240, 31, 0)), v.Series("City bike", saw(72, 7, 30)))  # fmt: skip
    cash = v.Series("cash", tuple(float(4_500_000 - 9_000 * (i % 40) + 4_000 * i) for i in range(n)))
    service = v.Series(
        "fill_rate", tuple(0.88 if third < i < third + 12 else 0.985 - 0.001 * (i % 9) for i in range(n))
    )
    return (v.Chart("stock", "units", per_turn, stock), v.Chart("cash", "money", per_turn, (cash,)),
            v.Chart("service", "percent", per_turn, (service,)))  # fmt: skip


def briefing(kind: str = "factory", language: str = "en") -> v.Briefing:
    """What is read before the bicycle works are played."""
    german = language == "de"
    question, choices = PREDICT_DE if german else PREDICT
    goals = tuple(
        v.GoalView(
            v.Figure(g.figure.measure, g.figure.kind, None),
            g.item,
            g.fail,
            g.bounds,
            g.rising,
            g.weight,
            0,
            0,
        )
        for g in GOALS[:4]
    )
    return v.Briefing(
        title="Pedal & Söhne, Fahrradwerke" if german else "Pedal & Sons, bicycle works",
        kind=kind, minutes=12, turns=26, days_per_turn=7, story=STORY_DE if german else STORY,
        task=TASK_DE if german else "Halve the stock without losing a customer.",
        teaches=("dual sourcing", "buffers", "disruption"), goals=goals,
        levers=("cards", "container", "buffer", "shares"),
        glossary=(
            ("kanban card", "A permission to fetch or make one container. No card, no container."),
            ("buffer", "Stock behind a fence, used only when the working stock is gone."),
            ("on time in full", "The share of orders shipped complete on their promised day."),
        ),
        plant=store(False) if kind == "store" else factory(False), prediction=(question, choices),
    )  # fmt: skip


def playback(turn: int, kind: str = "factory") -> v.Playback | None:
    """A week of two periods a day in which stock falls and rises, and trucks roll on."""
    plant = (store if kind == "store" else factory)(8 <= turn < 15)
    if not turn:
        return None

    def item(one: v.ItemView, moment: int) -> v.ItemView:
        full = (one.full + 3 * moment) % (one.places + 1)
        return replace(one, full=full, on_hand=full * one.container)

    frames = (replace(plant, items=tuple(item(one, k) for one in plant.items)) for k in range(14))
    return v.Playback(7.0 * (turn - 1), 2, (*frames, plant))


def ageing() -> tuple[v.Statement, ...]:
    rows = (("statement.age_0", "line", (100_00, 200_00)), ("statement.open_receivables", "sum", (100_00, 200_00)))
    return (v.Statement("receivables", ("1", "2"), rows),)


def entries(key: str) -> v.Entries | None:
    if key == "statement.assets":
        return None
    return v.Entries(
        0,
        (
            v.Entry(3, 3, SAY("Sales on account"), "City dealers", 120_00),
            v.Entry(4, 4, SAY("Goods"), "City bike", -50_00),
        ),
    )


def measures() -> tuple[v.MeasureView, ...]:
    figure = v.Figure("fill_rate", "percent", 0.974)
    return (v.MeasureView("fill_rate", figure, figure, SAY("974 of 1,000 at once: 97.4 %.")),)


def diagrams() -> tuple[v.Diagram, ...]:
    week = tuple(float(40 + 7 * k % 30) for k in range(70))
    bounds = (
        v.Curve(SAY("Target"), (90.0,) * 70, "teal", "bound"),
        v.Curve(SAY("Container"), (24.0,) * 70, "amber_line", "bound"),
    )
    stock = tuple(
        v.Diagram(
            "stock", name, "units", 7, (v.Curve(SAY("On hand"), week, "blue", "area"), *bounds), thing=("item", name)
        )
        for name in ("Gear sets", "=Wheels")
    )
    cash = v.Diagram("cash", "", "money", 1, (v.Curve(SAY("=Cash"), (12_345.0, float("nan"), -500.0), "teal", "area"),))
    split = (
        v.Curve(SAY("Running"), (0.6, 0.7), "green", "stack"),
        v.Curve(SAY("Starved"), (0.4, 0.3), "amber", "stack"),
    )
    spend = v.Diagram(
        "spend", "", "money", 1, (v.Curve(SAY("Bought"), (900.0, 100.0), "teal", "bar"),), ("Rhein", "Ostrava")
    )
    return (*stock, cash, v.Diagram("stations", "Assembly", "percent", 1, split), spend)
