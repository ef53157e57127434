"""The authors' manual as one text: writing levels, reading a proof, the proofs of the shipped levels, the reference."""

from pathlib import Path

from game.levelfile.reference import reference
from game.message import Message, render

HELP = Path(__file__).resolve().parents[2] / "assets" / "help"
PROOFS = "proofs"


def help_file(name: str, language: str) -> str:
    """A text of the help, in English where the language lacks it."""
    path = HELP / language / f"{name}.md"
    return (path if path.exists() else HELP / "en" / path.name).read_text("utf-8")


def authors_manual(language: str) -> str:
    """All of it as Markdown; chapters are headings of the second level."""
    chapters = [help_file("authors", language), *(_chapter(help_file(name, language)) for name in ("proof", PROOFS))]
    title = render(Message("manual.reference"), language)
    return "\n\n".join([*chapters, f"## {title}", reference(language)])


def proofs_title(language: str) -> str:
    """The heading of the chapter that holds the proofs of the shipped levels."""
    return help_file(PROOFS, language).splitlines()[0].removeprefix("# ")


def _chapter(text: str) -> str:
    """A text of its own as a chapter: every heading one level lower."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in text.splitlines())
