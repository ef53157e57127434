"""The player's shelf: levels shipped and own, runs kept. `open(folder)` opens it; see `door.Shelf`."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakSet

import numpy as np

from game import levelfile, luck
from game.archive import Archive, ArchiveError, open_archive
from game.demand.history_csv import HistoryError
from game.level import Term, in_language
from game.level.pack import LevelPack
from game.message import Message
from game.playing.briefing import briefing, lesson
from game.playing.compare import Comparison, compare
from game.playing.door import Playing
from game.playing.faces import Face, Faces
from game.playing.front import SHIPPED, Front
from game.playing.own_levels import NotTakenError, add
from game.playing.replay import Replay, branch
from game.playing.report import NOTHING, Document, document, page
from game.playing.scene import Scene
from game.playing.session import Session
from game.playing.views import Briefing, Coached, Lesson, LevelCard, Problem, RunCard
from game.playing.wish import Wish
from game.run import Run, RunError, Saved, first_difference, load_file, opened, resume, start

if TYPE_CHECKING:
    from game.playing.coaching import Coach

WORKERS = 2
Door = TypeVar("Door", bound=Session)


def open(  # noqa: A001
    data_folder: Path, language: str = "en", shipped: Path = SHIPPED, workers: int = WORKERS
) -> "Library":
    """The shelf of a folder, made when it is not there; where nothing can be kept, `notice` says so.

    Its coach has so many processes, started when they are needed; with 0 it works within `Coach.pump`.
    """
    return Library(open_archive(data_folder / "runs.sqlite"), data_folder / "levels", language, shipped, workers)


class UnplayableError(Exception):
    """A level that cannot be played; `message` is its first problem."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


