"""The glossary: every term of the screens with its meaning, gathered from the catalogue and the levels.

An entry's id is `kind.name`, such as `measure.fill_rate` or `lever.cards`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.message import catalogue
from ui import words
from ui.words import tr

HOLE = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Entry:
    """A term: `how` is the formula of a figure, `source` the level a term comes from.

    Things of one name share an entry; `also` are the ids of the others.
    """

    id: str
    name: str
    kind: str
    meaning: str
    how: str = ""
    source: str = ""
    also: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids under which it is found."""
        return (self.id, *self.also)


def entries(terms: Iterable[tuple[str, str, str]] = ()) -> list[Entry]:
    """All entries in the language in force, by name; `terms` are (term, meaning, title) of the levels."""
    known = catalogue(words.language())
    found = [entry for key, value in known.items() if (entry := _entry(key, value, known)) is not None]
    found = _merged(found)
    taken = {entry.name.casefold() for entry in found}
    for place, (name, meaning, title) in enumerate(terms):
        if name.casefold() not in taken:
            taken.add(name.casefold())
            found.append(Entry(f"level.{place}", name, "level", meaning, source=title))
    return sorted(found, key=lambda entry: _sorting(entry.name))


def _merged(found: Iterable[Entry]) -> list[Entry]:
    """One entry a name: meanings one after another, the first kind."""
    by_name: dict[str, Entry] = {}
    for entry in found:
        before = by_name.get(entry.name.casefold())
        if before is not None:
            meaning = "\n\n".join(filter(None, dict.fromkeys([before.meaning, entry.meaning])))
            how = before.how or entry.how
            entry = replace(before, meaning=meaning, how=how, also=(*before.also, entry.id))  # noqa: PLW2901
        by_name[entry.name.casefold()] = entry
    return list(by_name.values())


def _entry(key: str, value: str, known: dict[str, str]) -> Entry | None:
    """The entry that a key of the catalogue is the name of, None for other keys."""
    parts = key.split(".")
    match parts:
        case ["measure", name]:
            how = HOLE.sub("\u2026", known.get(f"measure.how.{name}", ""))
            return Entry(key, value, "measure", known.get(f"help.measure.{name}", ""), how)
        case ["lever" | "disruption" as kind, name, "name"]:
            return Entry(f"{kind}.{name}", value, kind, known.get(f"{kind}.{name}.help", ""))
        case ["account" | "policy" as kind, name]:
            return Entry(key, value, kind, known.get(f"help.{kind}.{name}", ""))
        case ["term", name, "name"]:
            return Entry(f"term.{name}", value, "term", known.get(f"term.{name}.text", ""))
    return None


def _sorting(name: str) -> str:
    """Umlauts sort like their letters."""
    return name.casefold().translate(str.maketrans("\u00e4\u00f6\u00fc\u00df", "aous"))


def kind_name(entry: Entry) -> str:
    """What kind of thing a term is, in a word or two."""
    return tr(f"ui.help.kind_{entry.kind}")


def best_match(said: str, every: Iterable[Entry]) -> str:
    """The id of the entry whose name stands in a text, the longest; empty when none does."""
    low = said.casefold()
    fitting = [entry for entry in every if re.search(rf"\b{re.escape(entry.name.casefold())}\b", low)]
    return max(fitting, key=lambda entry: (len(entry.name), entry.kind != "level"), default=Entry("", "", "", "")).id
