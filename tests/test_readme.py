"""The README's commands and links hold."""

import re
from pathlib import Path

from game import commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [line for line in README.splitlines() if line.startswith("$(command -v sudo) apt-get update")]


def test_there_is_one_command_to_play_and_one_to_test_on_the_same_ground() -> None:
    play, test = COMMANDS
    ground, _, tail = play.rpartition(" run main.py")
    assert tail == ""
    assert test == f"{ground} run --group test pytest"


def test_ci_runs_the_test_command() -> None:
    lines = README.splitlines()
    place = lines.index("<!-- test command -->")
    assert lines[place + 2] == COMMANDS[1]
    assert "<!-- test command -->" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_is_described() -> None:
    assert all(f"`main.py {name}" in README for name in commands.COMMANDS)
