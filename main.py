"""Milkrun: a training game about just-in-time inventory. Starts the window, or a command without one.

Only the standard library is imported at the top, so that a missing package can be named in a sentence and
spawned workers start fast. The syntax stays old, so that an old Python gets a sentence too. Exit code 3 says
that the game cannot start.
"""

import sys

OLDEST = (3, 11)


def main(arguments: "list[str]") -> int:
    """Run a command (`check`, `play`, ...) or, without one, the window; returns the exit code."""
    if sys.version_info < OLDEST:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        print(f"Milkrun needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 3
    try:
        from game.commands import run

        code = run(arguments, _write_pdf)
        return _window(arguments) if code is None else code
    except ModuleNotFoundError as missing:
        from game.commands.obstacles import missing_package

        return _give_up(missing_package(missing))


def _window(arguments: "list[str]") -> int:
    """Open the window, or say what stands in the way; Qt by itself would abort."""
    from game.commands.obstacles import missing_library, obstacle

    hindered = obstacle()
    if hindered is not None:
        return _give_up(hindered)
    try:
        from ui.app import run
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        return _give_up(missing_library(error))
    return run(arguments)


def _write_pdf(document: object, path: object) -> None:
    """Write a report as PDF; that takes the window's packages, but no window."""
    from game.commands.obstacles import missing_library

    try:
        from ui.report import write_headless
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        sys.exit(_give_up(missing_library(error)))
    write_headless(document, path)  # type: ignore[arg-type]


def _give_up(message: object) -> int:
    from game.commands import system_language
    from game.message import show

    print(show(message, system_language()), file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
