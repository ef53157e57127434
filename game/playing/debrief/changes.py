"""What would have helped, the good calls and three moments, in sentences."""

from collections.abc import Sequence

from game import engine, levers
from game.coach.helped import Change, Helped
from game.coach.moments import Moment
from game.coach.past import settings_by_turn
from game.levers import Decision
from game.message import Message
from game.playing.pending import owner_name, shown
from game.playing.scene import Scene
from game.playing.views.debrief import ChangeView, HelpedView, MomentView
from game.state import Settings

MOST = 6
"""Changes shown."""
CALLS = 3


class Changes:
    """The sentences of one run."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._run = scene, scene.run
        self._settings: Sequence[Settings] = settings_by_turn(scene.run)

    def view(self, found: Helped, told: tuple[Moment, ...]) -> HelpedView:
        """All of it."""
        return HelpedView(
            changes=tuple(self._change(one, "change") for one in best(found)),
            calls=tuple(self._change(one, "call") for one in found.calls[:CALLS]),
            moments=tuple(self._moment(one) for one in told),
            tried=found.tried,
        )

    def _change(self, one: Change, kind: str) -> ChangeView:
        decision = one.decision
        return ChangeView(
            kind,  # type: ignore[arg-type]
            one.turn,
            self._what(one, kind),
            one.profit,
            one.stars,
            one.score,
            decision.lever,
            decision.target,
            decision.value,
        )

    def _what(self, one: Change, kind: str) -> Message:
        """A change against what was set in its turn; a decision made against what was set before it."""
        decision = one.decision
        before = self._value(decision, one.turn if kind == "change" else one.turn - 1)
        values = {
            "target": owner_name(self._scene, decision),
            "lever": Message(f"lever.{decision.lever}.name"),
            "before": self._shown(decision.lever, before),
            "after": self._shown(decision.lever, decision.value),
        }
        return Message("debrief.helped.instead" if kind == "change" else "hint.change", values)

    def _shown(self, lever: str, value: levers.Value) -> object:
        """A value as a person reads it: shares with the names of those who have one."""
        if not isinstance(value, dict):
            return shown(self._scene, lever, value)
        seen, places = self._scene.seen, self._run.plant.index["supplier"]
        return ", ".join(
            f"{share}\u00a0% {seen.name('supplier', places[one])}" for one, share in value.items() if share
        )

    def _value(self, decision: Decision, turn: int) -> levers.Value:
        plant, lever = self._run.plant, levers.LEVERS[decision.lever]
        settings = self._settings[turn] if 0 <= turn < len(self._settings) else engine.opening(plant, 1).settings
        return lever.value(plant, settings, plant.index[lever.owner][decision.target])

    def _moment(self, one: Moment) -> MomentView:
        kind = "change" if one.kind == "loss" else "call"
        values = {
            "word": self._scene.turn_word,
            "turn": one.turn + 1,
            "from": one.change.turn + 1,
            "shock": (one.shock or 0) + 1,
            "what": self._what(one.change, kind),
            "money": self._scene.seen.money(one.change.profit),
        }
        text = Message(f"debrief.moment.{one.kind}_text", values)
        return MomentView(one.kind, one.turn, Message(f"debrief.moment.{one.kind}"), text)


def best(found: Helped, count: int = MOST) -> tuple[Change, ...]:
    """What brings further stars first, then what brings most; each lever of each thing once."""
    stars = [one for one in found.by_stars if one.stars > 0]
    rest = [one for one in (*found.by_profit, *found.by_stars) if one.stars >= 0]
    chosen: dict[str, Change] = {}
    for one in (*stars, *rest):
        chosen.setdefault(one.decision.key, one)
    return tuple(chosen.values())[:count]
