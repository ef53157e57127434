"""Units that come into stock and leave it: receipts, issues first in first out, losses (rules 7 to 9, 14, 16)."""

from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.parameters import of_offer
from tests.oracle.states import Load, Lot
from tests.oracle.world import REFILL, WORKING, World

BITS = 2**20
OLDEST_TOLD_APART = 63


def account(world: World, i: int) -> str:
    """The end of the name of an item's postings."""
    return "raw" if world.facts.bought(i) else "finished"


def drawn_bad(units: int, share: int, bits: int) -> int:
    """Bad ones among some units, by their share in parts per million and 20 bits of luck."""
    return min(units, (units * share * BITS + bits * MILLION) // (BITS * MILLION))


def receive(world: World, t: int, s: int, load: Load) -> None:
    """Units arrive from a source: they serve the working loop's orders, then the buffer's."""
    units, i = load.units, world.facts.sources[s].item
    if units == 0:
        return
    source, item = world.sources[s], world.items[i]
    world.count("arrived", s, units)
    returned = _buy(world, t, s, load) if world.facts.bought(i) else _finish(world, i, units)
    for_working = min(units, source.on_order[WORKING])
    source.on_order[WORKING] -= for_working
    source.on_order[REFILL] -= units - for_working
    item.buffer += max(0, units - returned - for_working)
    item.stock += units - returned
    if world.facts.keeps_lots(i) and units > returned:
        _store(item.lots, t, units - returned - load.bad, load.bad)


def _buy(world: World, t: int, s: int, load: Load) -> int:
    """Rules 8, S3 and S4: what arrives is invoiced and inspected; returns the units that go back."""
    units, i, offer = load.units, world.facts.sources[s].item, world.facts.sources[s].offer
    assert offer is not None
    cost = load.worth // offer.per
    load.bad = drawn_bad(units, _bad_share(world, s), world.luck("defect_bits", s, t))
    returned = _inspect(world, t, s, load)
    back = cost * returned // units
    load.bad -= returned
    world.items[i].value += cost - back
    world.post("purchase", s, cost)
    world.post("purchase_return", s, back)
    _owe(world, t, s, cost - back)
    world.count("received", i, units - returned)
    world.count("returned", s, returned)
    return returned


def _bad_share(world: World, s: int) -> int:
    """Rules 8, M2 and D10."""
    offer = world.facts.sources[s].offer
    assert offer is not None
    usual = of_offer(world, "defects", s, ppm(offer.defects)) if offer.defects else 0
    return min(MILLION, usual + world.conditions.escaped[s])


def _owe(world: World, t: int, s: int, amount: int) -> None:
    """A payable, and the discount that is taken when it is paid early (rule M9)."""
    offer = world.facts.sources[s].offer
    assert offer is not None
    early = world.sources[s].pay_early
    due = world.payables[s][t + world.facts.per(offer.discount_days if early else offer.payment_days)]
    due[0] += amount
    due[1] += amount * ppm(offer.discount) // MILLION if early else 0


def _inspect(world: World, t: int, s: int, load: Load) -> int:
    """Rule S4: the bad units found."""
    offer, units = world.facts.sources[s].offer, load.units
    assert offer is not None
    looked_at = units * world.sources[s].inspect // 100
    world.count("inspected", s, looked_at)
    world.post("inspection", s, looked_at * cents(offer.inspection_cost))
    if load.bad == 0 or looked_at == 0:
        return 0
    bits = world.luck("late_bits", s, t)
    return min(looked_at, load.bad, (load.bad * looked_at * BITS + bits * units) // (units * BITS))


def _finish(world: World, i: int, units: int) -> int:
    """Rule 9; nothing goes back."""
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
