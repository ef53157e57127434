"""The Play page: scoreboard, floor, inspector, timeline and feed of a run that is being played."""

from ui.play.page import PlayPage

__all__ = ["PlayPage"]
