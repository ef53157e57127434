"""Engine and oracle agree on random small levels: every flow, posting, level and account of every period."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tests.oracle.comparing import first_difference
from tests.oracle.levels import Case, cases, pack_of, random_case
from tests.oracle.test_by_hand import old_stock


@pytest.mark.parametrize("seed", range(200))
def test_engine_and_oracle_agree(seed: int) -> None:
    difference = first_difference(random_case(Random(seed)))
    assert not difference, difference


def test_engine_and_oracle_agree_on_old_stock() -> None:
    difference = first_difference(Case(pack_of(old_stock()), [[], []], [1, 2]))
    assert not difference, difference


@pytest.mark.long
@pytest.mark.timeout(1800)
@given(cases())
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_engine_and_oracle_agree_on_any_level(case: Case) -> None:
    difference = first_difference(case)
    assert not difference, difference
