"""What a player says about the store that is to be made of a sales history. Imports nothing that takes long."""

from dataclasses import dataclass

MODES = ("resample", "replay", "fitted")


@dataclass(frozen=True)
class Wish:
    """What the player says about the store: how demand comes (`resample`, `replay` or `fitted`), unit cost and price,
    days from order to shelf, days that goods keep (0: for ever), currency, title.
    """

    mode: str = "resample"
    cost: float = 3.0
    price: float = 5.0
    lead_days: float = 2.0
    keeps: int = 0
    currency: str = "EUR"
    title: str = ""
