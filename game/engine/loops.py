"""What the settings make of the loops' policies (model, section 4): formed once a turn, for settings hold for a turn.

What no loop of the plant needs is None, so that its arithmetic is left out of the periods.
"""

from dataclasses import dataclass

import numpy as np

from game.plant import Plant
from game.state import FORECAST, KANBAN, MANUAL, MIN_MAX, ORDER_UP_TO, REORDER, Array, Flags, State

NEVER = np.iinfo(np.int64).min
ALWAYS = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Loops:
    """`[item, replication]`: a loop orders `target` - position in whole lots where position <= `trigger`.

    `owes` tells loops that count what is owed downstream, which cards do not; `forecast` those whose target is made
    of a forecast, `manual` those that order `quantity` in a turn's first period. `buffered` is whether any has a
    buffer, `refilled` whether any has one or still waits for units for one, `reviewed` and `frequent` whether all loops
    are reviewed and all trucks may leave in every period; `single` whether all containers hold one unit, `early`
    whether any supplier is paid early.
    """

    target: Array
    lot: Array | None
    trigger: Array | None
    owes: Flags | None
    forecast: Flags | None
    manual: Flags | None
    buffered: bool
    refilled: bool
    reviewed: bool
    frequent: bool
    single: bool
    early: bool

    @classmethod
    def of(cls, plant: Plant, state: State) -> "Loops":
        """Of the settings in force."""
        settings = state.settings
        policy, container, quantity = settings["policy"], settings["container"], settings["order_quantity"]
        kanban, reorder, min_max, forecast, manual = (
            policy == code for code in (KANBAN, REORDER, MIN_MAX, FORECAST, MANUAL)
        )
        always = kanban | (policy == ORDER_UP_TO) | forecast
        target = np.where(kanban, settings["cards"] * container, settings["order_up_to"])
        lot = np.where(reorder, quantity, np.where(min_max, 1, container))
        trigger = np.where(reorder | min_max, settings["reorder_point"], np.where(always, ALWAYS, NEVER))
        return cls(
            target=np.where(reorder, settings["reorder_point"] + quantity, target),
            lot=lot if (lot != 1).any() else None,
            trigger=trigger if not always.all() else None,
            owes=~kanban if kanban.any() else None,
            forecast=forecast if forecast.any() and plant.production.forecast else None,
            manual=manual if manual.any() else None,
            buffered=bool(settings["buffer"].any()),
            refilled=bool(settings["buffer"].any() or state.refill_on_order.any()),
            reviewed=bool((plant.review == 1).all()),
            single=bool((container == 1).all()),
            early=bool(settings["pay_early"].any()),
            frequent=bool((settings["trip_every"] == 1).all()),
        )
