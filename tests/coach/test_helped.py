"""What would have helped, on a level whose answers can be worked out by hand: ten loaves a day, 3 earned on each."""

import pytest

from game.coach.bridge import CAUSES, bridge, cause_of, profit_rows
from game.coach.chains import by_root, chains
from game.coach.helped import attempt, helped, with_change
from game.coach.moments import moments, shocked
from game.jobs import Pool
from game.kinds import ACCOUNTS, POSTINGS
from game.levers import Decision
from game.measures import MEASURES
from game.run import Run, replay, start
from tests.coach.small import level, pack
from tests.run.small import DECISIONS
from tests.run.small import pack as lucky

INLINE = Pool(0)
BREAD = pack(level())
CUT = Decision("order_up_to", "loaf", 5)
BACK = Decision("order_up_to", "loaf", 20)


def bread(*turns: tuple[Decision, ...]) -> Run:
    return replay(BREAD, 1, [*turns, *[()] * (4 - len(turns))])


def profit(run: Run) -> int:
    return int(MEASURES["profit"].value(run.history)[0])


def test_the_change_that_undoes_a_mistake_comes_first() -> None:
    """Ordered up to 5 instead of 20, five customers a day go away: each would have brought 3."""
    run = bread((CUT,))
    found = helped(run, INLINE)
    best = found.by_profit[0]
    assert best.turn == 0
    assert best.decision.key == "loaf.order_up_to"
    assert int(best.decision.value) >= 10  # type: ignore[arg-type]
    assert best.profit == profit(bread()) - profit(run)
    assert [(one.decision, one.profit) for one in found.mistakes] == [(CUT, best.profit)]
    assert found.calls == ()


def test_what_a_good_call_was_worth() -> None:
    """Back to 20 after a week of 5: from the second day of the second week on ten are sold again, 5 * 3 more a day."""
    run = bread((CUT,), (BACK,))
    found = helped(run, INLINE)
    (call,) = found.calls
    assert (call.turn, call.decision) == (1, BACK)
    assert call.profit == profit(run) - profit(bread((CUT,)))
    assert call.profit == 20 * 5 * 300


def test_every_suggestion_brings_what_it_promised() -> None:
    """Stars are counted on the level of luck and delays; the run is played again as a player would."""
    run = replay(lucky(), 1, DECISIONS)
    found = helped(run, INLINE)
    assert found.by_profit
    for one in (*found.by_profit, *found.by_stars):
        again = attempt(run, one.decisions)
        assert again is not None
        assert profit(again) - profit(run) == one.profit
        assert again.decisions[one.turn][-1] == one.decision
    assert [one.profit for one in found.by_profit] == sorted((one.profit for one in found.by_profit), reverse=True)


def test_a_change_replaces_what_was_decided_later_about_the_same() -> None:
    other = Decision("cards", "tube", 3)
    assert with_change(((CUT, other), (BACK,)), 0, BACK) == ((other, BACK), ())
    assert with_change((), 2, BACK) == ((), (), (BACK,))


def test_what_a_player_could_not_decide_is_not_played() -> None:
    assert attempt(start(BREAD, 1), [(Decision("order_up_to", "loaf", -1),)]) is None


def test_the_bridge_adds_up_to_the_cent() -> None:
    """140 - 35 loaves less in the first run... whatever was sold less: 5 of revenue and 2 of cost each."""
    first, second = bread(), bread((CUT,))
    found = bridge(first, second)
    assert (found.start, found.end) == (profit(first), profit(second))
    assert found.start + sum(step.amount for step in found.steps) == found.end
    (sales,) = found.steps
    assert sales.cause == "sales"
    lost = int(second.history.total_flow("lost").sum())
    assert {line.kind: line.amount for line in sales.lines} == {"sale_cash": -500 * lost, "goods_raw": 200 * lost}
    assert all(sum(line.by_turn) == line.amount for line in sales.lines)


def test_the_bridge_of_a_level_with_everything() -> None:
    first, second = (replay(lucky(), 1, made) for made in (DECISIONS, [()] * 4))
    found = bridge(first, second)
    assert found.start + sum(step.amount for step in found.steps) == found.end
    for step in found.steps:
        assert step.amount == sum(line.amount for line in step.lines)


def test_profit_by_posting_is_the_profit() -> None:
    run = replay(lucky(), 1, DECISIONS)
    assert profit_rows(run.history).sum() == profit(run)


