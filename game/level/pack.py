"""A level as it travels: the parsed `Level`, its file's text and the sales histories it uses.

Runs carry the pack, so that a run file can be played where the level is not installed. The hash is over
canonical content, so comments, line endings and keys at their defaults do not change it.
"""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property

from game.level import Level


@dataclass(frozen=True, eq=False)
class LevelPack:
    """`text` is the TOML as read; `data` maps a file name such as `data/bakery.csv` to its CSV text."""

    level: Level
    text: str
    data: dict[str, str] = field(default_factory=dict)

    @cached_property
    def hash(self) -> str:
        """Sixteen hex digits over the level's content and its data."""
        content = json.dumps(
            [
                self.level.model_dump(mode="json", by_alias=True, exclude_defaults=True),
                {k: v.splitlines() for k, v in self.data.items()},
            ],
            sort_keys=True,
            separators=(",", ":"),
        )
        return hashlib.blake2b(content.encode(), digest_size=8).hexdigest()
