"""Rule M12: counts at the end of a period that only measures look at."""

from tests.oracle.world import World


def note_cycles(world: World) -> None:
    """Stock-outs, and cycles from one arrival to the next."""
    for i, item in enumerate(world.items):
        world.count("stock_out", i, int(world.on_hand(i) <= 0))
        streams = world.facts.streams_of(i)
        short = world.flows["short"][i] > 0 or any(
            world.flows["lost"][d] or world.streams[d].waiting() for d in streams
        )
        if any(world.flows[flow][i] for flow in ("received", "made", "moved_in")):
            world.count("cycles", i, 1)
            world.count("cycles_short", i, int(item.short_in_cycle))
            item.short_in_cycle = False
        item.short_in_cycle |= short
