"""Each case of the reference list is named by a test, or the README says why not."""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
AREAS = ("reference", "measures", "coach")
CASES = {
    "BG": "01 02 03 04 09",
    "INV": "01 02 03 05 07 08 09 10 11 12 13 15 16 18 20 21 22 23 24 26 28 30 32 34 35 37 38 40",
    "FL": "01 02 03 05 06 08 09 11 13 15 16 17 18 20 22",
    "FIN": "01 03 05 06 07 08 10 11 13",
    "DIS": "01 03 06 07 08 09 10 12 13",
    "PER": "01 03 04",
}
ALL = {f"{group}-{number}" for group, numbers in CASES.items() for number in numbers.split()}
IN_TEXT = re.compile(r"\b([A-Z]+)-(\d\d)\b")
IN_NAME = re.compile(r"def test_([a-z]+)((?:_\d\d)+)")


def named() -> set[str]:
    """Cases in names and sentences of tests."""
    paths = [path for area in AREAS for path in (HERE.parent / area).glob("*.py") if path.name != Path(__file__).name]
    text = "\n".join(path.read_text("utf-8") for path in paths)
    names = {
        f"{group.upper()}-{number}" for group, rest in IN_NAME.findall(text) for number in rest.split("_") if number
    }
    return names | {f"{group}-{number}" for group, number in IN_TEXT.findall(text)}


def excused() -> set[str]:
    """Cases with a row in the README's table."""
    rows = re.findall(r"^\| ([A-Z]+-\d\d) \|.*\| (.+) \|$", (HERE / "README.md").read_text("utf-8"), re.MULTILINE)
    return {case for case, reason in rows if reason}


def test_every_case_is_met_or_excused() -> None:
    assert ALL - named() - excused() == set()


def test_no_case_is_both() -> None:
    assert excused() & named() == set()
    assert excused() <= ALL
