"""The archive: every run of the player in one SQLite file, saved after each turn.

One writer at a time; a turn is one transaction, so that a crash loses at most the turn being played. All methods
raise `ArchiveError` with a sentence; the game goes on without being saved, and the next turn that can be saved
brings the missing ones with it. Sits above `run`; levels are kept as text and read by `levelfile`.
"""

from game.archive.archive import Archive
from game.archive.errors import ArchiveError
from game.archive.listing import RunRow
from game.archive.opening import open_archive
from game.archive.removal import Removed
from game.archive.sittings import Sitting

__all__ = ["Archive", "ArchiveError", "Removed", "RunRow", "Sitting", "open_archive"]
