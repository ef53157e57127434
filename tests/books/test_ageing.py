"""Ageing by hand: what was sold when, what was paid, and how old the rest is."""

from pathlib import Path

import numpy as np
import pytest

from game.books import Ledger, ageing
from game.books.ageing import open_items
from game.playing import library


@pytest.mark.parametrize("name", ["receivables", "payables"])
def test_the_oldest_is_paid_first(tmp_path: Path, name: str) -> None:
    shelf = library.open(tmp_path, "en")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "pedal-and-sons"), 7)
    for _ in range(5):
        playing.run_turn()
    ledger = Ledger(playing.run.history)
    raised, paid = {
        "receivables": (("sale_credit",), ("customer_payment", "bad_debt")),
        "payables": (("purchase",), ("supplier_payment", "discount_taken", "purchase_return")),
    }[name]
    new = sum(playing.run.history.posting(kind)[:, :, 0] for kind in raised)
    gone = sum(playing.run.history.total_posting(kind)[:, 0] for kind in paid)
    found = open_items(ledger, name, 4)[1:]
    for owner in range(new.shape[1]):
        left, queue = int(gone[owner]), new[:, owner].tolist()
        for at, amount in enumerate(queue):
            taken = min(left, amount)
            queue[at], left = amount - taken, left - taken
        assert queue == found[:, owner].tolist()
    table = ageing(ledger, name)
    total = -ledger.balances(name) if name == "payables" else ledger.balances(name)
    assert np.array_equal(table.rows[-1][2], total[1:])
    assert all(sum(row[2][turn] for row in table.rows[:-1]) == table.rows[-1][2][turn] for turn in range(5))
    shelf.close()
