"""One turn: decisions are set, then its periods are played one after another."""

from collections.abc import Callable, Sequence

import numpy as np

from game.engine.period import play
from game.engine.sheet import LevelSums, Page, Sums
from game.engine.turn import Turn
from game.history import Keep, Record
from game.levers import Decision, apply
from game.plant import Plant
from game.state import Array, State
from game.tape import Reel, Tape

Decisions = Sequence[Decision]
Sheets = tuple[Array, Array, Array]
"""Flows, postings and levels."""
PlayOn = Callable[[int, Page, Page], None]
"""Plays a period and adds flows and postings to those on pages."""
Watch = Callable[[Array], None]
"""Is shown levels `[row, replication]`, not to be changed or kept."""


def advance(
    plant: Plant,
    state: State,
    decisions: Decisions,
    tape: Tape | Reel,
    turn: int,
    *,
    keep: Keep = "periods",
    per_replication: Sequence[Decisions] = (),
    watch: Watch | None = None,
    used_up: bool = False,
) -> tuple[State, Record]:
    """Play turn `turn` (0 is the first, the last is the run-out); the state given stays as it is, or is `used_up`.

    `decisions` hold for all replications, `per_replication[r]` for replication r alone; `watch` is shown the levels
    after each period, so that sums may be kept where only levels matter by period. Raises `levers.Refused` for a
    decision that makes no sense.
    """
    if not used_up:
        state = state.copy()
    decide(plant, state, decisions, per_replication)
    first, last = plant.clock.turn_starts[turn : turn + 2]
    under_way = Turn.of(plant, state, tape, first)

    def play_on(t: int, flows: Page, postings: Page) -> None:
        play(under_way, t, flows, postings)
        if watch is not None:
            watch(state.levels)

    note = _summed if keep == "sums" else _stacked
    flows, postings, levels = note(under_way, range(first, last), play_on)
    return state, Record(turn, first, last, flows, postings, levels, closing=state.levels.copy())


def _stacked(turn: Turn, periods: range, play_on: PlayOn) -> Sheets:
    """Period by period, `[period, row, replication]`."""
    plant, replications = turn.plant, turn.state.replications
    flows, postings, levels = (
        np.zeros((len(periods), rows.length, replications), dtype=np.int64)
        for rows in (plant.flow_rows, plant.posting_rows, plant.level_rows)
    )
    pages = Page(plant.flow_rows, np.zeros_like(flows[0])), Page(plant.posting_rows, np.zeros_like(postings[0]))
    for k, t in enumerate(periods):
        play_on(t, *pages)
        flows[k], postings[k], levels[k] = pages[0].sheet, pages[1].sheet, turn.state.levels
        for page in pages:
            page.sheet.fill(0)
    return flows, postings, levels


def _summed(turn: Turn, periods: range, play_on: PlayOn) -> Sheets:
    """All periods in one row, `[1, row, replication]`, added up as they come, so that big batches stay in the cache."""
    plant, state = turn.plant, turn.state
    flows = Sums(plant.flow_rows, state.replications, plant.read_again)
    postings, levels = Sums(plant.posting_rows, state.replications), LevelSums(state.levels)
    for t in periods:
        play_on(t, flows.page, postings.page)
        levels.add(state.levels, turn.ledger.moved)
        flows.end_period()
    return flows.total()[None], postings.total()[None], levels.total()[None]


def decide(plant: Plant, state: State, decisions: Decisions, per_replication: Sequence[Decisions] = ()) -> None:
    """Set decisions in a state; shares that change restart their credits (rule 23)."""
    before = state.settings["shares"].copy()
    for decision in decisions:
        apply(plant, state.settings, decision, state=state)
    for replication, own in enumerate(per_replication):
        for decision in own:
            apply(plant, state.settings, decision, replication, state=state)
    moved = np.maximum(state.settings["shares"] - before, 0)
    for item in plant.supply.shared:
        some = list(plant.sources_of[item])
        _share_out(plant, state, item, moved[some].sum(axis=0))


def _share_out(plant: Plant, state: State, item: int, moved: Array) -> None:
    """Shares of an item moved by so many points: credits restart, and they are fixed for a while (rule S6)."""
    some, clock = list(plant.sources_of[item]), plant.clock
    state.credits[some] = np.where(moved > 0, 0, state.credits[some])
    state.share_moved[item] = moved
    turn = min(clock.turn_of(state.period) + plant.items[item].share_commitment, clock.turns)
    state.share_fixed[item] = np.where(moved > 0, clock.turn_starts[turn], state.share_fixed[item])
