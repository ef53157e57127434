"""What hinders the window is said in a sentence, with exit code 3, where Qt alone would abort."""

import ast
import sys
from pathlib import Path

import pytest

from tests.commands.programs import ROOT, Done, main

HEADLESS = (
    "The commands without a window still work: check, coach, manual, play, proofs, prove, replay, report, schema and "
    "store. See “main.py --help”."
)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries and display to the user")
WITHOUT = """
import ctypes
real = ctypes.CDLL
def fake(name, *rest, **more):
    if name in {missing}:
        raise OSError(name + ": cannot open shared object file: No such file or directory")
    return real(name, *rest, **more)
ctypes.CDLL = fake
"""


def said(done: Done) -> str:
    assert done.returncode == 3, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


@LINUX
def test_no_display() -> None:
    sentence = said(main())
    assert sentence.startswith("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    assert sentence.endswith(HEADLESS)


@LINUX
def test_no_display_in_german() -> None:
    assert said(main(LC_ALL="de_DE.UTF-8")).startswith("Es gibt keinen Bildschirm:")


@LINUX
@pytest.mark.parametrize("display", [":987", "localhost:987.0", "nonsense"])
def test_a_display_that_does_not_answer(display: str) -> None:
    sentence = said(main(DISPLAY=display))
    assert sentence.startswith(f"The display “{display}” cannot be reached")
    assert sentence.endswith(HEADLESS)


@LINUX
def test_a_wayland_display_that_does_not_answer() -> None:
    before = WITHOUT.replace("{missing}", "()")
    sentence = said(main(before=before, WAYLAND_DISPLAY="wayland-987", XDG_RUNTIME_DIR="/nonexistent"))
    assert "wayland-987" in sentence or "libwayland" in sentence


@LINUX
def test_missing_libraries_are_named_with_their_packages() -> None:
    before = WITHOUT.replace("{missing}", "('libEGL.so.1', 'libxkbcommon.so.0')")
    sentence = said(main(before=before, QT_QPA_PLATFORM="offscreen"))
    assert "missing: libEGL.so.1, libxkbcommon.so.0." in sentence
    assert "“apt-get install libegl1 libxkbcommon0”" in sentence
    assert sentence.endswith(HEADLESS)


@LINUX
def test_missing_libraries_of_the_x_platform() -> None:
    before = WITHOUT.replace("{missing}", "('libxcb-cursor.so.0', 'libGL.so.1')")
    assert "“apt-get install libgl1 libxcb-cursor0”" in said(main(before=before, DISPLAY=":987"))


@LINUX
def test_a_platform_that_qt_does_not_have() -> None:
    sentence = said(main(QT_QPA_PLATFORM="nonsense"))
    assert sentence.startswith("QT_QPA_PLATFORM asks for “nonsense”, which Qt does not have; it has ")
    assert "offscreen" in sentence


@pytest.mark.parametrize("package", ["PySide6", "pyqtgraph"])
def test_a_missing_package_of_the_window(package: str) -> None:
    sentence = said(main(before=f"sys.modules[{package!r}] = None"))
    assert sentence.startswith(f"The Python package “{package}” is missing. Start the game with “uv run main.py”")
    assert sentence.endswith(HEADLESS)


@pytest.mark.parametrize("arguments", [[], ["play", "first-cards"]])
def test_a_missing_package_of_the_game(arguments: list[str]) -> None:
    sentence = said(main(*arguments, before="sys.modules['numpy'] = None"))
    assert sentence.startswith("The Python package “numpy” is missing.")
    assert sentence.endswith("The commands without a window need it too.")


def test_a_library_that_does_not_load_whatever_it_is() -> None:
    before = """
class Broken:
    def find_spec(self, name, path=None, target=None):
        if name == 'ui.app':
            raise ImportError('libodd.so.7: cannot open shared object file')
sys.meta_path.insert(0, Broken())
"""
    sentence = said(main(before=before, QT_QPA_PLATFORM="offscreen"))
    assert sentence.startswith("The window's library does not load: libodd.so.7:")


def test_a_missing_module_of_the_game_itself_is_a_bug_and_shown_as_one() -> None:
    done = main("play", "first-cards", before="sys.modules['game.run'] = None")
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr


def test_an_old_python() -> None:
    sentence = said(main(before="sys.version_info = (3, 9, 2)"))
    assert sentence == "Milkrun needs Python 3.11 or newer; this is 3.9."


def test_an_old_python_can_read_the_file() -> None:
    ast.parse((ROOT / "main.py").read_text("utf-8"), feature_version=(3, 7))


def test_spawned_processes_import_nothing_but_the_standard_library() -> None:
    code = "import main; assert not {'numpy', 'PySide6', 'game', 'ui'} & set(sys.modules), sys.modules"
    done = main("--help", before=code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_window_opens_where_nothing_hinders(tmp_path: Path) -> None:
    done = main("--quit-after-start", "--data", str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr


def test_a_window_opens_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = main("--quit-after-start", "--data", str(tmp_path / "file"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
