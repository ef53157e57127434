"""The timeline: units sold by turn, and what has happened or is announced."""

import numpy as np

from game.level import Disruption
from game.playing.scene import Scene
from game.playing.views import Band, Timeline
from game.why import Spell
from game.why.world import expected, mood


def timeline(scene: Scene) -> Timeline:
    """Turns played, units sold, disruptions as bands in turns."""
    sold = [int(scene.history.total_flow("sold", slice(turn, turn + 1)).sum()) for turn in range(scene.run.turn)]
    bands = tuple(_band(scene, spell) for spell in scene.seen.spells())
    return Timeline(scene.level.calendar.turns, scene.run.turn, tuple(sold), bands)


def _band(scene: Scene, spell: Spell) -> Band:
    disruption = scene.level.disruption[spell.disruption]
    days = announced_days(disruption)
    usual = None if days is None or spell.end is not None else days * scene.per_day
    return Band(
        name=scene.seen.name("disruption", spell.disruption),
        start=in_turns(scene, spell.start),
        end=None if spell.end is None else in_turns(scene, spell.end),
        expected_end=None if usual is None else in_turns(scene, max(spell.start + usual, scene.seen.now)),
        mood=mood(scene.seen, spell),
        announced=spell.announced,
        expected=expected(scene.seen, spell),
    )


def announced_days(disruption: Disruption) -> float | None:
    """The longest it is announced to last, else how long such things usually last; None where nobody can say."""
    if disruption.expected_days:
        return disruption.expected_days
    return disruption.chance.mean_days if disruption.chance else None


def in_turns(scene: Scene, period: float) -> float:
    """A period as turns since the start, 2.5 in the middle of the third turn."""
    starts = scene.plant.clock.turn_starts
    return float(np.interp(period, starts, range(len(starts))))
