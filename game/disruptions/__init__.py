"""What may go wrong: one file a kind. A disruption acts only through effects on parameters of named targets.

When it is active stands on the tape; the engine forms the parameters in force from the effects of all that are.
"""

from game.disruptions import (
    customer_default,
    demand_spike,
    input_price,
    labour_shortage,
    machine_failure,
    obsolescence,
    pandemic,
    quality_escape,
    rate_rise,
    regional_event,
    storage_loss,
    supplier_outage,
    supplier_slowdown,
    transport_delay,
)
from game.disruptions.base import Effects, Kind, Target
from game.level import Disruption
from game.plant import Plant

__all__ = ["KINDS", "Effects", "Kind", "Target", "effects", "hidden", "target"]

MODULES = (
    supplier_outage,
    supplier_slowdown,
    regional_event,
    transport_delay,
    input_price,
    quality_escape,
    demand_spike,
    customer_default,
    machine_failure,
    labour_shortage,
    storage_loss,
    obsolescence,
    rate_rise,
    pandemic,
)
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in MODULES}


def target(disruption: Disruption) -> Target:
    """A disruption's keys; their form was checked by `levelfile`, so that lists as JSON has them will do."""
    return KINDS[disruption.kind].params.model_validate(disruption.extras, strict=False)


def hidden(disruption: Disruption) -> bool:
    """Whether nobody is told that it has begun."""
    return KINDS[disruption.kind].hidden


def effects(plant: Plant) -> tuple[Effects, ...]:
    """What each disruption of the level changes while it is active, in file order."""
    return tuple(target(disruption).effects(plant) for disruption in plant.level.disruption)
