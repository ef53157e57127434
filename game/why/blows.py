"""What was lost at one stroke in the last turn: stock destroyed or out of fashion, customers who cannot pay."""

from collections.abc import Callable, Iterator

from game.disruptions import Effects
from game.message import Message
from game.why.event import Event
from game.why.seen import Seen, Spell

Struck = Callable[[Effects], tuple[tuple[int, int], ...]]


def destroyed(seen: Seen) -> Iterator[Event]:
    """Stock that is gone, with its value."""
    cost = seen.history.posting("loss_raw") + seen.history.posting("loss_finished")
    units = seen.history.flow("destroyed")
    for spell, item in _begun(seen, lambda effect: effect.destroyed):
        lost = int(units[spell.start, item, 0])
        if lost:
            yield _of_item(seen, spell, item, "destroyed", int(cost[spell.start, item, 0]), lost)


def obsolete(seen: Seen) -> Iterator[Event]:
    """Stock that lost its worth."""
    cost = seen.history.posting("obsolete_raw") + seen.history.posting("obsolete_finished")
    for spell, item in _begun(seen, lambda effect: effect.written_down):
        lost = int(cost[spell.start, item, 0])
        if lost:
            yield _of_item(seen, spell, item, "obsolete", lost, 0)


def unpaid(seen: Seen) -> Iterator[Event]:
    """Receivables that will never be paid."""
    lost = seen.history.posting("bad_debt")[:, :, 0]
    for spell, stream in _begun(seen, lambda effect: effect.unpaid):
        money = int(lost[spell.start, stream])
        if money:
            values = {"customer": seen.name("stream", stream), "money": seen.money(money)}
            yield _event(seen, spell, "unpaid", values, ("stream", stream))


def _begun(seen: Seen, struck: Struck) -> Iterator[tuple[Spell, int]]:
    """Disruptions that began in the last turn, with each of the things they struck."""
    for spell in seen.spells():
        if not spell.announced and spell.start >= seen.since:
            for index, _ in struck(seen.effects[spell.disruption]):
                yield spell, index


def _of_item(seen: Seen, spell: Spell, item: int, key: str, money: int, units: int) -> Event:
    values = {"item": seen.name("item", item), "units": units, "money": seen.money(money)}
    return _event(seen, spell, key, values, ("item", item))


def _event(seen: Seen, spell: Spell, key: str, values: dict[str, object], thing: tuple[str, int]) -> Event:
    named = {**values, "name": seen.name("disruption", spell.disruption)}
    return Event(spell.start, 74, "bad", Message(f"feed.{key}", named), seen.thing(*thing))
