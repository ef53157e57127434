"""From a file or a text to a level, or to all its problems."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import Any

from game import files
from game.level import Level
from game.level.pack import LevelPack
from game.levelfile import form, sense, written
from game.levelfile.positions import BARE, Places, position, scan
from game.levelfile.problems import Finding, Path, Problem, literal
from game.levelfile.sense.draft import Mended
from game.levelfile.sense.world import extras
from game.levelfile.syntax import Reading, parse
from game.message import Message

FORMAT = 1
LARGEST_LEVEL = 1_000_000
LARGEST_DATA = 20_000_000
ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
DATA = re.compile(r"(?:[\w -][\w. -]*/)*[\w -][\w. -]*\.csv")
"""Names of histories: beside the level or in a folder there, never above it."""
Fetch = Callable[[str], str | Message]


class UnreadableError(Exception):
    """A file that cannot be read as text; `message` says why, `line` and `column` where (0: nowhere)."""

    def __init__(self, message: Message, line: int = 0, column: int = 0) -> None:
        super().__init__(message.key)
        self.message = message
        self.line = line
        self.column = column


def load(path: FilePath | str) -> LevelPack | tuple[Problem, ...]:
    """A level file with the data it names, or all its problems."""
    path = FilePath(path)
    try:
        text = read_text(path, LARGEST_LEVEL)
    except UnreadableError as error:
        return (Problem(str(path), error.line, error.column, "", error.message, unreadable=True),)
    return _read(text, str(path), lambda name: _beside(path.parent, name))


def loads(text: str, name: str, data: dict[str, str] | None = None) -> LevelPack | tuple[Problem, ...]:
    """The level of a text; `name` stands in the problems, `data` holds the histories by their file names."""
    if len(text) > LARGEST_LEVEL:
        large = Message("problem.file_large", {"file": name, "most": LARGEST_LEVEL // 1_000_000})
        return (Problem(name, 0, 0, "", large, unreadable=True),)
    held = data or {}
    return _read(text, name, lambda file: held.get(file, Message("problem.data_missing", {"file": file})))


def read_text(path: FilePath, largest: int) -> str:
    """The text of a UTF-8 file without byte order mark; `UnreadableError` with a sentence otherwise."""
    return _decoded(read_bytes(path, largest))


def read_bytes(path: FilePath, largest: int) -> bytes:
    """The content of a file of so many bytes at most; `UnreadableError` with a sentence otherwise."""
    try:
        if path.is_dir():
            raise UnreadableError(Message("problem.file_folder", {"file": str(path)}))
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except FileNotFoundError:
        raise UnreadableError(Message("problem.file_missing", {"file": str(path)})) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(Message("problem.file_closed", {"file": str(path), "reason": reason})) from None
    if len(content) > largest:
        raise UnreadableError(Message("problem.file_large", {"file": str(path), "most": largest // 1_000_000}))
    return content


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(Message("problem.utf16"), 1, 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = position(before.replace("\r\n", "\n") + " ", len(before.replace("\r\n", "\n")))
        sign = content[error.start : error.start + 1].decode("cp1252", "replace")
        raise UnreadableError(Message("problem.not_utf8", {"sign": sign}), line, column) from None


def _beside(folder: FilePath, name: str) -> str | Message:
    try:
        return read_text(folder / name, LARGEST_DATA)
    except UnreadableError as error:
        key = "problem.data_missing" if error.message.key == "problem.file_missing" else "problem.data_unreadable"
        return Message(key, {"file": name, "why": error.message})


def _read(text: str, name: str, fetch: Fetch) -> LevelPack | tuple[Problem, ...]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    reading = parse(plain)
    if reading.stopped:
        return tuple(_slips(name, reading))
    try:
        pack, findings = _judged(text, reading.document, fetch)
    except RecursionError:
        return (Problem(name, 1, 1, "", Message("problem.deep")),)
    places = scan(reading.text)
    odd = {finding.path: finding for finding in written.findings(places)}
    findings = [*odd.values(), *(finding for finding in findings if finding.path not in odd)]
    return pack if pack and not findings and not reading.slips else _problems(name, reading, places, findings)


def _slips(name: str, reading: Reading, others: Sequence[Problem] = ()) -> Iterator[Problem]:
    """The slips of notation, without minor ones of keys about which `others` say more."""
    last = reading.slips[-1] if reading.stopped else None
    for slip in reading.slips:
        message = slip.message
        if slip is last:
            message = Message("problem.stopped", {"what": message})
        elif slip.line in reading.left_out:
            message = Message("problem.left_out", {"what": message})
        key = str(slip.message.values.get("key"))
        if not (slip.minor and any(key in other.path for other in others if other.line == slip.line)):
            yield Problem(name, slip.line, slip.column, "", message)


def _judged(text: str, raw: dict[str, Any], fetch: Fetch) -> tuple[LevelPack | None, list[Finding]]:
    if stop := _format(raw):
        return None, [stop]
    draft = form.read(Level, raw)
    data, missing = _data(raw, fetch)
    wrong = (*draft.findings, *extras(raw), *missing)
    if draft.value is None:
        return None, list(wrong)
    pack = LevelPack(draft.value, text, data)
    elsewhere = frozenset(finding.path for finding in wrong[len(draft.findings) :])
    mended = Mended(draft.removed | elsewhere, draft.filled)
    return pack, [*wrong, *sense.findings(pack, mended)]


def _format(raw: dict[str, Any]) -> Finding | None:
    """What keeps the rest from being judged: a format that is not ours."""
    if "format" not in raw:
        return Finding((), Message("problem.format_missing", {"ours": FORMAT}))
    found = raw["format"]
    if type(found) is int and found == FORMAT:
        return None
    newer = type(found) is int and found > FORMAT
    key = "problem.format_newer" if newer else "problem.format_unknown"
    return Finding(("format",), Message(key, {"found": literal(found), "ours": FORMAT}))


def _data(raw: dict[str, Any], fetch: Fetch) -> tuple[dict[str, str], list[Finding]]:
    """Texts of the histories that streams name, and what is wrong with those names."""
    data: dict[str, str] = {}
    findings = []
    for path, name in _files(raw):
        if not DATA.fullmatch(name):
            findings.append(Finding(path, Message("problem.data_name", {"file": name})))
        elif name not in data:
            content = fetch(name)
            if isinstance(content, Message):
                findings.append(Finding(path, content))
            else:
                data[name] = content
    return data, findings


def histories(text: str) -> tuple[str, ...]:
    """Names of the histories that a level's text asks for; none where it cannot be understood."""
    try:
        raw = files.toml(text.removeprefix("\ufeff"))
    except ValueError:
        return ()
    return tuple(dict.fromkeys(name for _, name in _files(raw) if DATA.fullmatch(name)))


