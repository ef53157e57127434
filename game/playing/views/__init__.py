"""What the window may see: frozen pictures of a run, in plain numbers.

Money is in minor units, shares run from 0 to 1, days and periods count from 0 at the start of the level.
The window formats and draws; it never computes. `Message`s are rendered with `game.message.render`.
"""

from game.books import Statement
from game.levelfile.problems import Problem
from game.measures import Kind
from game.playing.cards import LevelCard, RunCard
from game.playing.views.ahead import AheadView, Chance, Fan
from game.playing.views.board import BoardCard, BoardView, FaredView
from game.playing.views.charts import Chart, Curve, Diagram, Look, Series
from game.playing.views.debrief import (
    Bin,
    ChangeView,
    Coached,
    Estimate,
    HelpedView,
    LuckView,
    MomentView,
    MoneyLine,
    MoneyStep,
    MoneyView,
    Plan,
    ShockView,
    Spot,
    StandView,
)
from game.playing.views.inspection import (
    Alike,
    Band,
    CardsTried,
    CardsView,
    Entries,
    Entry,
    Fact,
    FeedLine,
    Inspection,
    LeverView,
    MeasureView,
    Neighbour,
    Pending,
    Section,
    Timeline,
)
from game.playing.views.plant import ItemView, Link, PlantView, Playback, StationView, StreamView, SupplierView, Truck
from game.playing.views.score import Changed, Cycle, Figure, GoalView, Mood, Scoreboard, Tile
from game.playing.views.shelf import Briefing, Lesson, PredictionView, Result
from game.playing.views.sourcing import OfferView, ProjectView, SourcingView

__all__ = [
    "AheadView",
    "Alike",
    "Band",
    "Bin",
    "BoardCard",
    "BoardView",
    "Briefing",
    "CardsTried",
    "CardsView",
    "Chance",
    "ChangeView",
    "Changed",
    "Chart",
    "Coached",
    "Curve",
    "Cycle",
    "Diagram",
    "Entries",
    "Entry",
    "Estimate",
    "Fact",
    "Fan",
    "FaredView",
    "FeedLine",
    "Figure",
    "GoalView",
    "HelpedView",
    "Inspection",
    "ItemView",
    "Kind",
    "Lesson",
    "LevelCard",
    "LeverView",
    "Link",
    "Look",
    "LuckView",
    "MeasureView",
    "MomentView",
    "MoneyLine",
    "MoneyStep",
    "MoneyView",
    "Mood",
    "Neighbour",
    "OfferView",
    "Pending",
    "Plan",
    "PlantView",
    "Playback",
    "PredictionView",
    "Problem",
    "ProjectView",
    "Result",
    "RunCard",
    "Scoreboard",
    "Section",
    "Series",
    "ShockView",
    "SourcingView",
    "Spot",
    "StandView",
    "Statement",
    "StationView",
    "StreamView",
    "SupplierView",
    "Tile",
    "Timeline",
    "Truck",
]
