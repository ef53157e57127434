"""Level files: a TOML text becomes a `LevelPack`, or all its problems at once, each with line, column and key path.

`syntax` and `positions` know the notation, `form` and `allowed` keys and values, `sense` what belongs together,
`schema` publishes the format for editors.
"""

from game.levelfile.problems import Problem
from game.levelfile.reading import load, loads
from game.levelfile.schema import schema

__all__ = ["Problem", "load", "loads", "schema"]
