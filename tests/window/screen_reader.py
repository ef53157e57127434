"""Reads the real window as a screen reader does, over the accessibility bus. Run by hand, with the system's Python:

    python3 tests/window/screen_reader.py

Needs Xvfb, openbox, xdotool, dbus, at-spi2-core, python3-pyatspi and gir1.2-atspi-2.0 from Debian. Starts the game
with an empty data folder on a screen and a session bus of their own, goes by keys from Home to the third turn of First
cards, over the other pages and to a policy board, and asks on each page for every thing that can have the focus. Ends
with 1 when one of them has no name, when a page has none, or when a turn's outcome was not announced.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
GAME = ROOT / ".venv" / "bin" / "python"
SCREEN = ":93"
PATIENCE = 40.0
BOARD = "12. Two of everything?"
STEPS = (
    ("Home", ()),
    ("Briefing", ("Return",)),
    ("Play", ("shift+Tab", "space", "Tab", "Return")),
    ("Play after a turn", ("F5",)),
    ("Play after three turns", ("F5", "F5")),
    ("Charts", ("ctrl+2",)),
    ("Books", ("ctrl+3",)),
    ("Suppliers", ("ctrl+4",)),
    ("Projects", ("ctrl+5",)),
    ("Settings", ("ctrl+comma",)),
    ("Help", ("Escape", "F1")),
    ("Debrief", ("Escape", *("F5",) * 10)),
    ("Levels", ("Escape", "@Levels")),
    ("Lesson plans", ("@All lesson plans",)),
    ("Proofs", ("@How hard?",)),
    ("Test", ("Escape", "Escape", "@Before: not taken")),
    ("Own store", ("Escape", "@Which levels: Sandboxes")),
    ("Own levels", ("@Which levels: Own levels",)),
    ("Runs", ("@Your runs",)),
    ("Replay", ("@Replay", "F5")),
    ("Briefing of a level with a board", ("Escape", "Escape", f"@{BOARD}", f"@{BOARD}")),
    ("Policy board", ("@Start", "ctrl+6")),
)
"""Pages, and how they are reached: keys, or `@` and the name of a button that is pressed over the bus."""


def main() -> int:
    """Start a bus and a screen, then read."""
    if "--inside" not in sys.argv:
        return subprocess.call(["dbus-run-session", "--", sys.executable, __file__, "--inside"], env=_screen())
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "window.ini").write_text("[General]\npace=fast\nunlocked=yes\nlanguage=en\n", "utf-8")
        programs = [_start("Xvfb", SCREEN, "-screen", "0", "1440x900x24")]
        time.sleep(1)
        try:
            programs += [_start("openbox"), _start(str(GAME), str(ROOT / "main.py"), "--data", data)]
            return Reader().read()
        finally:
            for program in reversed(programs):
                program.terminate()
                program.wait(10)


class Reader:
    """Walks the tree of the game's window and collects what was announced."""

    def __init__(self) -> None:
        import pyatspi  # type: ignore[import-not-found]

        self.bus, self.announced = pyatspi, []
        pyatspi.Registry.registerEventListener(lambda event: self.announced.append(str(event.any_data)), ANNOUNCEMENT)

    def read(self) -> int:
        """The exit code."""
        window, faults = self._window(), 0
        for page, keys in STEPS:
            for key in keys:
                self._press(window, key)
            things = self._things(window)
            nameless = [thing for thing in things if not thing.name.strip()]
            print(f"{page}: {len(things)} things that can have the focus, {len(nameless)} without a name")
            for thing in nameless:
                print("   ", thing.getRoleName(), _path(thing))
            faults += len(nameless) + (not things)
        print(f"announced: {len(self.announced)}", *self.announced, sep="\n    ")
        return 0 if faults == 0 and self.announced else 1

    def _things(self, window: Any) -> list[Any]:
        """All that can have the focus, once the page is there."""
        end = time.monotonic() + PATIENCE
        while not (found := list(self._focusable(window))) and time.monotonic() < end:
            self._pause(0.5)
        return found

    def _press(self, window: Any, key: str) -> None:
        if key.startswith("@"):
            next(thing for thing in self._focusable(window) if thing.name == key[1:]).queryAction().doAction(0)
        else:
            subprocess.run(["xdotool", "key", key], env=_screen(), check=True)
        self._pause(2.0)

    def _window(self) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._pause(0.5)
            for program in self.bus.Registry.getDesktop(0):
                if program is not None and "milkrun" in program.name.lower() and program.childCount:
                    self._pause(2.0)
                    return program
        raise TimeoutError("the game does not show itself on the accessibility bus")

    def _focusable(self, thing: Any) -> Iterator[Any]:
        states = thing.getState()
        if states.contains(self.bus.STATE_FOCUSABLE) and states.contains(self.bus.STATE_SHOWING):
            yield thing
        for child in thing:
            if child is not None:
                yield from self._focusable(child)

    def _pause(self, seconds: float) -> None:
        from gi.repository import GLib  # type: ignore[import-not-found]

        context, end = GLib.MainContext.default(), time.monotonic() + seconds
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            time.sleep(0.02)


ANNOUNCEMENT = "object:announcement"


def _path(thing: Any) -> str:
    names = []
    while thing is not None and len(names) < 6:
        names.append(f"{thing.getRoleName()} {thing.name!r}")
        thing = thing.parent
    return " < ".join(names)


def _start(*command: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, env=_screen(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _screen() -> dict[str, str]:
    return {**os.environ, "DISPLAY": SCREEN, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


if __name__ == "__main__":
    sys.exit(main())
