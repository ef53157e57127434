"""A station's work in one period (rules 13, 17 and P3 to P6)."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.facts import MILLION, cents, half_up, ppm
from tests.oracle.parameters import of_item, of_station
from tests.oracle.starting import begin, come_out, need
from tests.oracle.states import Load, StationState
from tests.oracle.stock import drawn_bad
from tests.oracle.world import World


@dataclass
class Shift:
    """`minutes` are left, in thousandths."""

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
        self._put_right()
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
        """The period's minutes, overtime included, less those that are down."""
        facts, state, said = self.world.facts, self.state, self.world.facts.level.station[self.k]
        of_day = of_station(self.world, "minutes_per_day", self.k, half_up(said.minutes_per_day * 1000))
        minutes = facts.slice_of_day(of_day + 1000 * state.overtime, self.t)
        self.world.count("overtime", self.k, minutes - facts.slice_of_day(of_day, self.t))
        care = facts.slice_of_day(half_up(said.maintenance_minutes * 1000), self.t) if state.maintenance else 0
        care = min(minutes, care)
        self.world.count("maintained", self.k, care)
        repair = min(minutes - care, state.repair_left)
        state.repair_left -= repair
        present = self.world.conditions.labour[self.k]
        present += (MILLION - present) * of_station(self.world, "stand_in", self.k, 0) // MILLION
        able = (minutes - care - repair) * present // MILLION
        able = able if self.world.conditions.working[self.k] else 0
        self.world.count("down", self.k, minutes - able)
        return able

    def _spend(self, flow: str, wanted: int) -> int:
        spent = min(self.minutes, wanted)
        self.minutes -= spent
        self.world.count(flow, self.k, spent)
        return spent

    def _put_right(self) -> None:
        """Rule P3: the line stands still for bad units."""
        spent = self._spend("down", self.state.stop_left)
        self.state.stop_left -= spent
        self.world.count("stopped", self.k, spent)

    def _set_up(self) -> None:
        self.state.setup_left -= self._spend("setup", self.state.setup_left)

    def _work_off(self) -> None:
        state = self.state
        if state.setup_left or not state.begun:
            return
        ran = self._spend("running", state.work_left)
        state.work_left -= ran
        self.world.count("slowed", self.k, ran * state.strain // (200 + state.strain))
        left = min(state.begun, -(-state.work_left // state.each)) if state.each else 0
        made = state.begun - left
        state.begun = left
        if made:
            self._finish(made)

    def _finish(self, made: int) -> None:
        """Units come off; bad ones stop the line or travel."""
        state, make = self.state, self.world.facts.items[self.state.item].make
        assert make is not None
        bad = 0
        escaped = self.world.conditions.spoiled[state.item]
        if make.defects or escaped:
            usual = of_item(self.world, "bad_units", state.item, ppm(make.defects)) if make.defects else 0
            share = min(MILLION, usual + escaped)
            bad = drawn_bad(made, share, self.world.luck("made_bits", state.item, self.t))
        self.world.count("defective", state.item, bad)
        if not state.stop_the_line:
            come_out(self.world, self.t, state.item, Load(made, bad=bad))
            return
        come_out(self.world, self.t, state.item, Load(made))
        stop = bad * half_up(self.world.facts.level.station[self.k].stop_minutes * 1000)
        state.stop_left += stop
        state.stopped |= stop > 0
        self.world.count("stops", self.k, bad)
        self._put_right()

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
            state.setup_left = of_item(self.world, "setup_minutes", state.item, half_up(make.setup_minutes * 1000))
            self.world.post("setup", self.k, of_item(self.world, "setup_cost", state.item, cents(make.setup_cost)))

    def _has_lot(self, i: int) -> bool:
        item = self.world.items[i]
        return sum(item.authorised) >= item.settings.lot * item.settings.container

    def _begin(self, i: int) -> None:
        state, units = self.state, self.may_start[i]
        container = self.world.items[i].settings.container
        usual = of_item(self.world, "minutes", i, self.world.facts.unit_work(i))
        state.each = usual * (200 + state.strain) // 200
        if state.each:
            units = min(units, -(-self.minutes // (container * state.each)) * container)
        self.may_start[i] = 0
        state.begun = units
        state.work_left = need(self.world, self.t, i, units) * state.each
        begin(self.world, self.t, i, units)

    def _left_over(self, items: list[int]) -> None:
        """Rule 17."""
        settings = [self.world.items[i].settings for i in items]
        starved = any(sum(self.world.items[i].authorised) and (i == self.state.item or self._has_lot(i)) for i in items)
        blocked = any(setting.policy == "kanban" for setting in settings)
        self._spend("starved" if starved else "blocked" if blocked else "idle", self.minutes)
