"""Units made badly: put right at once where the line stops for them, else hidden in their lot (rule P3)."""

from dataclasses import dataclass

import numpy as np

from game.engine.context import Period
from game.engine.stock import bad_among
from game.plant import PPM
from game.plant.together import Wave
from game.state import Array


@dataclass(frozen=True, eq=False)
class Flaws:
    """Bad units of the items of some stations in this period, `[station, place, R]`: their share and luck."""

    p: Period
    wave: Wave
    share: Array
    bits: Array

    @classmethod
    def of(cls, p: Period, wave: Wave) -> "Flaws":
        """With what projects and quality escapes make of the usual share."""
        usual, items = p.plant.production.bad, wave.items.tolist()
        share = np.zeros((len(items), p.state.replications), dtype=np.int64)
        for row in wave.real.tolist():
            if items[row] in usual:
                share[row] = p.value("bad_units", items[row], usual[items[row]]) + p.force.spoiled.get(items[row], 0)
        return cls(p, wave, np.minimum(share, PPM), p.luck.made_bits[wave.items])

    def come_off(self, units: Array) -> tuple[Array, Array]:
        """Of units `[station, place, R]` that come off: bad ones that go on unseen, and those that stop a line."""
        p, wave = self.p, self.wave
        bad = bad_among(units.reshape(self.share.shape), self.share, self.bits)
        p.flow("defective")[wave.making.at] += bad[wave.real]
        bad = bad.reshape(units.shape)
        seen = bad * (p.state.settings["stop_the_line"][wave.at] > 0)[:, None]
        stops = seen.sum(axis=1)
        p.state.halted[wave.at] |= stops * p.plant.production.stop[wave.at] > 0
        p.flow("stops")[wave.at] += stops
        return bad - seen, stops


def send_on(p: Period, wave: Wave, bad: Array) -> None:
    """Bad units `[item, R]` travel hidden; the lot they join is received at once or after the process time."""
    state = p.state
    for item, units in zip(wave.making.items.tolist(), bad, strict=True):
        if item in p.plant.production.bad:
            transit = int(p.plant.transit[p.plant.sources_of[item][0]])
            if transit == 0:
                state.bad[p.plant.lot_of[item], 0] += units
            else:
                due = int(p.next_open(p.t + transit)) % state.bad_arrivals.shape[1]
                state.bad_arrivals[p.plant.production.bad_row[item], due] += units


def receive_bad(p: Period) -> None:
    """Bad units made earlier are received with their lots."""
    state = p.state
    slot = p.t % state.bad_arrivals.shape[1]
    for item, row in p.plant.production.bad_row.items():
        state.bad[p.plant.lot_of[item], 0] += state.bad_arrivals[row, slot]
    state.bad_arrivals[:, slot] = 0
