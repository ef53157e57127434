"""The reference cases as a table in Markdown, by hand: `python -m tests.reference.table [--long]`.

Runs the tests that name a case and writes down what they compare: case, what is compared, expected, found, tolerance.
Comparisons with nothing outside the test (a sound state, an order of costs) are left out.
"""

import re
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reference.test_coverage import ALL, AREAS, HERE, IN_NAME, IN_TEXT

COMPARED = re.compile(r"^(?P<found>.+?) (?P<sign>==|<=|>=|<|>) (?P<expected>[^\n]+)", re.DOTALL)
ABOUT = re.compile(r"^(?P<value>.+) ± (?P<tolerance>[^ )\]]+)$")
SUM = re.compile(r"[-+*/() .\de]*\d[-+*/() .\de]*")
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")
WRAPPED = re.compile(r"np\.\w+\(([^()]+)\)")
WIDEST = 70


class Row(NamedTuple):
    """A comparison that held."""

    case: str
    what: str
    expected: str
    found: str
    tolerance: str


class Recorder:
    """A plugin of pytest that keeps what assertions compared."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.failed: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only tests that name a case."""
        items[:] = [item for item in items if _cases(item)]

    def pytest_assertion_pass(self, item: pytest.Item, orig: str, expl: str) -> None:
        """Note a comparison of figures."""
        first = expl.partition("\n")[0]
        shown = COMPARED.match(first.removeprefix("(") if " and " in orig else first)
        if shown and NUMBER.search(shown["expected"]):
            sign, (expected, tolerance) = shown["sign"], _about(shown["expected"])
            bound = expected if sign == "==" else f"{sign} {expected}"
            what = _short(orig.partition(f" {sign} ")[0])
            row = (what, _short(bound), _short(_plain(shown["found"])), "" if sign != "==" else tolerance)
            self.rows += [Row(case, *row) for case in _cases(item)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that failed."""
        if report.failed:
            self.failed.append(report.nodeid)


def _cases(item: pytest.Item) -> list[str]:
    """Cases in a test's name, else in its first sentence or its parameters."""
    met = IN_NAME.findall(f"def {item.name}(")
    names = [f"{group.upper()}-{number}" for group, numbers in met for number in numbers[1:].split("_")]
    called = [f"{group}-{number}" for group, number in IN_TEXT.findall(item.name)]
    doc = getattr(getattr(item, "function", None), "__doc__", "") or ""
    told = [f"{group}-{number}" for group, number in IN_TEXT.findall(doc)]
    return sorted(set(called or names or told) & ALL)


def _about(expected: str) -> tuple[str, str]:
    found = ABOUT.match(expected)
    return (_plain(found["value"]), f"± {_plain(found['tolerance'])}") if found else (_plain(expected), "exact")


def _plain(shown: str) -> str:
    """Numbers with seven digits at most, sums and quotients of them worked out."""
    plain = WRAPPED.sub(r"\1", shown)
    if SUM.fullmatch(plain) and plain.count("(") == plain.count(")"):
        plain = str(eval(plain, {"__builtins__": {}}))  # noqa: S307  digits and signs alone
    return NUMBER.sub(lambda met: f"{float(met[0]):.7g}", plain)


def _short(shown: str) -> str:
    one_line = " ".join(shown.split()).replace("|", "\\|")
    return one_line if len(one_line) <= WIDEST else one_line[: WIDEST - 2] + " …"


def main(options: list[str]) -> int:
    """Run the tests and print the table, sorted by case; 1 when a test failed."""
    recorder = Recorder()
    folders = [str(HERE.parent / area) for area in AREAS]
    with tempfile.TemporaryDirectory() as cache, redirect_stdout(StringIO()):
        sys.pycache_prefix = cache
        sys.dont_write_bytecode = True
        hooks = ["-o", "enable_assertion_pass_hook=true", "-p", "no:randomly", "-p", "no:cacheprovider"]
        pytest.main([*hooks, *options, *folders], plugins=[recorder])
    print("| case | what | expected | found | tolerance |\n| --- | --- | --- | --- | --- |")
    for row in sorted(dict.fromkeys(recorder.rows), key=lambda row: row.case):
        print("| " + " | ".join(row) + " |")
    for test in recorder.failed:
        print(f"\nfailed: {Path(test).name}")
    return int(bool(recorder.failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
