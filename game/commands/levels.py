"""Finding the level that a command names: a file, or the id of a shipped level."""

from difflib import get_close_matches
from pathlib import Path

from game import levelfile
from game.commands import CommandError
from game.level.pack import LevelPack
from game.message import Message

SHIPPED = Path(__file__).resolve().parents[2] / "levels"


def find_level(name: str) -> LevelPack:
    """The level of a path or an id; raises `CommandError` with what is wrong: 1 for mistakes, 2 when there is none."""
    path = Path(name)
    if not path.is_file():
        path = SHIPPED / f"{name}.toml"
    if not path.is_file():
        raise CommandError(Message("command.play.no_level", {"level": name, "known": _known(name)}))
    pack = levelfile.load(path)
    if isinstance(pack, LevelPack):
        return pack
    problem = pack[0]
    place = {"file": problem.file, "line": str(problem.line), "column": str(problem.column), "path": str(path)}
    raise CommandError(Message("command.play.mistakes", {**place, "problem": problem.message, "count": len(pack)}), 1)


def _known(name: str) -> str:
    ids = sorted(path.stem for path in SHIPPED.glob("*.toml"))
    return ", ".join(get_close_matches(name, ids) or ids)
