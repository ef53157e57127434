"""Units that come into stock and leave it: receipts, issues first in first out, losses (rules 7 to 9, 14, 16)."""

from tests.oracle.facts import MILLION, cents
from tests.oracle.world import REFILL, WORKING, Lot, World

BITS = 2**20
OLDEST_TOLD_APART = 63


def account(world: World, i: int) -> str:
    """The end of the name of an item's postings."""
    return "raw" if world.facts.bought(i) else "finished"


def receive(world: World, t: int, s: int, units: int) -> None:
    """Units arrive from a source: they serve the working loop's orders, then the buffer's."""
    if units == 0:
        return
    i = world.facts.sources[s].item
    bad = _buy(world, t, s, units) if world.facts.bought(i) else _finish(world, i, units)
    source, item = world.sources[s], world.items[i]
    for_working = min(units, source.on_order[WORKING])
    source.on_order[WORKING] -= for_working
    source.on_order[REFILL] -= units - for_working
    item.buffer += units - for_working
    item.stock += units
    world.count("arrived", s, units)
    if world.facts.keeps_lots(i):
        _store(item.lots, t, units - bad, bad)


def _buy(world: World, t: int, s: int, units: int) -> int:
    """Rule 8; returns the bad units."""
    i, offer = world.facts.sources[s].item, world.facts.sources[s].offer
    assert offer is not None
    cost = units * cents(offer.price) // offer.per
    world.items[i].value += cost
    world.post("purchase", s, cost)
    world.payables[s][t + world.facts.per(offer.payment_days)] += cost
    world.count("received", i, units)
    defects = int(offer.defects * MILLION + 0.5)
    if defects == 0:
        return 0
    bits = world.luck("defect_bits", s, t)
    return min(units, (units * defects * BITS + bits * MILLION) // (BITS * MILLION))


def _finish(world: World, i: int, units: int) -> int:
    """Rule 9; nothing made or moved is bad."""
    item = world.items[i]
    worth = item.value_in_process * units // item.units_in_process
    item.units_in_process -= units
    item.value_in_process -= worth
    item.value += worth
    world.post("finish", i, worth)
    world.count("made" if world.facts.items[i].make else "moved_in", i, units)
    return 0


def _store(lots: list[Lot], t: int, good: int, bad: int) -> None:
    if lots and lots[-1].received == t:
        lots[-1].good += good
        lots[-1].bad += bad
    else:
        lots.append(Lot(t, good, bad))


def merge_old_lots(world: World, t: int) -> None:
    """Lots without shelf life count as one from an age on."""
    for i, item in enumerate(world.items):
        if world.facts.life(i) is not None:
            continue
        while len(item.lots) > 1 and t - item.lots[1].received >= OLDEST_TOLD_APART:
            oldest = item.lots.pop(0)
            item.lots[0].good += oldest.good
            item.lots[0].bad += oldest.bad


def issue(world: World, i: int, units: int) -> int:
    """Take good units, oldest first; bad ones met on the way come to light. Returns the value issued."""
    if units == 0:
        return 0
    item = world.items[i]
    if world.facts.keeps_lots(i):
        lose(world, i, _pick(item.lots, units), "scrap", "scrapped")
    worth = item.value * units // item.stock
    item.stock -= units
    item.value -= worth
    return worth


def _pick(lots: list[Lot], units: int) -> int:
    """Take units out of the lots; returns the bad units found."""
    found = 0
    while units:
        lot = lots[0]
        found += lot.bad
        lot.bad = 0
        taken = min(units, lot.good)
        lot.good -= taken
        units -= taken
        if lot.good == 0:
            lots.pop(0)
    return found


def search_hopeless(world: World) -> None:
    """End of step 4: where no good unit is left, all bad ones are found."""
    for i, item in enumerate(world.items):
        bad = world.hidden_bad(i)
        if bad and bad == item.stock:
            item.lots.clear()
            lose(world, i, bad, "scrap", "scrapped")


def expire(world: World, t: int) -> None:
    """Step 5, rule 21."""
    for i, item in enumerate(world.items):
        life = world.facts.life(i)
        while life is not None and item.lots and item.lots[0].received + life - 1 <= t:
            lot = item.lots.pop(0)
            lose(world, i, lot.good + lot.bad, "spoilage", "expired")


def lose(world: World, i: int, units: int, posting: str, flow: str) -> None:
    """Stock is lost: from the working stock first, then from the buffer."""
    if units == 0:
        return
    item = world.items[i]
    worth = item.value * units // item.stock
    item.buffer -= max(0, units - world.on_hand(i))
    item.stock -= units
    item.value -= worth
    world.post(f"{posting}_{account(world, i)}", i, worth)
    world.count(flow, i, units)
