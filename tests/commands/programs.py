"""Starting `main.py` in a process of its own, with another world around it where a test needs one."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
Done = subprocess.CompletedProcess[str]


def main(*arguments: str, before: str = "", after: str = "", **env: str) -> Done:
    """Runs `main.py` without any screen; `before` and `after` are Python lines around it."""
    code = f"import sys\n{before}\nimport main\ncode = main.main({list(arguments)!r})\n{after}\nsys.exit(code)"
    around = {name: value for name, value in os.environ.items() if name not in SCREEN}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**around, "LC_ALL": "en_GB.UTF-8", **env},
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
