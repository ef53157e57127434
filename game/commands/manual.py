"""`manual`: the authors' manual as one web page that prints well."""

import argparse
from pathlib import Path

from markdown_it import MarkdownIt

from game.commands.tables import write
from game.message import Message, render
from game.playing.manual import authors_manual

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2a33; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ddd8cc; } h3 { margin-top: 1.8rem; }
pre { background: #f6f4ee; padding: .8rem 1rem; border-radius: 10px; overflow-x: auto; font-size: 13px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd8cc; }
@media print { body { margin: 0; max-width: none; } pre { white-space: pre-wrap; } tr, pre { break-inside: avoid; } }
"""


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the file to write."""
    words = render(Message("manual.file"), language)
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, default=Path("manual.html"), help=words)


def run(options: argparse.Namespace) -> int:
    """Write the page and say where."""
    told = render(Message("manual.written", {"path": str(options.file)}), options.language)
    write(page(options.language), options.file, told)
    return 0


def page(language: str) -> str:
    """The manual as one page that needs nothing else."""
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(authors_manual(language))
    title = render(Message("manual.title"), language)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}</body>\n</html>\n'
