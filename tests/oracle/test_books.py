"""The oracle alone: units are conserved and the books balance in random small levels, to the unit and the cent."""

from random import Random

import pytest

from game.kinds import ACCOUNTS, CASH_CLASSES, FLOWS, POSTINGS
from tests.oracle.facts import Facts, cents
from tests.oracle.handmade import wild_tape
from tests.oracle.levels import random_case
from tests.oracle.opening import opening
from tests.oracle.play import Period, play


def _played(seed: int) -> tuple[Facts, list[Period]]:
    case = random_case(Random(seed))
    facts = Facts(case.pack)
    turns = play(case.pack, wild_tape(facts, case.seeds[0]), case.decisions[0])
    return facts, [period for turn in turns for period in turn]


@pytest.mark.parametrize("seed", range(60))
def test_units_and_money_are_conserved(seed: int) -> None:
    facts, periods = _played(seed)
    world = opening(facts, None)
    before = world.levels()
    for period in periods:
        _check_units(facts, period, before)
        _check_books(facts, period, before)
        before = period.levels


def _check_units(facts: Facts, period: Period, before: dict[str, list[int]]) -> None:
    flows, levels = period.flows, period.levels
    for i in range(len(facts.items)):
        change = sum(flow.sign * flows[name][i] for name, flow in FLOWS.items() if flow.sign)
        assert levels["stock"][i] == before["stock"][i] + change
        assert 0 <= levels["buffer"][i] <= levels["stock"][i]
        assert levels["on_order"][i] >= 0
        assert (levels["stock"][i] > 0) or levels["value"][i] == 0
    for d in range(len(facts.level.stream)):
        if period.levels["insolvent"] == [0]:
            waiting = before["waiting"][d] + flows["demand"][d] - flows["delivered"][d] - flows["lost"][d]
            assert levels["waiting"][d] == waiting
        assert flows["filled_at_once"][d] <= flows["delivered"][d]
    assert all(amount >= 0 for owners in flows.values() for amount in owners)
    _check_minutes(facts, period)


def _check_minutes(facts: Facts, period: Period) -> None:
    names = ("running", "setup", "down", "starved", "blocked", "idle")
    entries = [entry for project in facts.level.project for entry in (*project.transition, *project.effect)]
    if any(entry.parameter == "minutes_per_day" for entry in entries):
        return
    for k, station in enumerate(facts.level.station):
        total = sum(period.flows[name][k] for name in names)
        slice_ = facts.slice_of_day(round(station.minutes_per_day * 1000), period.t) + period.flows["overtime"][k]
        assert total == (slice_ if facts.is_open(period.t) and any(_plays(period)) else 0)


def _plays(period: Period) -> list[bool]:
    """A period in which the firm fails is played; later ones have no postings at all."""
    return [period.levels["insolvent"] == [0], any(any(owners) for owners in period.postings.values())]


def _check_books(facts: Facts, period: Period, before: dict[str, list[int]]) -> None:
    levels, postings = period.levels, period.postings
    assert sum(levels[name][0] for name in ACCOUNTS) == 0
    for name in ACCOUNTS:
        debits = sum(sum(postings[kind]) for kind, posting in POSTINGS.items() if posting.debit == name)
        credits_ = sum(sum(postings[kind]) for kind, posting in POSTINGS.items() if posting.credit == name)
        assert levels[name][0] == before[name][0] + debits - credits_
    for account, bought in (("raw", True), ("finished", False)):
        owned = sum(v for i, v in enumerate(levels["value"]) if facts.bought(i) == bought)
        assert levels[account] == [owned]
    assert levels["cash"][0] >= 0
    assert all(amount >= 0 for owners in postings.values() for amount in owners)
    over = -levels["credit_line"][0] > cents(facts.level.money.credit_limit)
    assert levels["insolvent"] == [int(over)]


def test_every_kind_of_flow_and_posting_is_met() -> None:
    """Else the random levels would leave a rule untried."""
    met: set[str] = set()
    for seed in range(100):
        for period in _played(seed)[1]:
            for sheet in (period.flows, period.postings):
                met |= {name for name, owners in sheet.items() if any(owners)}
    assert met == set(FLOWS) | set(POSTINGS)
    assert {POSTINGS[name].cash for name in met if name in POSTINGS} == {None, *CASH_CLASSES}
