"""The physical side of a level: suppliers, items with their sources and loops, stations."""

from typing import Annotated, Literal

from pydantic import Field

from game.level.common import Days, Id, Minutes, Money, Part, Percent, PositiveUnits, Share, Units
from game.message import Text

PolicyName = Literal["kanban", "reorder", "min_max", "order_up_to", "manual", "forecast"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Spread(Part):
    """A lead time that varies: gamma with this mean and coefficient of variation (1 is exponential)."""

    mean: Days = Field(description="mean lead time", gt=0)
    cv: Annotated[float, Field(ge=0, le=2)] = Field(0.0, description="standard deviation divided by the mean")


class Departures(Part):
    """When trucks leave: every so many days, or on weekdays at periods of the day (0 is the first)."""

    every_days: Annotated[float, Field(gt=0, le=365)] | None = Field(None, description="days between departures")
    weekdays: tuple[Weekday, ...] = Field((), description="weekdays on which trucks leave")
    periods: tuple[Annotated[int, Field(ge=0, le=7)], ...] = Field(
        (), description="periods of the day in which trucks leave; 0 is the first"
    )


LeadTime = Days | Spread | Annotated[tuple[Days, ...], Field(min_length=1)]


class Route(Part):
    """A milk run: one truck that calls at several suppliers and leaves by its timetable, empty or not."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    lead_time_days: LeadTime = Field(description="departure to arrival: a number, mean and cv, or a list drawn evenly")
    on_time: Share = Field(1.0, description="chance that a departure arrives as promised")
    late_by_days: Days = Field(2.0, description="delay of a departure that is late")
    may_overtake: bool = Field(False, description="whether a later trip may arrive before an earlier one")
    departures: Departures = Field(Departures(), description="when the truck leaves; by default every period")
    truck_capacity: PositiveUnits | None = Field(
        None, description="volume a truck holds; without it one truck takes all"
    )
    cost_per_trip: Money = Field(0.0, description="cost of each truck, at least one a trip")


class Break(Part):
    """A price for shipments of some size."""

    units: PositiveUnits = Field(alias="from", description="smallest shipment, units")
    price: Money = Field(description="price for `per` units", gt=0)


class Supplier(Part):
    """A firm that sells items."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    region: Id = Field("home", description="region, hit as a whole by a regional event")
    place: tuple[float, float] | None = Field(None, description="column and row on the floor")


class Offer(Part):
    """One supplier's terms for one item."""

    supplier: Id = Field(description="id of the supplier")
    price: Money = Field(description="price for `per` units", gt=0)
    per: PositiveUnits = Field(1, description="number of units the price is for")
    share: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="share of the orders in percent; by default the first offer takes all"
    )
    breaks: tuple[Break, ...] = Field((), description="lower prices for larger shipments, smallest first")
    steady_price: Annotated[Money, Field(gt=0)] | None = Field(
        None, description="price for steady orders, where the level has `relationship`"
    )
    route: Id | None = Field(None, description="id of the milk run that fetches it, instead of a truck of its own")
    lead_time_days: LeadTime | None = Field(
        None, description="departure to arrival: a number, mean and cv, or a list drawn evenly; none on a milk run"
    )
    on_time: Share = Field(1.0, description="chance that a departure arrives as promised")
    late_by_days: Days = Field(2.0, description="delay of a departure that is late")
    may_overtake: bool = Field(False, description="whether a later shipment may arrive before an earlier one")
    departures: Departures = Field(Departures(), description="when trucks leave; by default every period")
    capacity_per_day: PositiveUnits | None = Field(None, description="units the supplier can make ready a day")
    minimum_order: Units = Field(0, description="smallest order the supplier accepts")
    order_cost: Money = Field(0.0, description="cost of each order placed")
    cost_per_trip: Money = Field(0.0, description="freight for each truck")
    truck_capacity: PositiveUnits | None = Field(
        None, description="volume a truck holds; without it one truck takes all"
    )
    defects: Share = Field(0.0, description="share of bad units")
    inspect: Annotated[int, Field(ge=0, le=100)] = Field(0, description="percent of each receipt that is inspected")
    inspection_cost: Money = Field(0.0, description="cost of each unit inspected")
    expedite_days: Days | None = Field(None, description="days a rushed load still takes; without it nothing is rushed")
    expedite_cost: Money = Field(0.0, description="cost of each rush")
    expedite_unit_cost: Money = Field(0.0, description="cost of each unit rushed, beside it")
    rush_when_red: Units = Field(0, description="units rushed by rule when the buffer is red; 0 is never")
    qualified: bool = Field(True, description="false: it has to be onboarded before it can have a share")
    onboarding_cost: Money = Field(0.0, description="cost of onboarding")
    onboarding_days: Days = Field(0.0, description="days from then until it may have a share")
    payment_days: Days = Field(30.0, description="days from receipt to payment")
    discount: Share = Field(0.0, description="share taken off an invoice that is paid early")
    discount_days: Days = Field(0.0, description="days from receipt to early payment")
    pay_early: bool = Field(False, description="whether invoices are paid early at the start")


