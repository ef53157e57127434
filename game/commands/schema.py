"""`schema [FILE]`: writes the format of level files as a JSON Schema, for editors that complete and explain it."""

import argparse
import json
from pathlib import Path

from game import levelfile
from game.commands.tables import write
from game.message import Message, render

SHIPPED = Path(__file__).resolve().parent.parent.parent / "assets" / "level.schema.json"


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the file to write."""
    words = render(Message("check.schema_file"), language)
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, default=SHIPPED, help=words)


def run(options: argparse.Namespace) -> int:
    """Write the schema and say where."""
    write(text(), options.file, render(Message("check.schema_written", {"file": str(options.file)}), options.language))
    return 0


def text() -> str:
    """The schema as it is shipped: JSON with two blanks of indent and a line end."""
    return json.dumps(levelfile.schema(), indent=2, ensure_ascii=False) + "\n"
