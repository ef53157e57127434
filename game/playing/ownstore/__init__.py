"""A store of the player's own sales: `date,item,units` becomes a level with cards by the formula and goals in reach.

    store = own_store(csv_text, "sales.csv", Wish(title="Our shop"))
    path = store.write(folder)

The level opens with more cards than the formula says, so that there is something to find; the goals are what the
formula's cards reach on twenty tapes, so that three stars can be earned.
"""

from game.playing.ownstore.making import OwnStore, own_store, read

__all__ = ["OwnStore", "own_store", "read"]
