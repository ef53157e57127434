"""The short line beneath levers of prices: what they come to, and what customers make of it."""

from game.levers.market import PERCENT, prices, response, tempted
from game.message import Message, Percent
from game.plant import PPM
from game.playing.scene import Scene


def price(scene: Scene, stream: int) -> Message | None:
    """The price planned in money, and the share of demand that it leaves."""
    values = {
        "money": scene.seen.money(int(prices(scene.plant, scene.planned)[stream, 0])),
        "share": Percent(int(response(scene.plant, scene.planned, stream)[0]) / PPM, 0),
    }
    return Message("market.price", values)


def markdown(scene: Scene, item: int) -> Message | None:
    """The lower price, and how many more buyers it may bring."""
    off = scene.plan("markdown", item)
    if not off:
        return Message("market.no_markdown")
    streams = [stream for stream in scene.plant.streams_of[item] if stream in scene.plant.market.elasticity]
    full = int(prices(scene.plant, scene.planned)[streams[0], 0])
    more = int(tempted(scene.plant, scene.planned, streams[0])[0]) / PPM
    values = {"money": scene.seen.money(full - full * off // PERCENT), "share": Percent(more, 0)}
    return Message("market.markdown", values)


HINTS = {"price": price, "markdown": markdown}