def test_every_income_and_expense_has_its_cause() -> None:
    moved = {
        name
        for name, posting in POSTINGS.items()
        if any(ACCOUNTS[account] in ("income", "expense") for account in (posting.debit, posting.credit))
    }
    named = {account for accounts in CAUSES.values() for account in accounts}
    assert {name for name in moved if cause_of(name) == "other"} == set()
    assert len(named) == sum(len(accounts) for accounts in CAUSES.values())


LATE = level(
    offer={"lead_time_days": 1},
    stream={"late_penalty": 1.0, "patience_days": 5},
    disruption=[
        {
            "id": "snow", "name": "Snow", "kind": "transport_delay", "suppliers": ["mill"], "extra_days": 2,
            "at": [{"day": 10, "days": 1}],
        }
    ],
)  # fmt: skip


def test_one_truck_late_by_snow() -> None:
    """What left on day 10 comes on day 13 instead of 11, and what left later waits behind it: of 10 + 10 + 10 wanted
    on days 11 to 13 ten were at hand. All of the loss is the snow's.
    """
    run = replay(pack(LATE), 1, [()] * 4)
    found = chains(run)
    late = int(run.history.total_flow("late").sum())
    assert late > 0
    (chain,) = found
    assert (chain.turn, chain.loss.kind, chain.loss.amount, chain.cost) == (1, "late", late, 100 * late)
    assert {cause.reason for cause in chain.loss.causes} == {"disruption"}
    assert by_root(found) == {("disruption", ("disruption", "snow")): 100 * late}


def test_a_setting_below_the_formula_is_charged_before_the_snow() -> None:
    """An order is there after a day, in which ten are wanted: nine are fewer."""
    short = replay(pack(LATE), 1, [(Decision("order_up_to", "loaf", 9),), (), (), ()])
    assert {chain.loss.causes[0].reason for chain in chains(short)} == {"setting"}


def test_losses_by_root_add_up_to_all_that_was_lost() -> None:
    run = replay(lucky(), 3, DECISIONS)
    found = chains(run)
    fees = int(run.history.total_posting("expediting").sum())
    paid = sum(int(run.history.total_posting(kind).sum()) for kind in ("late_penalty", "lost_sale"))
    missed = int(run.history.total_flow("lost").sum()) * 2800
    assert sum(by_root(found).values()) == paid + missed + fees
    assert sum(chain.loss.amount for chain in found if chain.loss.kind != "rushed") == sum(
        int(run.history.total_flow(name).sum()) for name in ("late", "lost")
    )
    for chain in found:
        assert sum(chain.costs) == chain.cost


def test_a_rush_fee_is_charged_to_what_made_it_necessary() -> None:
    """Snow until the eve of day 15 holds back what leaves; then all that is on the road is rushed, for a fee of 9."""
    held_back = [{**LATE["disruption"][0], "extra_days": 9, "at": [{"day": 10, "days": 5}]}]
    terms = {"lead_time_days": 1, "expedite_days": 1, "expedite_cost": 9.0}
    rush = pack(level(offer=terms, disruption=held_back, levers=["order_up_to", "rush"]))
    run = replay(rush, 1, [(), (), (Decision("rush", "loaf/mill", 100),), ()])
    (fee,) = [chain for chain in chains(run) if chain.loss.kind == "rushed"]
    assert (fee.turn, fee.loss.thing, fee.cost) == (2, ("item", "loaf"), 900)
    assert ("disruption", ("disruption", "snow")) in {(cause.reason, cause.thing) for cause in fee.loss.causes}


def test_three_moments() -> None:
    """Snow in the second week; in the third somebody loses his nerve and cuts, in the fourth he comes back."""
    run = replay(pack(LATE), 1, [(), (), (CUT,), (BACK,)])
    assert shocked(run) == [1, 2]  # the snow; and the week of the cut, in which half of the demand is late
    found = {moment.kind: moment for moment in moments(run, helped(run, INLINE))}
    assert (found["overreaction"].change.decision, found["overreaction"].shock) == (CUT, 1)
    assert found["save"].change.decision == BACK
    assert found["loss"].turn in (2, 3)


def test_no_moments_in_a_run_without_decisions_or_losses() -> None:
    run = bread()
    assert moments(run, helped(run, INLINE)) == ()


@pytest.mark.parametrize("workers", [2])
def test_processes_find_the_same(workers: int) -> None:
    run = replay(lucky(), 1, DECISIONS)
    with Pool(workers) as pool:
        assert helped(run, pool) == helped(run, INLINE)
