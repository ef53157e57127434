"""What the coach answered, as the debrief shows it: `Debrief(session)` makes pictures in plain numbers of answers."""

from functools import cached_property

from game.coach.board import Fared
from game.coach.bridge import Bridge
from game.coach.fortune import Fortune
from game.coach.helped import Helped
from game.coach.moments import Moment
from game.coach.standing import Stand, names, spots
from game.message import Message
from game.playing.board import fared_view, tolerated
from game.playing.debrief.changes import Changes
from game.playing.debrief.luck import luck_view
from game.playing.debrief.money import money_view
from game.playing.debrief.plans import plan_name, stand_view
from game.playing.debrief.shocks import shocks
from game.playing.scene import Scene
from game.playing.views.board import FaredView
from game.playing.views.debrief import HelpedView, LuckView, MoneyView, ShockView, StandView

TAUGHT = "taught"


class Debrief:
    """Pictures of one finished run; `scene` is where it ended."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._currency = scene, scene.level.money.currency

    @property
    def reference(self) -> str:
        """The plan that money is compared with unless another is wanted: what the level teaches, if it says so."""
        known = names(self._scene.plant.pack)
        return TAUGHT if TAUGHT in known else known[0]

    def plan_name(self, plan: str) -> Message:
        """What a plan is called."""
        return plan_name(plan)

    def stand(self, found: tuple[Stand, ...]) -> StandView:
        """Where the run stands, as far as plans have been played."""
        return stand_view(spots(self._scene.history)[0], found, self._currency)

    def money(self, plan: str, found: Bridge) -> MoneyView:
        """Where the money went, against a plan."""
        return money_view(self._scene, plan, found)

    def luck(self, found: Fortune) -> LuckView:
        """What the decisions bring on other luck."""
        return luck_view(found, self._currency, tolerated(self._scene))

    @cached_property
    def _changes(self) -> Changes:
        return Changes(self._scene)

    def helped(self, found: tuple[Helped, tuple[Moment, ...]]) -> HelpedView:
        """What would have helped, and three moments."""
        return self._changes.view(*found)

    def board(self, found: tuple[Fared, ...]) -> tuple[FaredView, ...]:
        """How the choices of the policy board fared."""
        return tuple(fared_view(self._scene, one) for one in found)

    def shocks(self) -> tuple[ShockView, ...]:
        """The disruptions that struck, the one that hit hardest first."""
        return shocks(self._scene)
