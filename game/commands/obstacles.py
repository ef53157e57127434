"""What stands in the way of a window, found before Qt is asked to open one, because Qt would abort.

Standard library only. On Linux the libraries that Qt's wheels expect from the system are tried one by one, and
the display is knocked at; other systems bring both.
"""

import ctypes
import os
import socket
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from game.message import Message

WINDOW_PACKAGES = ("PySide6", "pyqtgraph")
PACKAGES = ("numpy", "platformdirs", "pydantic", "rich", "sqlite_utils")

BASE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
}
XCB = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
LIBRARIES = {"xcb": XCB, "wayland": WAYLAND}


def obstacle() -> Message | None:
    """The first reason why no window can open, None when nothing stands in the way."""
    package = next((name for name in (*PACKAGES, *WINDOW_PACKAGES) if find_spec(name) is None), None)
    if package is not None:
        return _package(package)
    if sys.platform != "linux":
        return None
    return _platforms()


def missing_package(error: ModuleNotFoundError) -> Message:
    """The sentence for an import that failed; a module of ours that is missing is no obstacle, but a bug."""
    package = (error.name or "").partition(".")[0]
    if package in ("", "game", "ui"):
        raise error
    return _package(package)


def missing_library(error: ImportError) -> Message:
    """The sentence for a package that is there and does not load; the loader names the library first."""
    return Message("start.unloadable", {"error": str(error), "headless": Message("start.headless")})


def _package(name: str) -> Message:
    rest = Message("start.headless" if name in WINDOW_PACKAGES else "start.needed")
    return Message("start.package", {"package": name.replace("_", "-"), "headless": rest})


def _libraries(needed: dict[str, str]) -> Message | None:
    missing = [name for name in needed if not _loads(name)]
    if not missing:
        return None
    packages = sorted({needed[name] for name in missing})
    values = {"libraries": ", ".join(missing), "packages": " ".join(packages)}
    return Message("start.libraries", {**values, "headless": Message("start.headless")})


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _platforms() -> Message | None:
    """None if one of the ways to a screen that Qt would try is open, else what closes the first one."""
    reasons = [_platform(name) for name in _wanted()]
    return None if None in reasons else reasons[0]


def _wanted() -> list[str]:
    """Names of Qt's platforms in the order in which Qt tries them."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return [part.partition(":")[0] for part in asked.split(";")]
    wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if wayland else ["xcb"]


def _platform(name: str) -> Message | None:
    display = DISPLAYS.get(name)
    missing = _plugin(name) or _libraries({**BASE, **LIBRARIES.get(name, {})})
    return missing or (display() if display else None)


def _plugin(name: str) -> Message | None:
    """A platform that this Qt does not have; None where its plugins lie elsewhere (a system's own Qt)."""
    found = find_spec("PySide6")
    places = (found and found.submodule_search_locations) or ()
    known = sorted(
        path.stem.removeprefix("libq")
        for place in places
        for path in (Path(place) / "Qt" / "plugins" / "platforms").glob("libq*.so")
    )
    if not known or name in known:
        return None
    return Message("start.platform", {"name": name, "known": ", ".join(known), **_headless()})


def _headless() -> dict[str, Message]:
    return {"headless": Message("start.headless")}


def _x_display() -> Message | None:
    """Connects as Qt would, through libxcb, which knows all forms of address and the authority file."""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return Message("start.display", _headless())
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return Message("start.unreachable", {"display": display, **_headless()}) if failed else None


def _wayland_display() -> Message | None:
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    with socket.socket(socket.AF_UNIX) as knock:
        try:
            knock.connect(str(path))
        except OSError:
            return Message("start.unreachable", {"display": name, **_headless()})
    return None


DISPLAYS: dict[str, Callable[[], Message | None]] = {"xcb": _x_display, "wayland": _wayland_display}
