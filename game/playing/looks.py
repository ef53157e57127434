"""What can be asked about a run as it stands: pictures for the window, each made from the scene at hand."""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from game import books
from game.playing import postings
from game.playing.ahead import ahead_view
from game.playing.board import board_view
from game.playing.cards_tried import CardsTrial, cards_trial
from game.playing.charts import charts
from game.playing.diagrams import diagrams
from game.playing.inspector import inspect
from game.playing.plant_view import plant_view
from game.playing.playback import playback
from game.playing.projects import projects
from game.playing.scene import Scene
from game.playing.scoreboard import scoreboard
from game.playing.sourcing import sourcing
from game.playing.timeline import timeline
from game.playing.views import (
    AheadView,
    BoardView,
    Chart,
    Diagram,
    Entries,
    Inspection,
    MeasureView,
    PlantView,
    Playback,
    ProjectView,
    Scoreboard,
    SourcingView,
    Statement,
    Timeline,
)

if TYPE_CHECKING:
    from game.coach.ahead import Compared


class Looks(ABC):
    """The asking half of `door.Playing`; `Session` is the other."""

    @cached_property
    @abstractmethod
    def _scene(self) -> Scene:
        """The run and the settings planned, forgotten with each change."""

    def scoreboard(self) -> Scoreboard:
        """Tiles, cash cycle, stars."""
        return scoreboard(self._scene)

    def plant(self) -> PlantView:
        """The floor."""
        return plant_view(self._scene)

    def inspect(self, kind: str, target: str) -> Inspection:
        """All about a thing; KeyError when there is none."""
        return inspect(self._scene, kind, target)

    @property
    def shows_ahead(self) -> bool:
        """Whether the look ahead is open to the player now."""
        return self._scene.shows_ahead

    def ahead(self, found: "Compared", kind: str, target: str) -> AheadView:
        """A thing of the plant in the futures that the coach has found."""
        return ahead_view(self._scene, found, kind, target)

    def cards_trial(self, target: str) -> CardsTrial | None:
        """Other numbers of cards of an item on the turns played."""
        return cards_trial(self._scene, target)

    def playback(self) -> Playback | None:
        """The last turn, moment by moment."""
        return playback(self._scene)

    def sourcing(self) -> tuple[SourcingView, ...]:
        """Bought items with their suppliers side by side."""
        return sourcing(self._scene)

    def projects(self) -> tuple[ProjectView, ...]:
        """Projects as they stand."""
        return projects(self._scene)

    def board(self) -> BoardView | None:
        """The policy board."""
        return board_view(self._scene)

    def timeline(self) -> Timeline:
        """Turns, units sold, disruptions."""
        return timeline(self._scene)

    def statements(self) -> tuple[Statement, ...]:
        """Income statement, balance sheet, cash flow."""
        return books.statements(self._scene.history)

    def ageing(self) -> tuple[Statement, ...]:
        """How old receivables and payables are."""
        ledger = books.Ledger(self._scene.history)
        return (books.ageing(ledger, "receivables"), books.ageing(ledger, "payables"))

    def entries(self, statement: str, key: str, column: str) -> Entries | None:
        """What a cell of the books is made of."""
        return postings.entries(self._scene, statement, key, column)

    def measures(self) -> tuple[MeasureView, ...]:
        """All measures with their formulas."""
        return postings.measures(self._scene)

    def charts(self) -> tuple[Chart, ...]:
        """Stock, cash, service."""
        return charts(self._scene)

    def diagrams(self) -> tuple[Diagram, ...]:
        """All charts."""
        return diagrams(self._scene)