class Library(Front):
    """See `door.Shelf`."""

    def __init__(
        self, archive: Archive, own: Path, language: str = "en", shipped: Path = SHIPPED, workers: int = 0
    ) -> None:
        """`own` is the player's folder of levels, `workers` the processes of the coach."""
        super().__init__(archive, own, language, shipped)
        self._workers = workers
        self._lent: WeakSet[Session] = WeakSet()

    def _open_faces(self) -> Faces:
        return Faces(self._own.with_suffix(".json"), face)

    def whole(self) -> "Library":
        """Itself."""
        return self

    @cached_property
    def coach(self) -> "Coach":
        """Who answers questions about runs, in the background."""
        from game.jobs import Pool
        from game.playing.coaching import Coach

        return Coach(Pool(self._workers))

    def speak(self, language: str) -> None:
        """Another language from now on, in runs being played as well."""
        super().speak(language)
        for session in self._lent:
            session.speak(language)

    def close(self) -> None:
        """End the coach's work, and close the archive."""
        if "coach" in vars(self):
            self.coach.close()
        super().close()

    def checks(self) -> Iterator[Callable[[], object]]:
        """What reads one level after another, so that what is remembered of them is true; for idle moments."""
        for path in self._files():
            yield partial(self._faces.look_again, path)

    def terms(self) -> tuple[tuple[str, str, str], ...]:
        """Words explained by levels that can be played: word, meaning, the level's title."""
        packs = [found for path in self._files() if isinstance(found := read(path), LevelPack)]
        return tuple(self._term(pack, term) for pack in packs for term in pack.level.glossary)

    def _term(self, pack: LevelPack, term: Term) -> tuple[str, str, str]:
        word, meaning, title = (
            in_language(text, self.language) for text in (term.term, term.meaning, pack.level.title)
        )
        return word, meaning, title

    def briefing(self, card: LevelCard) -> Briefing:
        """What is read before a level; raises `UnplayableError` for a broken one."""
        run = start(self._pack(card), 0)
        calm = replace(run.tape, active=np.zeros_like(run.tape.active))
        return briefing(Scene(replace(run, tape=calm), run.state.settings, self.language))

    def lesson(self, card: LevelCard) -> Lesson:
        """What a teacher reads about a level; raises `UnplayableError` for a broken one."""
        return lesson(self._pack(card).level, self.language)

    def start(self, card: LevelCard, seed: int | None = None) -> Session:
        """A new run, kept from now on where that is possible; raises `UnplayableError` for a broken level."""
        pack = self._pack(card)
        fresh = luck.fresh_seed(self._seeds_met(pack)) if seed is None else seed
        session = Session(start(pack, fresh), self._archive, language=self.language)
        session.keep()
        self._lent.add(session)
        return session

    def _seeds_met(self, pack: LevelPack) -> Container[int]:
        try:
            return self._archive.seeds_met(pack.level.id)
        except ArchiveError:
            return ()

    def _pack(self, card: LevelCard) -> LevelPack:
        found = read(Path(card.path))
        if isinstance(found, LevelPack):
            return found
        raise UnplayableError(found[0].message)

    def resume(self, run_id: int) -> Session:
        """A run as it stands, with what was decided for its coming turn.

        Raises `RunError` when it cannot be played by today's rules, `ArchiveError`.
        """
        session = self._open(Session, run_id)
        session.plan_again(self._archive.waiting(run_id))
        return session

    def replay(self, run_id: int) -> Replay:
        """A run to look back on, before its first turn; raises like `resume`."""
        return self._open(Replay, run_id)

    def _open(self, door: type[Door], run_id: int) -> Door:
        saved, parent = self._archive.load(run_id), self._archive.parent(run_id)
        found = door(replayed(saved), self._archive, run_id, dict(saved.answers), self.language, parent)
        self._lent.add(found)
        return found

    def branch(self, playing: Playing, turn: int) -> Session:
        """A what-if that leaves a run of this shelf before one of its turns; practice, marked as such."""
        assert isinstance(playing, Session)
        found = branch(playing, turn, self._archive)
        self._lent.add(found)
        return found

    def compare(self, left: int, right: int) -> Comparison:
        """Two runs side by side; raises like `resume`."""
        both = self.replay(left), self.replay(right)
        return compare(*both, parted=_parted(*both))

    def report(self, playing: Playing, coached: Coached = NOTHING) -> Document:
        """A run's debrief as a document to print, with what the coach said of it."""
        assert isinstance(playing, Session)
        return document(playing, coached)

    def report_page(self, playing: Playing, coached: Coached = NOTHING) -> str:
        """A run's debrief as one web page with its pictures inside."""
        assert isinstance(playing, Session)
        return page(playing, coached)

    def add_level(self, path: Path) -> LevelCard | Message:
        """Copy a level file and the data it names into the player's folder, broken or not, or say why not."""
        try:
            copy = add(path, self._own, lambda file: bool(self._looked_at(file).problems))
        except NotTakenError as error:
            return error.message
        return self._looked_at(copy)

    def _looked_at(self, path: Path) -> LevelCard:
        return self._card(path, self._faces.look_again(path))

    def add_store(self, path: Path, wish: Wish) -> tuple[LevelCard, tuple[Message, ...]] | Message:
        """Make a store of a sales history among the player's levels: its card and what was found, or why not."""
        from game.playing.ownstore import own_store, read

        try:
            store = own_store(read(path), path.name, wish, [file.stem for file in self._files()])
        except HistoryError as fault:
            return fault.message
        try:
            with TemporaryDirectory() as folder:
                found = self.add_level(store.write(Path(folder)))
        except OSError as error:
            return Message("run.unwritable", {"path": str(self._own), "error": error.strerror or str(error)})
        return found if isinstance(found, Message) else (found, store.report)

    def import_run(self, path: Path) -> RunCard | Message:
        """Add a run file after playing it again, or say why it cannot be added."""
        try:
            saved = load_file(path)
            run = replayed(saved)
            differs = first_difference(saved, run)
            if differs is not None:
                return differs
            parent = None if saved.parted is None else (None, saved.parted)
            number = self._archive.start(run, dict(saved.answers), parent)
        except (RunError, ArchiveError) as error:
            return error.message
        return next(card for card in self.runs() if card.id == number)


def _parted(left: Replay, right: Replay) -> int | None:
    """The turn before which one of two runs left the other, or both left a third."""
    for one, other in ((left, right), (right, left)):
        if one.parent and one.parent[0] == other.number:
            return one.parent[1]
    if left.parent and right.parent and left.parent[0] == right.parent[0]:
        return min(left.parent[1], right.parent[1])
    return None


def replayed(saved: Saved) -> Run:
    """A kept run brought back to life; raises `RunError`."""
    return resume(saved, opened(saved, levelfile.loads))


def read(path: Path) -> LevelPack | tuple[Problem, ...]:
    """A level file, read once as long as it does not change."""
    try:
        stamp = path.stat()
    except OSError:
        return levelfile.load(path)
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


def face(path: Path) -> Face:
    """What a list shows of a level file; nothing of a broken one."""
    found = read(path)
    if not isinstance(found, LevelPack):
        return Face()
    level = found.level
    return Face(level.id, level.title, level.kind, level.minutes, level.teaches, level.chapter, level.order)


def problems(path: Path) -> tuple[Problem, ...]:
    """The mistakes of a level file."""
    found = read(path)
    return () if isinstance(found, LevelPack) else found


@cache
def _read(path: Path, _changed: int, _size: int) -> LevelPack | tuple[Problem, ...]:
    return levelfile.load(path)
