"""Where each key of a TOML text stands: key path -> line and column.

`tomllib` gives values without places. This scanner walks the same text and notes where the text of each key
begins (elements of lists: where the element begins). It reads all of TOML 1.0 but judges little; what it cannot
follow ends the walk, with the brackets open at that point and the keys seen twice kept for `syntax`.
"""

import re
from dataclasses import dataclass, field

from game.levelfile.problems import Path

BARE = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}' r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?!"")(?:[^"\\\n]|\\[^\n])*"' r"|'(?!'')[^'\n]*'",
    re.DOTALL,
)  # fmt: skip
BLANK = re.compile(r"[ \t]*")
SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
SCALAR = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^,\]}\s#]+|[^,\]}\s#]+")
ESCAPE = re.compile(r'\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|["\\bfnrt])')
ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


class LostError(ValueError):
    """The text is not TOML from `at` on."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass
class Places:
    """What a walk found: `keys` path -> offset; `twice` (first, second) offsets; `open` brackets at its end.

    `lost` is the offset from which the text could not be followed.
    """

    text: str
    keys: dict[Path, int] = field(default_factory=dict)
    twice: list[tuple[Path, int, int]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    lost: int | None = None

    def at(self, path: Path) -> tuple[int, int]:
        """Line and column of a path, or of the nearest table around it; the first key for the root."""
        while path and path not in self.keys:
            path = path[:-1]
        return position(self.text, self.keys[path] if path else min(self.keys.values(), default=0))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def scan(text: str) -> Places:
    """Walk a TOML text whose line ends are `\\n`."""
    scanner = _Scanner(text)
    try:
        scanner.document()
    except LostError as error:
        scanner.places.lost = error.at
    except RecursionError:
        scanner.places.lost = scanner.offset
    return scanner.places


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.places = Places(text)
        self.lists: dict[Path, int] = {}
        self.values: set[Path] = set()

    def document(self) -> None:
        table: Path = ()
        self._skip(SPACE)
        while self.offset < len(self.text):
            table = self._header() if self._next("[") else self._pair(table)
            self._skip(BLANK)
            if self.offset < len(self.text) and self.text[self.offset] not in "\r\n#":
                raise LostError(self.offset)
            self._skip(SPACE)

    def _header(self) -> Path:
        many = self._next("[[")
        self.places.open.append(self.offset)
        self.offset += 2 if many else 1
        path: Path = ()
        keys = self._keys()
        for last, (key, offset) in zip([False] * (len(keys) - 1) + [True], keys, strict=True):
            path = (*path, key)
            if last:
                path = self._declare(path, offset, many)
            else:
                self.places.keys.setdefault(path, offset)
                path = self._current(path)
        if not self._next("]]" if many else "]"):
            raise LostError(self.offset)
        self.offset += 2 if many else 1
        self.places.open.pop()
        return path

    def _declare(self, path: Path, offset: int, many: bool) -> Path:
        if not many:
            if path in self.values or path in self.lists:
                self.places.twice.append((path, self.places.keys[path], offset))
            self.values.add(path)
            self.places.keys[path] = offset
            return self._current(path)
        if path in self.values:
            self.places.twice.append((path, self.places.keys[path], offset))
        self.places.keys.setdefault(path, offset)
        self.lists[path] = self.lists.get(path, -1) + 1
        path = self._current(path)
        self.places.keys[path] = offset
        return path

    def _current(self, path: Path) -> Path:
        return (*path, self.lists[path]) if path in self.lists else path

    def _pair(self, table: Path) -> Path:
        path = table
        for key, offset in self._keys():
            path = (*path, key)
            last = offset
            self.places.keys.setdefault(path, offset)
        if path in self.values:
            self.places.twice.append((path, self.places.keys[path], last))
        self.values.add(path)
        if not self._next("="):
            raise LostError(self.offset)
        self.offset += 1
        self._skip(BLANK)
        self._value(path)
        return table

    def _keys(self) -> list[tuple[str, int]]:
        keys = []
        while True:
            self._skip(BLANK)
            start = self.offset
            if match := BARE.match(self.text, start):
                key = match[0]
            elif (match := STRING.match(self.text, start)) and "\n" not in match[0]:
                key = unquoted(match[0])
            else:
                raise LostError(start)
            keys.append((key, start))
            self.offset = match.end()
            self._skip(BLANK)
            if not self._next("."):
                return keys
            self.offset += 1

    def _value(self, path: Path) -> None:
        if self._next("["):
            self._list(path)
        elif self._next("{"):
            self._inline(path)
        elif match := STRING.match(self.text, self.offset):
            self.offset = match.end()
        elif self.offset < len(self.text) and self.text[self.offset] in "\"'":
            self.places.open.append(self.offset)
            raise LostError(self.offset)
        elif match := SCALAR.match(self.text, self.offset):
            self.offset = match.end()
        else:
            raise LostError(self.offset)

    def _list(self, path: Path) -> None:
        self.places.open.append(self.offset)
        self.offset += 1
        self._skip(SPACE)
        count = 0
        while not self._next("]"):
            self.places.keys[(*path, count)] = self.offset
            self._value((*path, count))
            count += 1
            self._skip(SPACE)
            if self._next(","):
                self.offset += 1
                self._skip(SPACE)
            elif not self._next("]"):
                raise LostError(self.offset)
        self.offset += 1
        self.places.open.pop()

    def _inline(self, path: Path) -> None:
        self.places.open.append(self.offset)
        self.offset += 1
        self._skip(BLANK)
        while not self._next("}"):
            self._pair(path)
            self._skip(BLANK)
            if self._next(","):
                self.offset += 1
                self._skip(BLANK)
                if self._next("}"):
                    raise LostError(self.offset)
            elif not self._next("}"):
                raise LostError(self.offset)
        self.offset += 1
        self.places.open.pop()

    def _next(self, expected: str) -> bool:
        return self.text.startswith(expected, self.offset)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.offset)
        self.offset = match.end() if match else self.offset


def unquoted(text: str) -> str:
    """The content of a quoted key."""
    if text.startswith("'"):
        return text[1:-1]
    return ESCAPE.sub(_unescape, text[1:-1])


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    return ESCAPED[code] if code in ESCAPED else chr(int(code[1:], 16))
