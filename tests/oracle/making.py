"""Step 3: components are shared, stations work, transfers leave (rules 11 to 15 and 17)."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.facts import MILLION, cents, half_up
from tests.oracle.stock import BITS, account, issue, receive
from tests.oracle.world import REFILL, WORKING, StationState, World


def produce(world: World, t: int) -> None:
    """Step 3 of an open period."""
    for s, source in enumerate(world.sources):
        if world.facts.sources[s].offer is None:
            working, refill = source.signals.pop(t, (0, 0))
            authorised = world.items[world.facts.sources[s].item].authorised
            authorised[WORKING] += working
            authorised[REFILL] += refill
    for depth, consumers in world.facts.consumers.items():
        cover = [world.cover(i) for i in range(len(world.items))]
        may_start = _share(world, t, consumers, cover)
        for k in range(len(world.stations)):
            if world.facts.depth_of_station[k] == depth:
                _Shift(world, t, k, may_start, cover).work()
        for i in consumers:
            if world.facts.items[i].transfer:
                _move(world, t, i, may_start[i])


def _share(world: World, t: int, consumers: list[int], cover: list[Fraction]) -> dict[int, int]:
    """Rule 12: what each consumer may start."""
    queue = sorted(consumers, key=lambda i: (cover[i], i))
    may_start = {i: sum(world.items[i].authorised) for i in consumers}
    components = sorted({part for i in consumers for part in world.facts.parts[i]})
    for part in components:
        left = world.good_on_hand(part)
        for i in queue:
            each = world.facts.parts[i].get(part)
            if each is None:
                continue
            asked = sum(world.items[i].authorised)
            granted = _grant(world, t, i, asked, left // each)
            left -= need(world, t, i, granted) * each
            missing = need(world, t, i, asked) - need(world, t, i, granted)
            world.count("short", part, missing * each)
            may_start[i] = min(may_start[i], granted)
    return may_start


def _grant(world: World, t: int, i: int, asked: int, enough_for: int) -> int:
    if need(world, t, i, asked) <= enough_for:
        return asked
    container = world.items[i].settings.container
    containers = enough_for // container
    while need(world, t, i, containers * container) > enough_for:
        containers -= 1
    return containers * container


def need(world: World, t: int, i: int, units: int) -> int:
    """Units that must be begun so that `units` come out."""
    scrap = world.facts.scrap(i)
    if units == 0 or scrap == 0:
        return units
    bits = world.luck("scrap_bits", i, t)
    return units + (units * scrap * BITS + bits * (MILLION - scrap)) // (BITS * (MILLION - scrap))


def _begin(world: World, t: int, i: int, units: int) -> None:
    """Rule 14: components leave their stock, authorised units are begun."""
    item, quantity = world.items[i], need(world, t, i, units)
    worth = 0
    for part, each in world.facts.parts[i].items():
        issued = issue(world, part, quantity * each)
        world.post(f"issue_{account(world, part)}", part, issued)
        world.count("moved_out" if world.facts.items[i].transfer else "used", part, quantity * each)
        worth += issued
    wasted = worth * (quantity - units) // quantity
    world.post("scrap_process", i, wasted)
    world.count("scrapped_in_process", i, quantity - units)
    world.count("begun", world.facts.sources_of(i)[0], units)
    item.units_in_process += units
    item.value_in_process += worth - wasted
    from_working = min(units, item.authorised[WORKING])
    item.authorised[WORKING] -= from_working
    item.authorised[REFILL] -= units - from_working


def _come_out(world: World, t: int, i: int, units: int) -> None:
    """Rule 15: units made or moved are received at once or later."""
    s, time = world.facts.sources_of(i)[0], world.facts.process_time(i)
    if time == 0:
        receive(world, t, s, units)
    else:
        world.sources[s].arrivals[world.facts.next_open(t + time)] += units


def _move(world: World, t: int, i: int, units: int) -> None:
    if units:
        _begin(world, t, i, units)
        _come_out(world, t, i, units)


@dataclass
class _Shift:
    """A station's work in one period (rule 13); `minutes` are left, in thousandths."""

    world: World
    t: int
    k: int
    may_start: dict[int, int]
    cover: list[Fraction]
    minutes: int = 0

    def work(self) -> None:
        """All passes, then what is left over."""
        self.minutes = self._minutes()
        items = self.world.facts.station_items(self.k)
        for _ in range(2 * len(items)):
            self._set_up()
            self._work_off()
            if self.minutes and not self.state.begun:
                self._begin_or_turn(items)
        self._left_over(items)

    @property
    def state(self) -> StationState:
        """The station."""
        return self.world.stations[self.k]

    def _minutes(self) -> int:
        """The period's minutes less those that are down."""
        of_day = half_up(self.world.facts.level.station[self.k].minutes_per_day * 1000)
        minutes = self.world.facts.slice_of_day(of_day, self.t)
        repair = min(minutes, self.state.repair_left)
        self.state.repair_left -= repair
        down = repair if self.world.conditions.working[self.k] else minutes
        self.world.count("down", self.k, down)
        return minutes - down

    def _spend(self, flow: str, wanted: int) -> int:
        spent = min(self.minutes, wanted)
        self.minutes -= spent
        self.world.count(flow, self.k, spent)
        return spent

    def _set_up(self) -> None:
        self.state.setup_left -= self._spend("setup", self.state.setup_left)

    def _work_off(self) -> None:
        state = self.state
        if state.setup_left or not state.begun:
            return
        state.work_left -= self._spend("running", state.work_left)
        each = self.world.facts.unit_work(state.item)
        left = min(state.begun, -(-state.work_left // each)) if each else 0
        made = state.begun - left
        state.begun = left
        _come_out(self.world, self.t, state.item, made)

    def _begin_or_turn(self, items: list[int]) -> None:
        state = self.state
        if self.may_start[state.item]:
            self._begin(state.item)
            return
        ready = [i for i in items if self.may_start[i] and self._has_lot(i)]
        if ready:
            state.item = min(ready, key=lambda i: (self.cover[i], i))
            make = self.world.facts.items[state.item].make
            assert make is not None
            state.setup_left = half_up(make.setup_minutes * 1000)
            self.world.post("setup", self.k, cents(make.setup_cost))

    def _has_lot(self, i: int) -> bool:
        item = self.world.items[i]
        return sum(item.authorised) >= item.settings.lot * item.settings.container

    def _begin(self, i: int) -> None:
        units, each = self.may_start[i], self.world.facts.unit_work(i)
        container = self.world.items[i].settings.container
        if each:
            units = min(units, -(-self.minutes // (container * each)) * container)
        self.may_start[i] = 0
        self.state.begun = units
        self.state.work_left = need(self.world, self.t, i, units) * each
        _begin(self.world, self.t, i, units)

    def _left_over(self, items: list[int]) -> None:
        """Rule 17."""
        settings = [self.world.items[i].settings for i in items]
        starved = any(sum(self.world.items[i].authorised) and (i == self.state.item or self._has_lot(i)) for i in items)
        blocked = any(setting.policy == "kanban" for setting in settings)
        self._spend("starved" if starved else "blocked" if blocked else "idle", self.minutes)
