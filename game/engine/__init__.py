"""The engine: a turn is a pure function of plant, state, decisions and tape.

`opening` gives the state before the first period, `advance` plays one turn. No clock, file, window or global
random state is touched; all quantities are whole numbers, so that a run gives the same digits everywhere.
"""

from game.engine.advance import advance
from game.engine.opening import opening

__all__ = ["advance", "opening"]
