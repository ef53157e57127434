"""The policy board as the player fills it in, and as the debrief reads it."""

from collections.abc import Iterator
from dataclasses import replace

from game import levers
from game.coach import board
from game.coach.board import CHOICES, Card, Fared
from game.coach.risk import UNRELIABLE, VARIABLE
from game.coach.sight import Sight, of_run
from game.levers import Decision
from game.levers.choice import OPEN, SaidLever
from game.message import Message, Number, Percent
from game.playing.pending import shown
from game.playing.scene import Scene
from game.playing.views import BoardCard, BoardView, Fact, FaredView


def board_view(scene: Scene) -> BoardView | None:
    """The board as it stands with what is planned; None where the level has none."""
    every = board.cards(scene.plant, scene.planned)
    asked = levers.in_reach(scene.plant, "tolerance", "firm")
    if not every and not asked:
        return None
    sight = _sight(scene)
    return BoardView(
        cards=tuple(_card(scene, sight, card) for card in every),
        choices=CHOICES,
        reasons=_words("reason"),
        tolerance=str(_said(scene, "tolerance", 0)) if asked else None,
        tolerances=_words("tolerance"),
    )


def tolerated(scene: Scene) -> float | None:
    """The chance of no star that was said to be bearable; None where nothing was said."""
    said = str(_said(scene, "tolerance", 0))
    return None if said == OPEN else int(said) / 100


def chosen(scene: Scene, item: str, choice: str, reason: str) -> tuple[Decision, ...]:
    """What picking a choice for a part decides, as far as it changes something."""
    index = scene.plant.item_index(item)
    return board.settings_of(_sight(scene), index, choice, reason)


def _words(lever: str) -> tuple[str, ...]:
    """What may be said, the open one left out."""
    found = levers.LEVERS[lever]
    assert isinstance(found, SaidLever)
    return tuple(word for word in found.words if word != OPEN)


def _said(scene: Scene, lever: str, index: int) -> object:
    return levers.LEVERS[lever].value(scene.plant, scene.planned, index)


def _sight(scene: Scene) -> Sight:
    return replace(of_run(scene.run), settings=scene.planned)


def _card(scene: Scene, sight: Sight, card: Card) -> BoardCard:
    return BoardCard(
        item=scene.plant.items[card.item].id,
        name=scene.seen.name("item", card.item),
        facts=tuple(_facts(scene, card)),
        choice=str(_said(scene, "board", card.item)),
        reason=str(_said(scene, "reason", card.item)),
        sets={choice: _sets(scene, sight, card.item, choice) for choice in CHOICES},
    )


def _facts(scene: Scene, card: Card) -> Iterator[Fact]:
    yield Fact("variability", Percent(card.variability, 0), "warn" if card.variability >= VARIABLE else None)
    yield Fact("board_lead", Message("fact.days_short", {"days": Number(card.lead_days, 1)}))
    yield Fact("board_on_time", Percent(card.on_time, 0), "warn" if card.on_time < UNRELIABLE else None)
    yield Fact("board_value", scene.seen.money(round(card.unit_cost)))
    yield Fact("board_outage", scene.seen.money(round(card.outage)))


def _sets(scene: Scene, sight: Sight, item: int, choice: str) -> Message:
    """The settings of a choice in a line."""
    made = board.follow(sight, item, choice)
    said = [
        Message("board.sets", {"lever": Message(f"lever.{d.lever}.name"), "value": shown(scene, d.lever, d.value)})
        for d in made
    ]
    match said:
        case []:
            return Message("board.sets_nothing")
        case [one]:
            return one
        case _:
            return Message("board.sets_both", {"first": said[0], "second": said[1]})


def fared_view(scene: Scene, found: Fared) -> FaredView:
    """One choice after the run, in sentences."""
    key = {None: "no_reason", True: "reason_held", False: "reason_failed"}[found.held]
    stock = scene.seen.money(round(found.stock))
    return FaredView(
        name=scene.seen.name("item", found.item),
        choice=found.choice,
        reason=Message(f"board.{key}", {"reason": Message(f"board.{found.reason}")}),
        agrees=found.choice == found.advised,
        advice=Message("board.advice", {"choice": Message(f"board.{found.advised}")}),
        came=Message("board.came", {"days": Number(found.out_days, 0), "stock": stock}),
        others=tuple((choice, found.profit[choice], found.stars[choice]) for choice in found.profit),
        stars=found.earned,
    )
