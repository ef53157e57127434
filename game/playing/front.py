"""The front of the shelf: all that the first page shows. The rest, `library`, is imported when it is asked for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.archive import Archive, ArchiveError, Removed, RunRow, open_archive
from game.message import Message, in_language
from game.playing.campaign import Campaign, campaign
from game.playing.cards import LevelCard, RunCard
from game.playing.exam import Filled, Form, filled
from game.playing.faces import Face, Faces, glance

if TYPE_CHECKING:
    from game.playing.library import Library

SHIPPED = Path(__file__).resolve().parent.parent.parent / "levels"
LAST = 100


def default_folder() -> Path:
    """Where a player's data lies unless another folder is given."""
    import platformdirs

    return Path(platformdirs.user_data_path("milkrun", appauthor=False))


def open(data_folder: Path, language: str = "en", shipped: Path = SHIPPED) -> "Front":  # noqa: A001
    """The front of a folder's shelf, made when it is not there; where nothing can be kept, `notice` says so."""
    return Front(open_archive(data_folder / "runs.sqlite"), data_folder / "levels", language, shipped)


class Front:
    """The lists of a `door.Shelf`."""

    def __init__(self, archive: Archive, own: Path, language: str = "en", shipped: Path = SHIPPED) -> None:
        """`own` is the player's folder of levels."""
        self._archive, self._own, self._shipped = archive, own, shipped
        self._faces = self._open_faces()
        self.language = language

    def _open_faces(self) -> Faces:
        return Faces(self._own.with_suffix(".json"), glance, lasting=False)

    def whole(self) -> "Library":
        """The shelf itself, on the same records."""
        from game.playing.library import WORKERS, Library

        return Library(self._archive, self._own, self.language, self._shipped, WORKERS)

    @property
    def notice(self) -> Message | None:
        """What the player must know about the place where runs are kept."""
        return self._archive.notice

    @property
    def own_levels(self) -> Path:
        """The player's folder of levels."""
        return self._own

    def speak(self, language: str) -> None:
        """Another language from now on."""
        self.language = language

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def levels(self) -> tuple[LevelCard, ...]:
        """Shipped levels in the order of the campaign, then own ones by title; broken ones with their problems."""
        return _sorted(self._card(path, self._faces.of(path)) for path in self._files())

    def playable(self) -> tuple[LevelCard, ...]:
        """Levels without the broken ones, none of which is read for it."""
        faces = ((path, self._faces.of(path)) for path in self._files())
        return _sorted(self._good(path, face) for path, face in faces if face.id)

    def campaign(self, everything: bool = False) -> Campaign:
        """The road of all levels that can be played; `everything` opens all stops."""
        return campaign(self.playable(), self.language, everything)

    def _files(self) -> Iterator[Path]:
        for folder in (self._shipped, self._own):
            yield from sorted(folder.glob("*.toml"))

    def _card(self, path: Path, face: Face) -> LevelCard:
        if face.id:
            return self._good(path, face)
        from game.playing.library import problems

        own = path.parent != self._shipped
        found = problems(path)
        if not found:
            return self._good(path, self._faces.look_again(path))
        return LevelCard(str(path), "", path.name, "", 0, (), None, own, None, None, found)

    def _good(self, path: Path, face: Face) -> LevelCard:
        best = self._best(face.id)
        own = path.parent != self._shipped
        return LevelCard(
            path=str(path),
            id=face.id,
            title=in_language(face.title, self.language),
            kind=face.kind,
            minutes=face.minutes,
            teaches=tuple(in_language(concept, self.language) for concept in face.teaches),
            order=None if own else face.order,
            own=own,
            stars=None if best is None else best.stars,
            score=None if best is None else best.score,
            chapter=None if own else face.chapter,
        )

    def _best(self, level_id: str) -> RunRow | None:
        try:
            return self._archive.best(level_id)
        except ArchiveError:
            return None

    def runs(self) -> tuple[RunCard, ...]:
        """Runs, the latest first."""
        return tuple(self._run_card(row) for row in self._archive.runs())

    def latest(self) -> RunCard | None:
        """The run played last that is not over."""
        return next((card for card in self.runs() if not card.finished), None)

    def _run_card(self, row: RunRow) -> RunCard:
        title = in_language(row.title, self.language)
        return RunCard(
            row.id, row.level_id, title, row.seed, row.turn, row.turns, row.stars, row.finished, row.played_at,
            score=row.score, insolvent=row.insolvent, parent=row.parent_run, parted=row.parent_turn,
        )  # fmt: skip

    def exam(self, form: Form) -> Filled | None:
        """A form of the test as it was filled in last."""
        try:
            sitting = self._archive.sitting(form)
        except ArchiveError:
            return None
        return None if sitting is None else filled(sitting, self.language)

    def keep_exam(self, form: Form, picks: Mapping[str, tuple[int, int]]) -> None:
        """Keep a form: by concept the choice and how sure. Raises `ArchiveError`."""
        self._archive.keep_sitting(form, picks)

    def delete(self, run_id: int) -> Removed:
        """Take a run off the shelf; what is returned brings it back. Raises `ArchiveError`."""
        return self._archive.delete(run_id)

    def restore(self, removed: Removed) -> None:
        """Bring a deleted run back. Raises `ArchiveError`."""
        self._archive.restore(removed)


def _sorted(cards: Iterator[LevelCard]) -> tuple[LevelCard, ...]:
    return tuple(sorted(cards, key=lambda card: (card.own, card.order or LAST, card.title)))
