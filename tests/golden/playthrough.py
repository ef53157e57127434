"""A run as a planner would check it by hand: turn by turn, units in and out, minutes, money, with a digest at the end.

    python tests/golden/playthrough.py

records the golden replays anew; what changed is to be read like code before it is kept.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import levelfile  # noqa: E402
from game.coach import policies  # noqa: E402
from game.kinds import FLOWS, POSTINGS  # noqa: E402
from game.level.pack import LevelPack  # noqa: E402
from game.run import Run  # noqa: E402

FOLDER = Path(__file__).resolve().parent
SEED = 1
PLAN = "taught"
LEVELS = ("first-cards", "corner-bakery", "pedal-and-sons")
MINUTES = ("running", "setup", "down", "starved", "blocked", "idle")
LINES = ("demand", "filled_at_once", "delivered", "late", "lost", "lines_due", "lines_in_full")


def golden(level: str) -> str:
    """The text of a level's golden replay."""
    pack = levelfile.load(ROOT / "levels" / f"{level}.toml")
    assert isinstance(pack, LevelPack)
    run = policies.play(pack, SEED, policies.for_level(pack)[PLAN])
    return "\n".join(told(run)) + "\n"


def told(run: Run) -> Iterator[str]:
    """The lines of a playthrough."""
    level = run.plant.level
    yield f"{level.id}, seed {run.seed}, plan {PLAN}"
    for turn in range(run.history.turns):
        yield ""
        yield _headline(run, turn)
        yield from _items(run, turn)
        yield from _owners(run, turn, "stream", LINES, 1)
        yield from _owners(run, turn, "station", MINUTES, 1000)
        yield from _money(run, turn)
    yield ""
    yield f"digest {run.digest()}"


def _headline(run: Run, turn: int) -> str:
    clock, start = run.plant.clock, run.plant.level.calendar.start
    first, last = (clock.day(period) for period in clock.turn_starts[turn : turn + 2])
    name = f"turn {turn + 1}" if turn < clock.play_turns else "run-out"
    decided = run.decisions[turn] if turn < len(run.decisions) else ()
    words = ", ".join(f"{decision.key} = {decision.value}" for decision in decided)
    days = f"{start + timedelta(first)} to {start + timedelta(last - 1)}"
    return f"{name}, {days}" + (f": {words}" if words else "")


def _items(run: Run, turn: int) -> Iterator[str]:
    """Opening stock, what came in and went out by kind, closing stock."""
    history, window = run.history, slice(turn, turn + 1)
    for i, item in enumerate(run.plant.items):
        opening = history.closing("stock", turn - 1)[i, 0] if turn else history.opening("stock")[i, 0]
        parts = [f"{opening}"]
        for name, flow in FLOWS.items():
            units = history.total_flow(name, window)[i, 0] if flow.owner == "item" and flow.sign else 0
            parts += [f"{'+' if flow.sign > 0 else '-'} {units} {name}"] if units else []
        closing, ordered = (history.closing(name, turn)[i, 0] for name in ("stock", "on_order"))
        yield f"  {item.id}: {' '.join(parts)} = {closing}, on order {ordered}"


def _owners(run: Run, turn: int, owner: str, names: tuple[str, ...], unit: int) -> Iterator[str]:
    for k, name in enumerate(run.plant.index[owner]):
        totals = {flow: run.history.total_flow(flow, slice(turn, turn + 1))[k, 0] for flow in names}
        words = [f"{_spoken(flow)} {total / unit:g}" for flow, total in totals.items() if total]
        yield f"  {name}: {', '.join(words) or 'nothing'}"


def _money(run: Run, turn: int) -> Iterator[str]:
    """Postings of the turn by kind, and the cash after it, in currency units."""
    totals = {kind: run.history.total_posting(kind, slice(turn, turn + 1)).sum() for kind in POSTINGS}
    words = [f"{_spoken(kind)} {total / 100:.2f}" for kind, total in totals.items() if total]
    yield f"  money: {', '.join(words)}"
    yield f"  cash {run.history.closing('cash', turn)[0, 0] / 100:.2f}"


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def main() -> None:
    """Record all."""
    for level in LEVELS:
        (FOLDER / f"{level}.txt").write_text(golden(level), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
