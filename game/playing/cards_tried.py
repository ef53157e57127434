"""One card more, one card less: what the shelf of a perishable would have lost and thrown away with other numbers."""

from game.coach.shelf import Trial, Tried
from game.levers import Decision, refusal
from game.message import Message
from game.playing.scene import Scene
from game.playing.views import CardsTried, CardsView

AROUND = 3
"""Numbers tried on each side of the one in force."""
WEEK = 7


class CardsTrial:
    """The trial of an item's cards, played turn by turn, and its picture when it is over."""

    def __init__(self, scene: Scene, item: int) -> None:
        self._scene, self._now = scene, scene.setting("cards", item)
        name = scene.plant.items[item].id
        settings = scene.state.settings
        numbers = [
            cards
            for cards in range(max(1, self._now - AROUND), self._now + AROUND + 1)
            if cards == self._now or refusal(scene.plant, settings, Decision("cards", name, cards)) is None
        ]
        self._trial = Trial(scene.run, item, numbers)

    @property
    def over(self) -> bool:
        """Whether the picture is complete."""
        return self._trial.over

    def step(self) -> None:
        """Play one turn more of all numbers."""
        self._trial.step()

    def view(self) -> CardsView:
        """Missed sales and waste a week by number of cards, and the number that would have earned most."""
        found = self._trial.found()
        tried = tuple(CardsTried(one.cards, self._weekly(one.missed), self._weekly(one.waste)) for one in found)
        return CardsView(self._now, tried, self._words(found))

    def _weekly(self, units: int) -> int:
        calendar = self._scene.level.calendar
        return round(units * WEEK / (self._scene.run.turn * calendar.days_per_turn))

    def _words(self, found: tuple[Tried, ...]) -> Message:
        now = next(one for one in found if one.cards == self._now)
        best = max(found, key=lambda one: (one.profit, one is now))
        gain = self._weekly(best.profit - now.profit)
        if gain <= 0:
            return Message("cards_tried.fine", {"cards": now.cards})
        return Message("cards_tried.better", {"cards": best.cards, "money": self._scene.seen.money(gain)})


def cards_trial(scene: Scene, target: str) -> CardsTrial | None:
    """The trial of an item by its id: a perishable that customers buy, on cards, once a turn was played.

    It is open on the terms of the formula.
    """
    item = scene.plant.item_index(target)
    fits = scene.plant.streams_of[item] and scene.plant.shelf_life[item] and scene.policy(item) == "kanban"
    return CardsTrial(scene, item) if fits and scene.run.turn and scene.shows_formula else None
