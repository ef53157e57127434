"""The settings that were in force in each turn of a run."""

from game import engine, levers
from game.run import Run
from game.state import Settings


def settings_by_turn(run: Run) -> list[Settings]:
    """After each turn's decisions, `[owner, 1]`."""
    settings, found = engine.opening(run.plant, 1).settings, []
    for made in run.decisions:
        settings = {name: array.copy() for name, array in settings.items()}
        for decision in made:
            if levers.refusal(run.plant, settings, decision) is None:
                levers.apply(run.plant, settings, decision)
        found.append(settings)
    return found
