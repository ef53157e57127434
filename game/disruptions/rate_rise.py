"""Money becomes dearer: the bank asks for more interest while it lasts."""

from pydantic import Field

from game.disruptions.base import Effects, Kind, Target
from game.level import Level
from game.level.common import Percent
from game.message import Message
from game.plant import Plant
from game.plant.terms import rate


class RateRise(Target):
    """Percent points a year on the credit line and on the loan."""

    credit_points: Percent = Field(0.0, description="added to the rate of the credit line, percent points")
    loan_points: Percent = Field(0.0, description="added to the rate of the loan, percent points")

    def effects(self, plant: Plant) -> Effects:
        """See `Target`."""
        return Effects(rates=(rate(self.credit_points), rate(self.loan_points)))

    def problem(self, level: Level) -> tuple[str, Message] | None:
        """It has to raise something."""
        if self.credit_points or self.loan_points:
            return None
        return "credit_points", Message("disruption.problem.no_points")


KIND = Kind("rate_rise", RateRise)
