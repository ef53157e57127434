"""Tapes made by hand or by a plain random generator, for tests of the oracle without the game's luck."""

from random import Random
from types import SimpleNamespace

import numpy as np

from tests.oracle.facts import Facts


def quiet_tape(facts: Facts, demand: int = 0) -> SimpleNamespace:
    """Constant demand in every period and no luck: mean lead times, nothing late, bad, scrapped or broken."""
    end = facts.turns[-1][-1] + 1
    counts = {
        "demand": len(facts.level.stream),
        "transit": len(facts.sources),
        "late_bits": len(facts.sources),
        "defect_bits": len(facts.sources),
        "scrap_bits": len(facts.items),
        "made_bits": len(facts.items),
        "record_bits": len(facts.items),
        "record_up": len(facts.items),
        "failure_bits": len(facts.level.station),
        "repair": len(facts.level.station),
        "active": len(facts.level.disruption),
    }
    tape = {name: np.zeros((count, end, 1), dtype=np.int64) for name, count in counts.items()}
    tape["demand"] += demand
    tape["late_bits"] += 2**20 - 1
    tape["failure_bits"] += 2**24 - 1
    for s, source in enumerate(facts.sources):
        tape["transit"][s] = facts.per(facts.lead_days(s)) if source.offer else 0
    return SimpleNamespace(**tape)


def wild_tape(facts: Facts, seed: int) -> SimpleNamespace:
    """All kinds of luck, without any care for distributions."""
    tape, rng = quiet_tape(facts), Random(seed)

    def fill(name: str, draw: int) -> None:
        array = getattr(tape, name)
        array[...] = np.array([rng.randrange(draw) for _ in range(array.size)]).reshape(array.shape)

    for name, draw in (("demand", 12), ("transit", 9), ("failure_bits", 2**24)):
        fill(name, draw)
    for name, draw in (("repair", 90_000), ("active", 2), ("record_up", 2)):
        fill(name, draw)
    for name in ("late_bits", "defect_bits", "scrap_bits", "made_bits", "record_bits"):
        fill(name, 2**20)
    return tape
