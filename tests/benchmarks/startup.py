"""Start to first usable window against a bare PySide6 window with numpy: `python tests/benchmarks/startup.py`.

Both are whole processes, in turn, several times; medians are compared. The aim is at most 1.5 times. Compiled
files are kept, as they are for a player, in a folder of their own; both have run once before the clock starts.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AIM = 1.5
BARE = """
import numpy
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.close)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


def seconds(command: list[str], compiled: str) -> float:
    """Wall time of a process that ends by itself."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> int:
    """Time both, print, and answer 1 when the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        compiled = str(Path(folder) / "compiled")
        ours = [sys.executable, "main.py", "--data", folder, "--quit-after-start"]
        bare = [sys.executable, "-c", BARE]
        for command in (ours, bare):
            seconds(command, compiled)
        pairs = [(seconds(bare, compiled), seconds(ours, compiled)) for _ in range(times)]
    plain, game = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare window {plain:.2f} s, Milkrun {game:.2f} s, {game / plain:.2f} times (aim {AIM})")
    return int(game / plain > AIM)


if __name__ == "__main__":
    sys.exit(main())
