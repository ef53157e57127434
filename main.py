"""Milkrun: a training game about just-in-time inventory. Starts the window, or a headless command.

Only the standard library is imported at the top, so that a missing package can be named in a sentence and
spawned workers start fast.
"""

import sys


def main(arguments: list[str]) -> int:
    """Run a command (`check`, `play`, `replay`) or, without one, the window; returns the exit code."""
    from game.commands import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
