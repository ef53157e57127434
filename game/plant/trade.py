"""Purchases and sales side by side: index arrays and terms of all offers and of all customers, formed once a plant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.plant.groups import Groups, Index, alike, index, place, times
from game.plant.terms import column, minor, ppm
from game.plant.together import Goods

if TYPE_CHECKING:
    from game.plant import Plant


@dataclass(frozen=True, eq=False)
class Purchases:
    """All offers: `sources` their rows, `goods` the items bought, `by_item` the offers of each.

    `item_of` is the item of each, `place_of` its place in `goods`; `choice` their items with several offers.
    `price`, `per` (None: of one unit), `order_cost`, `minimum` units of an order and `discount` (ppm) are `[offer, 1]`;
    `delay` periods in which orders reach them before any project, `usual` and `early` periods until they are paid;
    (place among them, source) of `flawed` offers, which may send bad units, and with what they make in a day of
    `limited` ones.
    `order_paid`: some orders cost something, `bounded`: some have a minimum.
    """

    sources: np.ndarray
    at: Index
    goods: Goods
    by_item: Groups
    item_of: np.ndarray
    place_of: Index
    delay: int | np.ndarray
    choice: "Choice"
    price: np.ndarray
    order_cost: np.ndarray
    minimum: np.ndarray
    per: np.ndarray | None
    discount: np.ndarray
    usual: int | np.ndarray
    early: int | np.ndarray
    flawed: tuple[tuple[int, int], ...]
    limited: tuple[tuple[int, int, int], ...]
    order_paid: bool
    bounded: bool

    @classmethod
    def of(cls, plant: "Plant") -> "Purchases":
        """The offers of a plant."""
        sources = plant.bought_sources
        offers = [offer for offer in (plant.sources[source].offer for source in sources) if offer]
        item_of = [plant.sources[source].item for source in sources]
        items = sorted(set(item_of))
        place_of = [items.index(item) for item in item_of]
        return cls(
            sources=index(sources),
            at=place(sources),
            goods=Goods.of(plant, items),
            by_item=Groups.by(place_of, len(items)),
            item_of=index(item_of),
            place_of=place(place_of),
            delay=alike(plant.signal_delay[item_of].tolist()),
            choice=Choice.of(plant, items, sources),
            price=column(minor(offer.price) for offer in offers),
            order_cost=column(minor(offer.order_cost) for offer in offers),
            minimum=column(offer.minimum_order or 0 for offer in offers),
            per=times([offer.per for offer in offers]),
            discount=column(ppm(offer.discount) for offer in offers),
            usual=alike([plant.periods(offer.payment_days) for offer in offers]),
            early=alike([plant.periods(offer.discount_days) for offer in offers]),
            flawed=tuple((k, source) for k, source in enumerate(sources) if source in plant.supply.flawed),
            limited=tuple(
                (k, source, offer.capacity_per_day)
                for k, (source, offer) in enumerate(zip(sources, offers, strict=True))
                if offer.capacity_per_day is not None
            ),
            order_paid=any(offer.order_cost for offer in offers),
            bounded=any(offer.minimum_order for offer in offers),
        )


@dataclass(frozen=True, eq=False)
class Choice:
    """Items with several offers: `items`, their `goods` places, and `[item, place]` their `sources`.

    `real` tells the places that count: items with fewer offers than others have some to spare. `offers` are the
    places of these offers among all.
    """

    items: tuple[int, ...]
    goods: np.ndarray
    sources: np.ndarray
    real: np.ndarray
    offers: np.ndarray

    @classmethod
    def of(cls, plant: "Plant", goods: Sequence[int], sources: Sequence[int]) -> "Choice":
        """Of the items bought and their offers."""
        items = plant.supply.shared
        longest = max((len(plant.sources_of[item]) for item in items), default=0)
        rows = [(*plant.sources_of[item], *[-1] * (longest - len(plant.sources_of[item]))) for item in items]
        table = np.array(rows, dtype=np.intp).reshape(len(items), longest)
        real = table >= 0
        return cls(
            items=items,
            goods=index([goods.index(item) for item in items]),
            sources=np.where(real, table, 0),
            real=real,
            offers=index([sources.index(source) for source in table[real].tolist()]),
        )


@dataclass(frozen=True, eq=False)
class Terms:
    """Customers who wait, leave or pay after so many `periods`, by their `streams`."""

    streams: Index
    periods: int | np.ndarray


@dataclass(frozen=True, eq=False)
class Sales:
    """All customers, by stream.

    `goods` are the items sold, `by_item` the streams of each, `ranks` (streams, places of their goods) in the order in
    which items serve them, by priority; `at_items` the streams of each item of the plant; `priced` (place, item,
    streams) of items whose prices may move. Those whose orders are `due`, whose late orders are kept (`waits`) and
    `lost`, `longest` the most periods until an order is late or lost; cents of a unit's `late_penalty` and `lost_cost`,
    `bad_debt` in ppm `[stream, 1]`; those that pay `cash` and on `credit`. `penalised`: some late units cost a penalty.
    """

    goods: Goods
    by_item: Groups
    ranks: tuple[tuple[Index, Index], ...]
    at_items: Groups
    priced: tuple[tuple[int, int, list[int]], ...]
    due: Terms
    waits: Terms | None
    lost: Terms | None
    longest: int
    late_penalty: np.ndarray
    lost_cost: np.ndarray
    bad_debt: np.ndarray
    cash: Terms | None
    credit: Terms | None
    penalised: bool

    @classmethod
    def of(cls, plant: "Plant") -> "Sales":
        """The customers of a plant."""
        sold = [item for item, streams in enumerate(plant.streams_of) if streams]
        terms, served = plant.level.stream, [plant.streams_of[item] for item in sold]
        due = [plant.periods(stream.due_days) for stream in terms]
        lost = [periods + plant.periods(stream.patience_days) for periods, stream in zip(due, terms, strict=True)]
        pays = [plant.periods(stream.payment_days) for stream in terms]
        waits = [stream.waits for stream in terms]
        return cls(
            goods=Goods.of(plant, sold),
            by_item=Groups.of(served),
            ranks=_ranks(served),
            at_items=Groups.by(plant.item_of_stream, len(plant.items)),
            priced=tuple((k, item, list(served[k])) for k, item in enumerate(sold) if item in plant.market.priced),
            due=Terms(place(range(len(terms))), alike(due)),
            waits=_terms(due, waits),
            lost=_terms(lost, [not kept for kept in waits]),
            longest=max(due[k] if kept else lost[k] for k, kept in enumerate(waits)),
            late_penalty=column(minor(stream.late_penalty) for stream in terms),
            lost_cost=column(minor(stream.lost_sale_cost) for stream in terms),
            bad_debt=column(ppm(stream.bad_debt) for stream in terms),
            cash=_terms(pays, [days == 0 for days in pays]),
            credit=_terms(pays, [days > 0 for days in pays]),
            penalised=any(stream.late_penalty for stream in terms),
        )


def _ranks(served: Sequence[Sequence[int]]) -> tuple[tuple[Index, Index], ...]:
    """The first stream of each item, with the item's place, then the second streams, and so on."""
    ranks = []
    for rank in range(max(map(len, served))):
        some = sorted((streams[rank], k) for k, streams in enumerate(served) if len(streams) > rank)
        ranks.append((place([stream for stream, _ in some]), place([k for _, k in some])))
    return tuple(ranks)


def _terms(periods: Sequence[int], where: Sequence[bool]) -> Terms | None:
    some = [k for k, flag in enumerate(where) if flag]
    return Terms(place(some), alike([periods[k] for k in some])) if some else None
