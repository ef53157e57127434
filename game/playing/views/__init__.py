"""What the window may see: frozen pictures of a run, in plain numbers.

Money is in minor units, shares run from 0 to 1, days and periods count from 0 at the start of the level.
The window formats and draws; it never computes. `Message`s are rendered with `game.message.render`.
"""

from game.books import Statement
from game.levelfile.problems import Problem
from game.measures import Kind
from game.playing.views.charts import Chart, Curve, Diagram, Look, Series
from game.playing.views.inspection import (
    Band,
    Entries,
    Entry,
    Fact,
    FeedLine,
    Inspection,
    LeverView,
    MeasureView,
    Pending,
    Section,
    Timeline,
)
from game.playing.views.plant import ItemView, Link, PlantView, Playback, StationView, StreamView, SupplierView, Truck
from game.playing.views.score import Changed, Cycle, Figure, GoalView, Mood, Scoreboard, Tile
from game.playing.views.shelf import Briefing, LevelCard, PredictionView, Result, RunCard

__all__ = [
    "Band",
    "Briefing",
    "Changed",
    "Chart",
    "Curve",
    "Cycle",
    "Diagram",
    "Entries",
    "Entry",
    "Fact",
    "FeedLine",
    "Figure",
    "GoalView",
    "Inspection",
    "ItemView",
    "Kind",
    "LevelCard",
    "LeverView",
    "Link",
    "Look",
    "MeasureView",
    "Mood",
    "Pending",
    "PlantView",
    "Playback",
    "PredictionView",
    "Problem",
    "Result",
    "RunCard",
    "Scoreboard",
    "Section",
    "Series",
    "Statement",
    "StationView",
    "StreamView",
    "SupplierView",
    "Tile",
    "Timeline",
    "Truck",
]
