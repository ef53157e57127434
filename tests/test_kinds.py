"""The tables of flows and postings hold together."""

from game.kinds import ACCOUNTS, CASH_CLASSES, FLOWS, POSTINGS


def test_every_posting_has_two_known_accounts() -> None:
    for posting in POSTINGS.values():
        assert posting.debit in ACCOUNTS
        assert posting.credit in ACCOUNTS
        assert posting.debit != posting.credit


def test_a_posting_has_a_cash_class_exactly_when_it_moves_cash() -> None:
    for posting in POSTINGS.values():
        moves_cash = "cash" in (posting.debit, posting.credit)
        assert (posting.cash in CASH_CLASSES) == moves_cash


def test_only_item_flows_change_stock() -> None:
    assert all(flow.owner == "item" for flow in FLOWS.values() if flow.sign)
