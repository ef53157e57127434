"""What is wrong with a supplier, station or customer just now, as far as the player has been told."""

from game.message import Message
from game.playing.scene import Scene
from game.playing.views import Mood
from game.why import Shipment, Spell, held, overdue
from game.why.world import expected


def is_late(scene: Scene, ship: Shipment) -> bool:
    """Overdue, or held at a closed port while it should come within the turn."""
    clock = scene.plant.clock
    turn = scene.level.calendar.days_per_turn * clock.per_day
    return overdue(scene.seen, ship) or (held(scene.seen, ship.source) and ship.promised <= scene.seen.now + turn)


def truck_late(scene: Scene, ship: Shipment, moment: int) -> bool:
    """The same as it was after so many periods of the run."""
    clock, effects = scene.plant.clock, scene.seen.effects
    turn = scene.level.calendar.days_per_turn * clock.per_day
    closed = any(
        ship.source in effect.held and moment > 0 and scene.seen.active(index, moment - 1)
        for index, effect in enumerate(effects)
    )
    return clock.day(ship.promised) < clock.day(moment) or (closed and ship.promised <= moment + turn)


def spells_at(scene: Scene, sources: tuple[int, ...]) -> tuple[Spell, ...]:
    """Disruptions of some offers that are at work or announced, those at work first."""
    effects = scene.seen.effects
    found = []
    for spell in scene.seen.spells():
        if spell.end is None and set(effects[spell.disruption].sources) & set(sources):
            found.append(spell)
    return tuple(sorted(found, key=lambda spell: spell.announced))


def supplier_mood(scene: Scene, sources: tuple[int, ...]) -> tuple[Mood, Message | None]:
    """Colour and line of a supplier."""
    spells = spells_at(scene, sources)
    late = [ship for ship in scene.on_road if ship.source in sources and is_late(scene, ship)]
    if spells and not spells[0].announced:
        return "bad", spell_note(scene, spells[0])
    if late:
        return "bad", Message("note.late", {"units": sum(ship.units for ship in late)})
    if spells:
        return "warn", spell_note(scene, spells[0])
    return "good", None


def spell_note(scene: Scene, spell: Spell) -> Message:
    """`Port closed: expected 2 to 4 weeks`, or how many days it is off."""
    length = expected(scene.seen, spell)
    name = scene.seen.name("disruption", spell.disruption)
    values = {"name": name, "expected": length, "days": -(-(spell.start - scene.seen.now) // scene.per_day)}
    if spell.announced:
        return Message("note.announced", values)
    return Message("note.active_for" if length else "note.active", values)
