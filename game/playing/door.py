"""The door a window knocks at: everything a player can ask or do. `Session` in `session.py` implements it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.archive import Removed
from game.level import Level
from game.message import Message
from game.playing.campaign import Campaign
from game.playing.coach_door import Asked, Coaching
from game.playing.compare import Comparison
from game.playing.exam import Filled, Form
from game.playing.report import NOTHING, Document
from game.playing.views import (
    AheadView,
    BoardView,
    Briefing,
    Changed,
    Chart,
    Coached,
    Diagram,
    Entries,
    FeedLine,
    Inspection,
    Lesson,
    LevelCard,
    MeasureView,
    Pending,
    PlantView,
    Playback,
    ProjectView,
    Result,
    RunCard,
    Scoreboard,
    SourcingView,
    Statement,
    Timeline,
)
from game.playing.wish import Wish

if TYPE_CHECKING:
    from game.coach.ahead import Compared
    from game.playing.cards_tried import CardsTrial

__all__ = ["Asked", "Coaching", "Front", "Past", "Playing", "Shelf"]


class Playing(Protocol):
    """One run being played. No call blocks for long; `run_turn` takes some ten milliseconds."""

    @property
    def level(self) -> Level:
        """The level played."""

    @property
    def number(self) -> int | None:
        """Number of the run on the shelf, None while it could not be kept."""

    @property
    def parent(self) -> tuple[int | None, int] | None:
        """Of a what-if: the run it left, if that is known, and before which turn; None of a run that counts."""

    @property
    def seed(self) -> int:
        """What luck was drawn from."""

    @property
    def turn(self) -> int:
        """Turns played so far; also the index of the turn that is decided next."""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to decide."""

    @property
    def language(self) -> str:
        """Language of names and texts."""

    def scoreboard(self) -> Scoreboard:
        """Tiles, cash cycle, stars so far."""

    def plant(self) -> PlantView:
        """The floor as it stands."""

    def inspect(self, kind: str, target: str) -> Inspection:
        """All about a thing; `kind` is item, supplier, station, stream, project, goal (by its measure), price
        or route (both by `item/supplier`)."""

    @property
    def shows_ahead(self) -> bool:
        """Whether the look ahead is open: granted by the level, earned by a prediction, or bought; not over."""

    def ahead(self, found: "Compared", kind: str, target: str) -> AheadView:
        """A thing in the futures that `Coaching.ahead` has found."""

    def cards_trial(self, target: str) -> "CardsTrial | None":
        """Other numbers of cards of a perishable on the turns played, to be played on; None where not open."""

    def playback(self) -> Playback | None:
        """The last turn as its record tells it, to be played back; None before the first."""

    def sourcing(self) -> tuple[SourcingView, ...]:
        """Bought items with their suppliers side by side: promised and seen, spend, dependence, levers."""

    def projects(self) -> tuple[ProjectView, ...]:
        """Projects: cost, time, what they change, how far they are."""

    def board(self) -> BoardView | None:
        """The policy board as it stands, None where the level has none."""

    def choose(self, item: str, choice: str, reason: str) -> Changed:
        """Pick a choice of the board for a part, with a reason; what it sets waits like any decision."""

    def feed(self) -> tuple[FeedLine, ...]:
        """What happened in the last turn, latest first; before the first turn a welcome."""

    def timeline(self) -> Timeline:
        """Turns, units sold, disruptions as far as known."""

    def query(self, lever: str, target: str, value: object) -> Message | None:
        """None when the value may be set, else the sentence that says why not."""

    def decide(self, lever: str, target: str, value: object) -> Changed:
        """Plan a value for the coming turn; raises `levers.Refused` with the sentence of `query`."""

    def spread(self, lever: str, target: str, others: Sequence[str]) -> tuple[Changed, Message | None]:
        """Plan for others what is planned for a target, as one step; the sentence tells for which it is refused."""

    @property
    def pending(self) -> tuple[Pending, ...]:
        """What will differ in the coming turn."""

    @property
    def can_undo(self) -> bool:
        """Whether a decision waits."""

    @property
    def can_redo(self) -> bool:
        """Whether a decision was taken back."""

    def undo(self) -> Changed:
        """Take the latest decision back."""

    def redo(self) -> Changed:
        """Make the decision again that was last taken back."""

    def run_turn(self) -> Changed:
        """Play one turn and keep it on disk; `Changed.FINISHED` after the last or at insolvency."""

    def result(self) -> Result:
        """How the run ended, or stands."""

    def statements(self) -> tuple[Statement, ...]:
        """Income statement, balance sheet, cash flow."""

    def ageing(self) -> tuple[Statement, ...]:
        """How old receivables and payables are, by turn."""

    def entries(self, statement: str, key: str, column: str) -> Entries | None:
        """What a cell of a statement or an ageing is made of; None where there is nothing behind it."""

    def measures(self) -> tuple[MeasureView, ...]:
        """All measures that have a figure, with their formulas."""

    def charts(self) -> tuple[Chart, ...]:
        """Stock, cash and service by period."""

    def diagrams(self) -> tuple[Diagram, ...]:
        """All charts of the run so far; none before the first turn."""

    def predict(self, choice: int) -> None:
        """Keep the answer given to this turn's prediction."""

    def export(self, path: Path) -> None:
        """Write a run file with the level inside."""


