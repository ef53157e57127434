"""`coach ACTION RUN`: what the coach knows of a run: ahead, luck, helped, why, bridge, best.

RUN is a run file, or a level that is played by who is named (`--policy`, `--plan`, `--decisions`, `--seed`).
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from game.coach.ahead import FUTURES, Question, look
from game.coach.best import best
from game.coach.bridge import bridge
from game.coach.chains import by_root, chains
from game.coach.fortune import TAPES, fortune
from game.coach.helped import helped
from game.coach.moments import moments
from game.commands import CommandError, coach_tables
from game.commands.coach_tables import Answer
from game.commands.crew import add_workers, crew, refused
from game.commands.levels import find_level, find_run
from game.commands.play import add_deciders, played_by
from game.commands.tables import STDOUT, add_json, console, plans_folder, progress, whole, write_json
from game.jobs import Pool, Progress
from game.jobs.cluster import ClusterError
from game.levers import Decision, parse, query
from game.message import Message, render
from game.run import Run, RunError, play_turn, start

MOST = 100_000


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""

    def text(key: str, **values: object) -> str:
        return render(Message(f"coach.{key}", values), language)

    parser.add_argument(
        "action", metavar="ACTION", choices=sorted(ACTIONS), help=text("action", names=", ".join(ACTIONS))
    )
    parser.add_argument("run", metavar="RUN", help=text("run"))
    add_deciders(parser, language)
    parser.add_argument("--turn", metavar="N", type=whole(1, 1000), default=1, help=text("turn"))
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", default=[], help=text("set"))
    parser.add_argument("--against", metavar="RUN", type=Path, help=text("against"))
    parser.add_argument("--count", metavar="N", type=whole(1, MOST), help=text("count"))
    add_json(parser, language)
    add_workers(parser, language)


def run(options: argparse.Namespace) -> int:
    """Ask the coach and show the answer."""
    played = _run(options)
    try:
        with crew(options) as pool, progress(render(Message("prove.working"), options.language)) as told:
            answer = ACTIONS[options.action](options, played, pool, told)
    except RunError as error:
        raise CommandError(error.message, 1) from error
    except ClusterError as error:
        raise refused(error) from error
    if options.json is not None:
        write_json(answer.content, options.json)
    if options.json != STDOUT:
        out = console()
        for part in answer.parts(options.language):
            out.print(part)
    return 0


def _run(options: argparse.Namespace) -> Run:
    path = Path(options.run)
    if path.is_file() and path.suffix.lower() != ".toml":
        return find_run(path)[1]
    options.level = options.run
    return played_by(options, find_level(options.level))


def _ahead(options: argparse.Namespace, played: Run, _pool: Pool, _told: Progress) -> Answer:
    stands = start(played.pack, played.seed)
    for made in played.decisions[: options.turn - 1]:
        stands = play_turn(stands, made)
    if stands.finished:
        raise CommandError(Message("run.over"), 1)
    planned = tuple(_decision(stands, text) for text in options.set)
    return coach_tables.ahead(stands, look(Question.of(stands, planned), options.count or FUTURES))


def _decision(stands: Run, text: str) -> Decision:
    key, _, value = text.partition("=")
    try:
        decision = parse(key.strip(), int(value) if value.strip().lstrip("-").isdecimal() else value.strip())
    except ValueError:
        raise CommandError(Message("run.key", {"key": key}), 1) from None
    why = query(stands.plant, stands.state.settings, decision)
    if why is not None:
        raise CommandError(Message("run.refused", {"turn": stands.turn + 1, "key": decision.key, "why": why}), 1)
    return decision


def _luck(options: argparse.Namespace, played: Run, pool: Pool, told: Progress) -> Answer:
    return coach_tables.luck(played, fortune(played, pool, options.count or TAPES, told))


def _helped(options: argparse.Namespace, played: Run, pool: Pool, told: Progress) -> Answer:
    found = helped(played, pool, options.count or 10, told)
    return coach_tables.changes(played, found, moments(played, found))


def _why(_options: argparse.Namespace, played: Run, _pool: Pool, _told: Progress) -> Answer:
    found = chains(played)
    return coach_tables.losses(played, found, by_root(found))


def _bridge(options: argparse.Namespace, played: Run, _pool: Pool, _told: Progress) -> Answer:
    if options.against is None:
        raise CommandError(Message("coach.no_other"), 1)
    other = find_run(options.against)[1]
    if (other.pack.hash, other.seed) != (played.pack.hash, played.seed):
        raise CommandError(Message("coach.other_luck"), 1)
    return coach_tables.money(played, bridge(other, played))


def _best(_options: argparse.Namespace, played: Run, pool: Pool, told: Progress) -> Answer:
    return coach_tables.plan(best(played.pack, pool, plans_folder(), heard=told))


ACTIONS: dict[str, Callable[[argparse.Namespace, Run, Pool, Progress], Answer]] = {
    "ahead": _ahead,
    "luck": _luck,
    "helped": _helped,
    "why": _why,
    "bridge": _bridge,
    "best": _best,
}
