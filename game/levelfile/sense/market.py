"""Customers' further terms: prices, markdown and goodwill that have an effect."""

from game.levelfile.sense.draft import Found, Sense, said

PRICES = ("price", "markdown", "markdown_after_days")


def goodwill(sense: Sense) -> Found:
    """Goodwill comes back more slowly than it is lost, and has room to fall."""
    for d, stream in enumerate(sense.level.stream):
        if stream.goodwill is None:
            continue
        if stream.goodwill.recovery > stream.goodwill.loss:
            values = {"recovery": stream.goodwill.recovery, "loss": stream.goodwill.loss}
            yield said(("stream", d, "goodwill", "recovery"), "goodwill_fast", **values)
        if stream.goodwill.floor == 1:
            yield said(("stream", d, "goodwill", "floor"), "goodwill_floor")


def markdown(sense: Sense) -> Found:
    """What is marked down grows old and has a customer who minds the price."""
    minded = {stream.item for stream in sense.level.stream if stream.elasticity}
    for i, item in enumerate(sense.level.item):
        if item.markdown and item.shelf_life_days is None:
            yield said(("item", i, "markdown"), "markdown_fresh", item=item.id)
        elif item.markdown and item.id not in minded:
            yield said(("item", i, "markdown"), "markdown_nobody", item=item.id)


def prices(sense: Sense) -> Found:
    """Prices that the player may set matter to somebody."""
    if any(stream.elasticity for stream in sense.level.stream):
        return
    for place, name in enumerate(sense.level.levers):
        if name.rpartition(".")[2] in PRICES:
            yield said(("levers", place), "price_nobody", lever=name)


def market_goal(sense: Sense) -> Found:
    """Where prices or goodwill move demand, a goal looks at the market served: dear goods for few are no success."""
    level = sense.level
    minded = any(stream.elasticity for stream in level.stream)
    priced = minded and any(name.rpartition(".")[2] == "price" for name in level.levers)
    moved = priced or any(stream.goodwill for stream in level.stream)
    if moved and level.goal and all(goal.measure != "market_served" for goal in level.goal):
        yield said(("goal", 0, "measure"), "market_goal")
