"""`play`: a level from start to end under a policy, a plan or written decisions; figures as a table or JSON."""

import argparse
from pathlib import Path

from game.coach.policies import POLICIES, Policy, play, scheduled
from game.commands import CommandError
from game.commands.decisions import read_decisions
from game.commands.levels import find_level
from game.commands.summary import content, show
from game.commands.tables import STDOUT, add_json, write_json
from game.level.pack import LevelPack
from game.message import Message, render
from game.run import LARGEST_SEED, Run, RunError, record, save_file


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""

    def text(key: str, **values: object) -> str:
        return render(Message(f"command.play.{key}", values), language)

    parser.add_argument("level", metavar="LEVEL", help=text("level"))
    add_deciders(parser, language)
    add_json(parser, language)
    parser.add_argument("--save", metavar="RUN", type=Path, help=text("save"))


def add_deciders(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare who decides, and the seed."""

    def text(key: str, **values: object) -> str:
        return render(Message(f"command.play.{key}", values), language)

    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--policy", metavar="NAME", choices=sorted(POLICIES), help=text("policy", names=", ".join(POLICIES))
    )
    how.add_argument("--plan", metavar="NAME", help=text("plan"))
    how.add_argument("--decisions", metavar="FILE", type=Path, help=text("decisions"))
    parser.add_argument("--seed", metavar="N", type=int, default=1, help=text("seed"))


def run(options: argparse.Namespace) -> int:
    """Play, write what was asked for, and show the result unless the JSON goes to the terminal."""
    played = played_by(options, find_level(options.level))
    if options.save is not None:
        _save(played, options.save)
    if options.json is not None:
        write_json(content(played), options.json)
    if options.json != STDOUT:
        show(played, options.language)
    return 0


def played_by(options: argparse.Namespace, pack: LevelPack) -> Run:
    """The whole run of who decides on the seed asked for."""
    if not 0 <= options.seed <= LARGEST_SEED:
        raise CommandError(Message("command.play.bad_seed", {"seed": str(options.seed), "largest": str(LARGEST_SEED)}))
    try:
        return play(pack, options.seed, _policy(options, pack))
    except RunError as error:
        raise CommandError(error.message, 1) from error


def _policy(options: argparse.Namespace, pack: LevelPack) -> Policy:
    plans = pack.level.plan
    if options.decisions is not None:
        return scheduled(read_decisions(options.decisions, pack.level.calendar.turns))
    if options.plan is None:
        return POLICIES[options.policy or "do_nothing"]
    if options.plan not in plans:
        values = {"plan": options.plan, "level": pack.level.id, "known": ", ".join(sorted(plans)) or "\u2013"}
        raise CommandError(Message("command.play.no_plan", values))
    return scheduled(plans[options.plan])


def _save(played: Run, path: Path) -> None:
    try:
        save_file(record(played), path)
    except RunError as error:
        raise CommandError(error.message) from error
