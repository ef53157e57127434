"""What is where now: the state of a run, arrays `[entity, replication]` of whole numbers.

Pipelines are rings: what is due in period t lies in slot t modulo the ring's length. Lots lie by age in periods,
the newest first. `advance` copies the state once a turn; the steps then work in place.
"""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.int64]
Flags = NDArray[np.bool_]
Settings = dict[str, Array]

POLICIES = ("kanban", "reorder", "min_max", "order_up_to", "manual", "forecast")
KANBAN, REORDER, MIN_MAX, ORDER_UP_TO, MANUAL, FORECAST = range(len(POLICIES))

NEVER = 2**40
"""A period that does not come."""


@dataclass(eq=False)
class State:
    """See the module. I items, S sources, W stations, D streams, L items kept in lots."""

    period: int
    """periods played"""
    settings: Settings
    """what the player has set, by lever"""
    stock: Array
    """[I] units, the buffer and hidden bad units included"""
    buffer: Array
    """[I] units behind the fence"""
    value: Array
    """[I] book value of the stock, minor units"""
    in_process: Array
    """[I] units begun and not yet received"""
    pool: Array
    """[I] value of the units in process"""
    on_order: Array
    """[S] working units authorised and not yet received"""
    refill_on_order: Array
    """[S] the same for the buffer"""
    collecting: Array
    """[S] units waiting for the minimum order"""
    credits: Array
    """[S] credit by which containers are shared among offers"""
    signals: Array
    """[S, ring] working orders on their way to the source"""
    refill_signals: Array
    """[S, ring] the same for the buffer"""
    authorised: Array
    """[I] working units that a station or transfer may begin"""
    authorised_refill: Array
    """[I] the same for the buffer"""
    backlog: Array
    """[S] units a supplier has to make ready"""
    ready: Array
    """[S] units that wait for a truck"""
    arrivals: Array
    """[S, ring] units on the road or in process, by arrival"""
    last_arrival: Array
    """[S] latest arrival planned so far, a period"""
    set_up: Array
    """[W] item the station is set up for"""
    setup_left: Array
    """[W] thousandths of minutes of setup to do"""
    begun: Array
    """[W] units of that item under way"""
    work_left: Array
    """[W] thousandths of minutes of work on them"""
    repair_left: Array
    """[W] thousandths of minutes of repair"""
    ran: Array
    """[W] thousandths of minutes run in the period before"""
    carried: Array
    """[D] demand of closed periods"""
    orders: Array
    """[D, ring] open units by period of order"""
    ordered: Array
    """[D, ring] units ordered then"""
    overdue: Array
    """[D] open units of customers who wait, beyond their due date"""
    lots: Array
    """[L, age] units"""
    bad: Array
    """[L, age] hidden bad units among them"""
    goodwill: Array
    """[D] goodwill in parts per million"""
    demand_rest: Array
    """[D] what demand that responds carries below a unit, in millionths"""
    passers_rest: Array
    """[D] the same for passers-by"""
    quoted: Array
    """[D, ring] price of the orders of a period, minor units; no rows where no price moves"""
    overdue_worth: Array
    """[D] sum of the prices of the units overdue; no rows where no price moves"""
    found_out: Array
    """[X] 1 where a quality escape has come to light"""
    receivables: Array
    """[D, ring] minor units by due period"""
    payables: Array
    """[S, ring] minor units by due period"""
    accounts: Array
    """[account] balances, debits positive"""
    storage_remainder: Array
    """[I] what storage carries below a minor unit"""
    interest_remainder: Array
    """[2] the same for credit line and loan"""
    insurance_remainder: Array
    """[I] the same for insurance"""
    discounts: Array
    """[S or none, ring] part of `payables` that is kept because they are paid early"""
    fell_short: Array
    """[I] 1 where somebody was not served since the last arrival"""
    project_start: Array
    """[projects] period in which it began, `NEVER` before"""
    worth: Array
    """[S or none, ring] what the units of `arrivals` will cost, times `per`, where prices move"""
    qualified_from: Array
    """[S] period from which an offer may have a share; `NEVER` before it is onboarded"""
    share_fixed: Array
    """[I] period until which shares are fixed"""
    share_moved: Array
    """[I] points of share moved by the decisions of the turn and not yet paid for"""
    rushes: Array
    """[I, 4] rushes by turn modulo 4"""
    rush_due: Array
    """[I] arrival of the latest rush, a period"""
    ordered_in_turn: Array
    """[S or none, 8] units ordered by turn modulo 8, where suppliers look at it"""
    steady: Array
    """[S or none] 1 where orders were steady, -1 where they were wild"""
    loyal: Array
    """[S or none] turns in a row with 80 % of the orders"""
    raised: Array
    """[S or none] parts per million that dependence has made of prices"""
    entered: int
    """periods whose demand is in `asked`"""
    asked: Array
    """[forecast items, ring] demand up to and including each period"""
    record_error: Array
    """[I] recorded less true working stock"""
    bad_arrivals: Array
    """[items made with defects, ring] bad units among `arrivals`"""
    unit_work: Array
    """[W] thousandths of minutes for one of the units begun"""
    stop_left: Array
    """[W] thousandths of minutes for which the line stands for bad units"""
    strain: Array
    """[W] how worn out the crew is, 0 to 100"""
    troubles: Array
    """[W] failures since strain was last reckoned"""
    halted: Array
    """[W] 1 if the line stopped for bad units since then"""
    refilled: Array
    """[I] containers of buffer ordered this turn"""
    released: Array
    """[I] containers released from the buffer today"""
    insolvent: Array
    """[1] 1 from the period in which the firm failed"""
    levels: Array
    """[level row] levels after the last period"""

    @property
    def replications(self) -> int:
        """Number of replications."""
        return int(self.stock.shape[1])

    def copy(self) -> "State":
        """A state that shares no array with this one."""
        values: dict[str, Any] = {field.name: _copy(getattr(self, field.name)) for field in fields(self)}
        return State(**values)


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: array.copy() for name, array in value.items()}
    return value.copy() if isinstance(value, np.ndarray) else value