def _files(raw: dict[str, Any]) -> list[tuple[Path, str]]:
    streams = raw.get("stream")
    found: list[tuple[Path, str]] = []
    for i, stream in enumerate(streams if isinstance(streams, list) else ()):
        demand = stream.get("demand") if isinstance(stream, dict) else None
        if isinstance(demand, dict) and demand.get("pattern") == "history" and isinstance(demand.get("file"), str):
            found.append((("stream", i, "demand", "file"), demand["file"]))
    return found


def _problems(name: str, reading: Reading, places: Places, findings: list[Finding]) -> tuple[Problem, ...]:
    """Slips and findings in the order of the file; of lines left out nothing more can be said."""
    raw = reading.document
    all_found = [Problem(name, *places.at(f.path), key_path(raw, f.path), f.message) for f in findings]
    known = [problem for problem in all_found if problem.line not in reading.left_out]
    return tuple(sorted((*_slips(name, reading, known), *known), key=lambda problem: (problem.line, problem.column)))


def key_path(raw: Any, path: Path) -> str:
    """A path for people: `item[tube].offer[rhein].price`, with numbers from 1 where a table has no name."""
    words = ""
    for step in path:
        inner = raw[step] if isinstance(raw, dict) and step in raw else None
        if isinstance(step, int):
            inner = raw[step] if isinstance(raw, list) and step < len(raw) else None
            words += f"[{_name(inner) or step + 1}]"
        else:
            words += f"{'.' if words else ''}{step if BARE.fullmatch(step) else literal(step)}"
        raw = inner
    return words


def _name(table: Any) -> str | None:
    if not isinstance(table, dict):
        return None
    name = table.get("id", table.get("supplier"))
    return name if isinstance(name, str) and ID.fullmatch(name) else None
