"""Units made badly: put right at once where the line stops for them, else hidden in their lot (rule P3)."""

import numpy as np

from game.engine.context import Period
from game.engine.start import finish_units
from game.engine.stock import bad_among
from game.plant import PPM
from game.state import Array


def come_off(p: Period, station: int, item: int, units: Array) -> None:
    """Units come off a station; bad ones stop it or go on with the others."""
    if item in p.plant.production.bad:
        share = p.value("bad_units", item, p.plant.production.bad[item]) + p.force.spoiled.get(item, 0)
        bad = bad_among(units, np.minimum(share, PPM), p.luck.made_bits[item])
        p.flow("defective")[item] += bad
        stops = np.where(p.state.settings["stop_the_line"][station] > 0, bad, 0)
        _stop(p, station, stops)
        _send_on(p, item, bad - stops)
    finish_units(p, item, units)


def _stop(p: Period, station: int, bad: Array) -> None:
    added = bad * p.plant.production.stop[station]
    p.state.stop_left[station] += added
    p.state.halted[station] |= added > 0
    p.flow("stops")[station] += bad


def _send_on(p: Period, item: int, bad: Array) -> None:
    """Bad units travel hidden; the lot they join is received at once or after the process time."""
    state, transit = p.state, int(p.plant.transit[p.plant.sources_of[item][0]])
    if transit == 0:
        state.bad[p.plant.lot_of[item], 0] += bad
    else:
        due = int(p.next_open(p.t + transit)) % state.bad_arrivals.shape[1]
        state.bad_arrivals[p.plant.production.bad_row[item], due] += bad


def receive_bad(p: Period) -> None:
    """Bad units made earlier are received with their lots."""
    state = p.state
    slot = p.t % state.bad_arrivals.shape[1]
    for item, row in p.plant.production.bad_row.items():
        state.bad[p.plant.lot_of[item], 0] += state.bad_arrivals[row, slot]
    state.bad_arrivals[:, slot] = 0
