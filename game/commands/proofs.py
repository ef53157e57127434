"""`proofs`: proves every level of the campaign and writes the table that the authors' manual shows, by language."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from game.coach.proof import Proof, Standing, prove
from game.commands.crew import add_workers, crew
from game.commands.levels import SHIPPED, find_level
from game.commands.prove import MOST_TAPES
from game.commands.tables import progress, whole, write
from game.level import in_language
from game.level.pack import LevelPack
from game.message import Message, languages, render
from game.playing.manual import HELP, PROOFS

POLICIES = ("do_nothing", "tempting", "taught", "kanban_formula", "big_buffers", "bare_jit", "hybrid")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    words = render(Message("proofs.file"), language)
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help=words)
    tapes = render(Message("prove.tapes"), language)
    parser.add_argument("--tapes", metavar="N", type=whole(1, MOST_TAPES), default=200, help=tapes)
    add_workers(parser, language)


def run(options: argparse.Namespace) -> int:
    """Prove all, write the table; 1 when a level is not sound."""
    packs = [pack for path in sorted(SHIPPED.glob("*.toml")) if (pack := find_level(str(path))).level.order]
    packs.sort(key=lambda pack: pack.level.order or 0)
    proofs = [_proof(options, pack) for pack in packs]
    tables = {options.language: options.file} if options.file else _shipped()
    for language, path in tables.items():
        told = render(Message("proofs.written", {"path": str(path)}), options.language)
        write("\n".join(_lines(proofs, options.tapes, language)), path, told)
    return 0 if all(proof.sound for proof in proofs) else 1


def _shipped() -> dict[str, Path]:
    """The manual's own tables by language."""
    return {language: HELP / language / f"{PROOFS}.md" for language in languages()}


def _proof(options: argparse.Namespace, pack: LevelPack) -> Proof:
    title = in_language(pack.level.title, options.language)
    with crew(options) as pool, progress(title) as told:
        return prove(pack, options.tapes, pool, told)


def _lines(proofs: list[Proof], tapes: int, language: str) -> Iterator[str]:
    """The table as Markdown: in each cell tapes in percent by stars, none to three."""

    def word(key: str) -> str:
        return render(Message(f"proofs.{key}", {"tapes": tapes}), language)

    yield f"# {word('title')}\n"
    yield f"{word('about')}\n"
    yield f"| {word('level')} | " + " | ".join(f"`{name}`" for name in POLICIES) + f" | {word('verdict')} |"
    yield "| --- |" + " --- |" * (len(POLICIES) + 1)
    for proof in proofs:
        standings = {one.name: one for one in proof.standings}
        cells = [_cell(standings.get(name)) for name in POLICIES]
        title = f"{proof.level.order} {in_language(proof.level.title, language)}"
        yield f"| {title} | {' | '.join(cells)} | {word(f'found.{proof.verdict}')} |"
    yield ""


def _cell(one: Standing | None) -> str:
    if one is None or not sum(one.stars):
        return "\u2013"
    return "/".join(str(round(100 * count / sum(one.stars))) for count in one.stars)