class Make(Part):
    """An item made at a station from components."""

    station: Id = Field(description="id of the station")
    minutes: Minutes = Field(description="minutes for one unit")
    setup_minutes: Minutes = Field(0.0, description="minutes to change over to this item")
    setup_cost: Money = Field(0.0, description="cost of one changeover")
    lot: Annotated[int, Field(ge=1, le=1000)] = Field(
        1, description="containers that must be authorised before a setup"
    )
    scrap: Annotated[float, Field(ge=0, lt=0.9)] = Field(0.0, description="share of units lost in making")
    defects: Share = Field(0.0, description="share of bad units among those made; they travel unless the line stops")
    process_days: Days = Field(0.0, description="days from the start of a unit to its receipt; 0 is at once")
    labour: Money = Field(0.0, description="standard wages that become part of a unit's value")
    components: dict[Id, PositiveUnits] = Field({}, description="units of each component in one unit")


class Transfer(Part):
    """An item fetched from the same product at another place."""

    source: Id = Field(alias="from", description="id of the item it is fetched from")
    days: Days = Field(0.0, description="days on the way")


class Loop(Part):
    """How an item is replenished; only the settings of its policy matter."""

    policy: PolicyName = Field("kanban", description="replenishment policy")
    cards: Annotated[int, Field(ge=0, le=10_000)] = Field(0, description="kanban: number of cards")
    container: PositiveUnits = Field(1, description="units in a container")
    buffer: Units = Field(0, description="units behind the fence, a multiple of the container")
    reorder_point: Annotated[int, Field(ge=-1_000_000, le=1_000_000)] = Field(
        0, description="reorder, min_max: position that triggers an order"
    )
    order_quantity: PositiveUnits = Field(1, description="reorder: units in an order")
    order_up_to: Units = Field(0, description="min_max, order_up_to: position to order up to")
    quantity: Units = Field(0, description="manual: units ordered in the first period of a turn")
    cover_days: Days = Field(0.0, description="forecast: days of demand to order up to")
    smoothing_days: Annotated[Days, Field(gt=0, le=366)] | None = Field(
        None, description="forecast: days of which demand is averaged; without it the policy is not open"
    )
    safety: Units = Field(0, description="forecast: units to order up to beside the days of demand")
    review_days: Days = Field(0.0, description="days between reviews; 0 is every period")
    release_per_day: PositiveUnits | None = Field(None, description="containers the buffer may release a day")
    release_cost: Money = Field(0.0, description="cost of each container released from the buffer")
    refill_per_turn: PositiveUnits | None = Field(None, description="containers of buffer reordered in a turn")


