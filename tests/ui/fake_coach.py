"""`FakeCoach`: answers about a run that are there at once, without workers, for pages on fakes."""

from dataclasses import dataclass
from typing import Any

from game.message import Message, Number, Percent
from game.playing import views as v
from game.playing.debrief.luck import verdict
from game.playing.debrief.plans import plan_name
from game.playing.door import Playing

SAY = Message


@dataclass
class Told:
    """A question that is answered already; a test may hold it back or fail it."""

    answer: Any
    over: bool = True
    complete: bool = True
    share: float = 1.0
    error: BaseException | None = None

    def cancel(self) -> None:
        self.complete = self.complete and self.over
        self.over = True


def change(kind: str, turn: int, what: str, profit: int, stars: int = 0) -> v.ChangeView:
    return v.ChangeView(kind, turn, SAY(what), profit, stars, profit / 100_000, "cards", "gears", 9)  # type: ignore[arg-type]


def spot(stock: int, served: float, profit: int, stars: int) -> v.Spot:
    return v.Spot(stock * 100.0, served, profit * 100, stars, 25.0 * stars)


class FakeDebrief:
    """Pictures of a run of two stars."""

    reference = "taught"

    def __init__(self, shocks: bool = True) -> None:
        self._shocks = shocks

    def plan_name(self, plan: str) -> Message:
        return plan_name(plan)

    def stand(self, found: object) -> v.StandView:
        rows = {"do_nothing": (23_000, 0.93, 40_000, 0), "bare_jit": (9_000, 0.7, 31_000, 0),
                "taught": (14_000, 0.99, 61_000, 3), "hybrid": (14_000, 0.99, 61_000, 3)}  # fmt: skip
        plans = [
            v.Plan(name, plan_name(name), spot(*row), tuple(spot(row[0] + 200 * k, row[1] - k / 100, *row[2:])
                                                            for k in range(5)))
            for name, row in rows.items()
        ]  # fmt: skip
        words = SAY("debrief.stand.beaten", {"beaten": 2, "plans": 4})
        return v.StandView(spot(18_400, 0.968, 49_900, 2), tuple(plans), (words,))

    def money(self, plan: str, found: object) -> v.MoneyView:
        lines = (
            v.MoneyLine(SAY("posting.late_penalty"), "Dealers", -300_000, (-100_000, -200_000)),
            v.MoneyLine(SAY("posting.lost_sale"), "Dealers", -90_000, (0, -90_000)),
        )
        storage = v.MoneyLine(SAY("posting.storage"), "", 50_050, (50_050, 0))
        steps = (
            v.MoneyStep(SAY("debrief.cause.service"), -390_000, lines),
            v.MoneyStep(SAY("debrief.cause.stock"), 50_050, (storage,)),
        )
        return v.MoneyView(plan, plan_name(plan), 6_120_000, 5_780_050, steps)

    def luck(self, found: object) -> v.LuckView:
        bins = tuple(
            v.Bin(50.0 + 5 * k, 55.0 + 5 * k, count, k == 5) for k, count in enumerate((1, 4, 9, 20, 30, 20, 9))
        )
        worth = v.Estimate(74.0, 73.0, 75.0)
        figures = {"middle": Number(74), "low": Number(73), "high": Number(75)}
        words = (
            SAY(f"debrief.luck.{verdict(0.7)}"),
            SAY("debrief.luck.place_points", {"place": Percent(0.7, 0), **figures}),
            SAY("debrief.luck.bound"),
        )
        return v.LuckView("number", 93, 78.0, bins, worth, 0.7, (worth, worth, worth), words)

    def helped(self, found: object) -> v.HelpedView:
        return v.HelpedView(
            changes=(
                change("change", 6, "Gear sets: 9 cards instead of 7", 431_000, 1),
                change("change", 4, "Gear sets: 100 % Ostrava (dear, near)", 298_000),
                change("change", 8, "Rush rule on for gear sets", -12_000, 1),
            ),
            calls=(change("call", 11, "Dealers' promotion: declined", 220_000),),
            moments=(
                v.MomentView("loss", 7, SAY("debrief.moment.loss"), SAY("Most of it in week 8.")),
                v.MomentView("save", 11, SAY("debrief.moment.save"), SAY("Declining was worth it.")),
            ),
            tried=321,
        )

    def shocks(self) -> tuple[v.ShockView, ...]:
        stock = (
            *(40.0 + k % 5 for k in range(14)),
            *(40.0 - 1.8 * k for k in range(20)),
            *(3.0 * k for k in range(15)),
        )
        served = tuple(None if k == 3 else min(1.0, value / 30) for k, value in enumerate(stock))
        words = (
            SAY("debrief.shock.survive", {"days": Number(22)}),
            SAY("debrief.shock.lasted", {"days": Number(20)}),
        )
        found = (
            v.ShockView("Port closed", "Gear sets", 30, stock, served, 44.0, 64.0, 22.0, 20.0, 25.0, words),
            v.ShockView("Road works", "Wheels", 30, stock, served, 70.0, None, 2.0, None, None, words),
        )
        return found if self._shocks else ()


class FakeCoach:
    """See the module; `asked` are the questions in order, `hold` keeps answers back."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.hold = False
        self.failing: BaseException | None = None
        self.shocks = True

    def warm(self) -> None:
        """Nobody sleeps."""

    def pump(self) -> None:
        """Nothing is under way."""

    def _tell(self, name: str) -> Told:
        self.asked.append(name)
        if self.failing is not None:
            return Told(None, over=False, complete=False, share=0.5, error=self.failing)
        if self.hold:
            return Told(None, over=False, complete=False, share=0.4)
        return Told(name)

    def debrief(self, playing: Playing) -> FakeDebrief:
        return FakeDebrief(self.shocks)

    def standing(self, playing: Playing) -> Told:
        return self._tell("standing")

    def bridge(self, playing: Playing, policy: str) -> Told:
        return self._tell(f"bridge {policy}")

    def fortune(self, playing: Playing) -> Told:
        return self._tell("fortune")

    def helped(self, playing: Playing) -> Told:
        return self._tell("helped")
