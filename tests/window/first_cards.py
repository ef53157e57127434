"""Plays First cards in a real window as a person would, by mouse and keys. Run by hand:

    python tests/window/first_cards.py [FOLDER]

Needs Xvfb, openbox and xdotool (Debian: `apt-get install xvfb openbox xdotool imagemagick`). Starts the game on a
screen of its own with an empty data folder, reads the briefing, answers the prediction, sets the cards of both
loops, plays all weeks and looks at the debrief; pictures go to FOLDER. Ends with 1 unless the run earned a star in
at most sixty actions.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCREEN = ":91"
MOST_ACTIONS = 60
TURNS = 13
PATIENCE = 40.0
LOOPS = {"tube": ((310, 366), "8"), "frames": ((701, 366), "5")}
"""Where the two racks stand in a window of 1280 x 800, and the cards to set."""
sys.path.insert(0, str(ROOT))
PLAYED_BACK = 1.5
"""Seconds after which a turn at the fast pace has been played back: a key before that would only skip it."""


class Hand:
    """Moves the mouse and presses keys on the screen, and counts."""

    def __init__(self, pictures: Path) -> None:
        self.pictures, self.actions = pictures, 0
        pictures.mkdir(parents=True, exist_ok=True)

    def key(self, *keys: str) -> None:
        self._do("key", *keys)

    def type(self, text: str) -> None:
        self._do("type", text)

    def click(self, window: str, x: int, y: int) -> None:
        """Click at a place of a window."""
        self._do("mousemove", "--window", window, str(x), str(y), "click", "1")

    def look(self, name: str) -> None:
        """Take a picture."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", self.pictures / f"{name}.png"], env=_screen(), check=True)

    def _do(self, *words: str) -> None:
        self.actions += 1
        subprocess.run(["xdotool", *words], env=_screen(), check=True)
        time.sleep(0.7)


Choose = Callable[[Hand, str, str], None]


def _screen() -> dict[str, str]:
    return {**os.environ, "DISPLAY": SCREEN}


@contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program on the screen, ended at the end."""
    program = subprocess.Popen(command, env=_screen(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield program
    finally:
        program.terminate()
        program.wait(10)


def wait_for_window(title: str) -> str:
    """The number of a visible window whose title holds the words; TimeoutError when none comes."""
    end = time.monotonic() + PATIENCE
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < end:
        found = subprocess.run(search, env=_screen(), capture_output=True, text=True, check=False).stdout.split()
        if found:
            time.sleep(1.0)
            return found[-1]
        time.sleep(0.3)
    raise TimeoutError(f"no window called {title!r}")


def by_mouse(hand: Hand, window: str, loop: str) -> None:
    """Choose a loop by a click on its rack; Enter goes to its cards."""
    hand.click(window, *LOOPS[loop][0])
    hand.key("Return")


def play(hand: Hand, choose: Choose) -> None:
    """The level from the first page to the debrief; `choose` leads to the cards of a loop."""
    wait_for_window("Milkrun")
    hand.look("1-home")
    hand.key("Return")
    wait_for_window("Briefing")
    hand.look("2-briefing")
    hand.key("shift+Tab")
    hand.key("space")
    hand.look("3-predicted")
    hand.key("Tab")
    hand.key("Return")
    window = wait_for_window("First cards")
    for loop, (_, cards) in LOOPS.items():
        choose(hand, window, loop)
        hand.key("ctrl+a")
        hand.type(cards)
        hand.key("Return")
        hand.look(f"4-{loop}")
    for turn in range(TURNS):
        hand.key("F5")
        time.sleep(PLAYED_BACK)
        if turn == 4:
            hand.look("5-middle")
    time.sleep(2)
    hand.look("6-debrief")
    hand.key("Escape")


def stars(data: Path) -> int:
    """Stars of the run that was kept, -1 when none was finished."""
    from game.playing import library

    shelf = library.open(data)
    runs = [run for run in shelf.runs() if run.finished]
    return -1 if not runs or runs[0].stars is None else runs[0].stars


def main(arguments: list[str], choose: Choose = by_mouse) -> int:
    """Play; the exit code says whether it went as it should."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        hand, data = Hand(Path(arguments[0]) if arguments else Path(folder) / "pictures"), Path(folder) / "data"
        data.mkdir()
        (data / "window.ini").write_text("[General]\npace=fast\n", "utf-8")
        with started("Xvfb", SCREEN, "-screen", "0", "1440x900x24"):
            time.sleep(1)
            with started("openbox"), started(sys.executable, str(ROOT / "main.py"), "--data", str(data)):
                play(hand, choose)
        earned = stars(data)
    print(f"{hand.actions} actions, {earned} stars")
    return 0 if earned >= 1 and hand.actions <= MOST_ACTIONS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
