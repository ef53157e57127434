"""Pieces of HTML; texts are escaped here and nowhere else."""

import html
from collections.abc import Iterable, Sequence


def escaped(text: str) -> str:
    """A text as HTML, its lines kept."""
    return html.escape(text).replace("\n", "<br>")


def heading(text: str, level: int = 2) -> str:
    """A heading."""
    return f"<h{level}>{escaped(text)}</h{level}>\n"


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph; `kind` is a class of the style sheet."""
    return f'<p class="{kind}">{escaped(text)}</p>\n' if kind else f"<p>{escaped(text)}</p>\n"


def bullets(texts: Iterable[str]) -> str:
    """A list."""
    return "<ul>\n" + "".join(f"<li>{escaped(text)}</li>\n" for text in texts) + "</ul>\n"


def image(name: str) -> str:
    """The place of a picture, on a line of its own."""
    return f'<p><img src="{name}.svg"></p>'


def table(head: Sequence[str], rows: Iterable[tuple[Sequence[str], bool]], texts: int = 1) -> str:
    """A table, the first `texts` columns left, the others right; rows come with whether they are bold."""
    top = "".join(_cell("th", cell, place >= texts) for place, cell in enumerate(head))
    lines = [f"<tr>{top}</tr>"] if any(head) else []
    for cells, bold in rows:
        inner = "".join(_cell("td", cell, place >= texts, bold) for place, cell in enumerate(cells))
        lines.append(f"<tr>{inner}</tr>")
    return '<table width="100%" cellspacing="0" cellpadding="4">\n' + "\n".join(lines) + "\n</table>\n"


def _cell(tag: str, text: str, right: bool, bold: bool = False) -> str:
    inner = f"<b>{escaped(text)}</b>" if bold else escaped(text)
    return f'<{tag} align="{"right" if right else "left"}" valign="top">{inner}</{tag}>'