class Past(Playing, Protocol):
    """A run to look back on: running a turn steps forward, deciding is refused, `pending` is what was decided next."""

    @property
    def last(self) -> int:
        """Turns the run has."""

    def go(self, turn: int) -> Changed:
        """Stand after so many turns."""


class Front(Protocol):
    """The lists of levels and runs; `front.Front` implements it without what takes long to import."""

    @property
    def notice(self) -> Message | None:
        """What the player must know about the place where runs are kept."""

    def whole(self) -> "Shelf":
        """The shelf itself; this one is not asked any more afterwards."""

    def speak(self, language: str) -> None:
        """Another language from now on, in runs being played as well; what waits in them stays."""

    def close(self) -> None:
        """Close the records; nothing may be asked afterwards."""

    def levels(self) -> tuple[LevelCard, ...]:
        """Shipped and own levels, the broken ones with their problems."""

    def playable(self) -> tuple[LevelCard, ...]:
        """Levels without the broken ones."""

    def campaign(self, everything: bool = False) -> Campaign:
        """The road of all levels that can be played; `everything` opens all stops."""

    def runs(self) -> tuple[RunCard, ...]:
        """Runs, the latest first."""

    def latest(self) -> RunCard | None:
        """The run that Continue resumes: the latest that is not finished."""

    def exam(self, form: Form) -> Filled | None:
        """A form of the test before and after as it was filled in last."""

    def keep_exam(self, form: Form, picks: Mapping[str, tuple[int, int]]) -> None:
        """Keep a form: by concept the choice (from 0) and how sure (0 to 3)."""


class Shelf(Front, Protocol):
    """All levels and runs of the player."""

    @property
    def coach(self) -> Coaching:
        """Who answers questions about runs of this shelf, in the background."""

    def checks(self) -> Iterator[Callable[[], object]]:
        """What reads one level after another, so that the lists are true; for idle moments."""

    def terms(self) -> tuple[tuple[str, str, str], ...]:
        """Words explained by levels that can be played: word, meaning, the level's title."""

    def lesson(self, card: LevelCard) -> Lesson:
        """What a teacher reads about a level."""

    def briefing(self, card: LevelCard) -> Briefing:
        """What is read before a level is played."""

    def start(self, card: LevelCard, seed: int | None = None) -> Playing:
        """A new run, on a seed not met before unless one is given."""

    def resume(self, run_id: int) -> Playing:
        """A run as it stands, finished ones for their debrief."""

    def replay(self, run_id: int) -> Past:
        """A run to look back on, before its first turn."""

    def branch(self, playing: Playing, turn: int) -> Playing:
        """A what-if that leaves a run before one of its turns; practice, marked as such, kept like any run."""

    def compare(self, left: int, right: int) -> Comparison:
        """Two runs side by side."""

    def report(self, playing: Playing, coached: Coached = NOTHING) -> Document:
        """A run's debrief as a document to print, with what the coach said of it."""

    def report_page(self, playing: Playing, coached: Coached = NOTHING) -> str:
        """A run's debrief as one web page with its pictures inside."""

    def delete(self, run_id: int) -> Removed:
        """Take a run off the shelf; what is returned brings it back."""

    def restore(self, removed: Removed) -> None:
        """Bring a deleted run back."""

    def add_level(self, path: Path) -> LevelCard | Message:
        """Copy a level file and the data it names into the player's folder, broken or not, or say why not."""

    def add_store(self, path: Path, wish: Wish) -> tuple[LevelCard, tuple[Message, ...]] | Message:
        """Make a store of a sales history among the player's levels: its card and what was found, or why not."""

    def import_run(self, path: Path) -> RunCard | Message:
        """Add a run file, or say why it cannot be read."""
