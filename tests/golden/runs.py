"""Ten runs whose digests are fixed: the shipped levels, and seven small ones that meet all there is.

    python tests/golden/runs.py

records the digests anew: after a change of the rules, never to make a test pass.
"""

import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import levelfile  # noqa: E402
from game.coach import policies  # noqa: E402
from game.level.pack import LevelPack  # noqa: E402
from game.run import Run  # noqa: E402

FOLDER = Path(__file__).resolve().parent
DIGESTS = FOLDER / "digests.toml"
SHIPPED = ("first-cards", "corner-bakery", "pedal-and-sons")
READ = ("full", "market", "production", "projects", "supply")
OWN = ("debts", "all-changes")
FILES = (
    {name: ROOT / "levels" / f"{name}.toml" for name in SHIPPED}
    | {name: ROOT / "tests" / "levelfile" / "good" / f"{name}.toml" for name in READ}
    | {name: FOLDER / "levels" / f"{name}.toml" for name in OWN}
)


@cache
def played(name: str) -> Run:
    """A run by the level's plan `taught`, seed 1."""
    pack = levelfile.load(FILES[name])
    assert isinstance(pack, LevelPack), pack
    return policies.play(pack, 1, policies.for_level(pack)["taught"])


def main() -> None:
    """Record all."""
    lines = [f'{name} = "{played(name).digest()}"\n' for name in FILES]
    DIGESTS.write_text("".join(lines), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