class Item(Part):
    """A part, product or SKU at one stock point, with exactly one source: offers, make or transfer."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    unit: Text = Field("units", description="what is counted")
    opening_stock: Units = Field(0, description="working stock at the start; the buffer opens full beside it")
    opening_orders: tuple[Units, ...] = Field(
        (), description="orders of the periods before the start, oldest first, under way at their usual times"
    )
    loop: Loop = Field(Loop(), description="replenishment")
    shelf_life_days: Days | None = Field(None, description="days until a unit expires, from its receipt")
    markdown: Annotated[int, Field(ge=0, le=90)] = Field(0, description="percent taken off the price of old units")
    markdown_after_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        0, description="age from which units are marked down, in days"
    )
    handling_cost: Money = Field(0.0, description="cost of each unit sold")
    volume: Annotated[float, Field(ge=0, le=10_000)] = Field(1.0, description="room a unit takes in a truck")
    failover: bool = Field(False, description="whether orders go to other suppliers while one is out")
    share_commitment: Annotated[int, Field(ge=0, le=520)] = Field(
        0, description="turns for which shares are fixed once changed"
    )
    share_change_cost: Money = Field(0.0, description="cost of each ten points of share moved")
    signal_delay_days: Days = Field(0.0, description="days a signal takes to the source")
    record_error: Share = Field(0.0, description="share of the units leaving the stock that is booked wrongly")
    count_every_days: Annotated[int, Field(ge=0, le=366)] = Field(
        0, description="days between counts that put the records right; 0 is never"
    )
    count_cost: Money = Field(0.0, description="cost of one count")
    value: Money | None = Field(None, description="cost of a unit at the start; by default price or components")
    resale: Money | None = Field(None, description="what a unit fetches at the end; by default its cost")
    storage_rate: Percent | None = Field(None, description="storage in percent of value a year")
    buffer_storage_rate: Percent | None = Field(None, description="the same for the buffer")
    storage_cost: Money = Field(0.0, description="storage for a unit and day, beside the rate")
    holding_cost: Money = Field(0.0, description="chain cost of a unit in stock at the end of a period")
    backorder_cost: Money = Field(0.0, description="chain cost of a unit owed at the end of a period")
    place: tuple[float, float] | None = Field(None, description="column and row on the floor")
    offer: tuple[Offer, ...] = Field((), description="who sells it")
    make: Make | None = Field(None, description="where it is made")
    transfer: Transfer | None = Field(None, description="where it is fetched")


class Station(Part):
    """A workstation: one crew, one thing at a time."""

    id: Id = Field(description="short name used in the file")
    name: Text = Field(description="name shown to the player")
    minutes_per_day: Minutes = Field(480.0, description="minutes of work on an open day")
    failure_every_minutes: Minutes = Field(0.0, description="mean running time between failures; 0 is never")
    repair_minutes: Minutes = Field(0.0, description="mean time to repair")
    wage_per_day: Money = Field(0.0, description="wages of an open day")
    stop_the_line: bool = Field(False, description="whether bad units stop the line instead of travelling")
    stop_minutes: Minutes = Field(0.0, description="minutes to put one bad unit right when the line stops")
    maintenance: bool = Field(False, description="whether it is maintained, which halves its failures")
    maintenance_cost: Money = Field(0.0, description="cost of maintenance on an open day")
    maintenance_minutes: Minutes = Field(0.0, description="minutes of an open day that maintenance takes")
    overtime_minutes: Annotated[int, Field(ge=0, le=720)] = Field(
        0, description="minutes of overtime on an open day, by the half hour"
    )
    overtime_limit: Annotated[int, Field(ge=0, le=720)] = Field(
        0, description="most overtime of a day in minutes, by the half hour"
    )
    overtime_premium: Annotated[float, Field(ge=0, le=1000)] = Field(
        25.0, description="extra pay for overtime in percent of the wage"
    )
    strain: bool = Field(False, description="whether overtime and stoppages wear the crew out")
    place: tuple[float, float] | None = Field(None, description="column and row on the floor")
