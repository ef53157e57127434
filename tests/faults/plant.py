# ruff: noqa: E501
"""Planted faults: small engine bugs, each of which some test must catch. Run by hand:

    python tests/faults/plant.py [NAME ...]

Each fault is made in a copy of the project, one at a time, and the engine's tests are run there. The script ends
with 1 if a fault goes unnoticed or no longer fits the code.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = (("tests/engine", "tests/oracle", "-k", "by_hand or hand_ or (engine and not properties)"),
          ("tests/engine", "tests/oracle", "tests/books", "tests/measures", "tests/reference"))  # fmt: skip
"""The quick tests first; what they do not notice is put to all of them."""


@dataclass(frozen=True)
class Fault:
    """In `file`, `right` (which stands there once) becomes `wrong`."""

    name: str
    file: str
    right: str
    wrong: str


FAULTS = (
    Fault("lead time a period too long", "engine/trips.py", "p.force.extra[offers.at], np.maximum)", "p.force.extra[offers.at], np.maximum) + 1"),
    Fault("storage loses its remainder", "engine/keeping.py", "storage_remainder = cost % year(p)", "storage_remainder = cost * 0"),
    Fault("unfilled demand frees cards", "engine/replenish.py", "np.where(loops.owes, p.owed, 0)", "p.owed"),
    Fault("cards come back twice", "engine/stock.py", "take_off(state.on_order, sources, working)", "take_off(state.on_order, sources, 2 * working)"),
    Fault("scrap always rounds down", "engine/crew.py", "self.bits * left, left", "0 * self.bits, left"),
    Fault("buffer opens only when all is gone", "engine/receive.py", "np.maximum(level - on_hand, 0)", "np.where(on_hand < 1, level, 0)"),
    Fault("food keeps a period longer", "engine/age.py", "expired = state.lots[row, life - 1]", "expired = state.lots[row, life - 2]"),
    Fault("shares drift", "engine/orders.py", "np.where(open_, total, 0)", "np.where(open_, total - 1, 0)"),
    Fault("what is lost is late too", "engine/sell.py", "        orders = state.orders[due]\n", ""),
    Fault("stations hear a period late", "engine/orders.py", "p.next_open(p.t + 1 + _delay", "p.next_open(p.t + 2 + _delay"),
    Fault("interest on what is owed now", "engine/bank.py", "p.opening_debt[row] * (rate", '(p.opening_debt[row] + p.balance("credit_line")) * (rate'),
    Fault("a full credit line is insolvency", "engine/bank.py", "repaid > p.plant", "repaid >= p.plant"),
    Fault("highest cover is served first", "engine/share.py", "np.argsort(cover[items]", "np.argsort(-cover[items]"),
    Fault("a lost cent at each issue", "engine/stock.py", "state.value[items] * units // np", "(state.value[items] - 1) * units // np"),
    Fault("maintenance quarters the failures", "engine/begin.py", "(1 + state.settings", "(1 + 3 * state.settings"),
    Fault("crews never rest", "engine/crew.py", "np.where(worse > 0, worse, -CALM)", "worse"),
    Fault("overtime without its premium", "engine/crew.py", " * terms.overtime_rate[station]", " * PPM"),
    Fault("records drift only upwards", "engine/records.py", ", slip, -slip)", ", slip, slip)"),
    Fault("bad units vanish at the station", "engine/quality.py", "return bad - seen, stops", "return 0 * bad, stops"),
    Fault("forecasts forget today", "engine/forecast.py", "state.entered = p.t + 1", "state.entered = p.t"),
    Fault("empty milk runs are free", "engine/trips.py", "np.maximum(1, -(-volume", "np.maximum(0, -(-volume"),
    Fault("express takes the last load first", "engine/rush.py", "in range(arrives + 1, p.t + ring)", "in reversed(range(arrives + 1, p.t + ring))"),
    Fault("a recall forgets what is ready", "engine/recall.py", "(state.signals, state.backlog, state.ready)", "(state.signals, state.backlog)"),
    Fault("what goes back is paid", "engine/purchase.py", "    owe(p, cost)", "    owe(p, cost + (credit if kept is not units else 0))"),
    Fault("rushing never grows dearer", "levers/supply.py", "(TURNS_REMEMBERED + earlier)", "(TURNS_REMEMBERED + 0 * earlier)"),
    Fault("a new supplier delivers at once", "engine/actions.py", "ready = p.t + p.plant", "ready = p.t + 0 * p.plant"),
    Fault("the failed supplier keeps its share", "engine/orders.py", "(p.force.up[choice.sources] | ~failover", "(p.force.up[choice.sources] | failover"),
    Fault("goodwill comes back a day at a time", "engine/market.py", "p.plant.clock.slice_of_day(recovery, p.t)", "recovery"),
    Fault("parts of customers are lost", "engine/market.py", "state.demand_rest[stream] = total % PPM", "state.demand_rest[stream] = total * 0"),
    Fault("goods are old a day early", "engine/market.py", "[:, None] >= age)", "[:, None] >= age - 1)"),
    Fault("the pool keeps what was paid", "engine/market.py", "state.overdue_worth[streams] -= pool", "state.overdue_worth[streams] -= 0 * pool"),
    Fault("a fire every day", "engine/strike.py", "p.tape.active[x, p.t] & ~p.tape.active[x, p.t - 1] if", "p.tape.active[x, p.t] if"),
    Fault("a fault found goes on", "engine/strike.py", "active & (p.state.found_out[x] == 0)", "active & (p.state.found_out[x] >= 0)"),
    Fault("projects bear fruit a period late", "engine/projects.py", "(p.t - start >= plan.periods)", "(p.t - start > plan.periods)"),
    Fault("projects know no bounds", "engine/context.py", "np.minimum(np.maximum(base, bounds.low), bounds.high)", "np.maximum(base, bounds.low)"),
    Fault("levelled demand drifts", "engine/projects.py", "drawn[stream] -= _mean_until(p, stream, share, p.t)", "drawn[stream] -= _mean_until(p, stream, share, p.t - 1)"),
    Fault("insurance loses its remainder", "engine/keeping.py", "insurance_remainder = cost % year(p)", "insurance_remainder = cost * 0"),
    Fault("the discount is paid all the same", "engine/payments.py", "        due = due - discount\n", ""),
    Fault("interest is paid a day late", "engine/bank.py", "(p.plant.clock.day(p.t) + 1) % days", "p.plant.clock.day(p.t) % days"),
    Fault("a cycle starts short", "engine/counting.py", "    state.fell_short -= closed_short\n", ""),
    Fault("a second shortage replaces the first", "engine/strike.py", "before * ppm // PPM, before)", "ppm, before)"),
    Fault("a station's fault does no harm", "engine/quality.py", "+ p.force.spoiled.get(", "+ 0 * p.force.spoiled.get("),
    Fault("a line that stops hides a fault", "engine/strike.py", 'seen |= (p.noted("defective")', 'seen |= (0 > p.noted("defective")'),
    Fault("a perfect stock system keeps old errors", "engine/records.py", "right = counts | (p.value", "right = counts & (p.value"),
    Fault("nobody stands in", "engine/station.py", "present + (PPM - present)", "present + 0 * (PPM - present)"),
    Fault("fashions take no share of what is left", "measures/closing.py", "before * (PPM - share) // PPM, before", "PPM - share, before"),
)  # fmt: skip


def noticed(fault: Fault, copy: Path) -> bool:
    """Whether a test fails with the fault; ValueError when the code it was made for is gone."""
    path = copy / "game" / fault.file
    text = path.read_text("utf-8")
    if text.count(fault.right) != 1:
        raise ValueError(f"{fault.file} holds {fault.right!r} {text.count(fault.right)} times")
    path.write_text(text.replace(fault.right, fault.wrong), "utf-8")
    failed = any(_fail(copy, tests) for tests in ROUNDS)
    path.write_text(text, "utf-8")
    return failed


def _fail(copy: Path, tests: tuple[str, ...]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]
    return subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode == 1


def main(names: list[str]) -> int:
    """Plant them one by one; the number of those that nobody noticed decides the exit code."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "milkrun"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
        for fault in FAULTS:
            if names and fault.name not in names:
                continue
            try:
                caught = noticed(fault, copy)
            except ValueError as error:
                caught = False
                print(error)
            missed += not caught
            print(f"{'noticed' if caught else 'MISSED '}  {fault.name}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
