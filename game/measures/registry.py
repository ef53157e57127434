"""All measures by name: each family is one file with its `FAMILY`."""

from game.measures import chain, cycle, making, money, planning, results, service, stock, supply
from game.measures.base import Measure

FAMILIES = (money, results, service, stock, cycle, making, supply, planning, chain)

MEASURES: dict[str, Measure] = {measure.name: measure for family in FAMILIES for measure in family.FAMILY}
