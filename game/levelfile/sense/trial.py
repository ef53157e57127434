"""The last checks, for levels without any other mistake: plans are tried on the opening settings."""

from game import levers
from game.engine import opening
from game.levelfile.problems import Finding
from game.levelfile.sense.draft import Found, Sense
from game.message import Message


def plans_apply(sense: Sense) -> Found:
    """Each setting of a plan can be made in its turn, after those before it."""
    for name, plan in sense.level.plan.items():
        settings = opening(sense.plant, 1).settings
        for turn in sorted(plan, key=int):
            for key, value in plan[turn].items():
                try:
                    levers.apply(sense.plant, settings, levers.parse(key, value))
                except levers.Refused as refused:
                    values = {"key": key, "why": refused.message}
                    yield Finding(("plan", name, turn, key), Message("problem.refused", values))
