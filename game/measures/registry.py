"""All measures by name: each family is one file with its `FAMILY`."""

from game.measures import chain, cycle, money, service, stock
from game.measures.base import Measure

FAMILIES = (money, service, stock, cycle, chain)

MEASURES: dict[str, Measure] = {measure.name: measure for family in FAMILIES for measure in family.FAMILY}
