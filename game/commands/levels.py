"""Finding what a command names: a level by its file or the id of a shipped one, a run by its file."""

from difflib import get_close_matches
from pathlib import Path

from game import levelfile
from game.commands import CommandError
from game.level.pack import LevelPack
from game.message import Message
from game.run import Run, RunError, Saved, load_file, opened, resume

SHIPPED = Path(__file__).resolve().parents[2] / "levels"


def find_level(name: str) -> LevelPack:
    """The level of a path or an id; raises `CommandError` with what is wrong: 1 for mistakes, 2 for none."""
    path = Path(name)
    if not path.is_file():
        path = SHIPPED / f"{name}.toml"
    if not path.is_file():
        raise CommandError(Message("command.play.no_level", {"level": name, "known": _known(name)}))
    pack = levelfile.load(path)
    if isinstance(pack, LevelPack):
        return pack
    raise _mistakes(path, pack)


def find_run(path: Path) -> tuple[Saved, Run]:
    """The run of a file, as kept and played again; raises `CommandError`."""
    try:
        saved = load_file(path)
        return saved, resume(saved, opened(saved, levelfile.loads))
    except RunError as error:
        raise CommandError(error.message) from error


def _mistakes(path: Path, problems: tuple[levelfile.Problem, ...]) -> CommandError:
    first = problems[0]
    place = {"path": str(path), "line": str(first.line), "column": str(first.column), "problem": first.message}
    if first.unreadable:
        return CommandError(first.message)
    return CommandError(Message("command.play.mistakes", {**place, "count": len(problems)}), 1)


def _known(name: str) -> str:
    ids = sorted(path.stem for path in SHIPPED.glob("*.toml"))
    return ", ".join(get_close_matches(name, ids) or ids)
