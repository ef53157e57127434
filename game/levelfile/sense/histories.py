"""Demand that its pattern cannot make: a history without the item, dates beyond its end and the like."""

from game import demand
from game.levelfile.problems import Finding
from game.levelfile.sense.draft import Found, Sense


def sound(sense: Sense) -> Found:
    """What the patterns themselves find wrong with their figures and histories."""
    for d, stream in enumerate(sense.level.stream):
        if problem := demand.problem(stream, sense.pack):
            key, message = problem
            yield Finding(("stream", d, "demand", key), message)
