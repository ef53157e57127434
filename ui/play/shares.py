"""Shares among suppliers that always make 100: moving one moves the others. Pure, no Qt."""

from collections.abc import Mapping

LEAST = 10
STEP = 5


def balanced(shares: Mapping[str, int], moved: str, value: int) -> dict[str, int]:
    """The shares after one of them was moved: each 0 or at least ten, together 100, the others in proportion."""
    others = [name for name in shares if name != moved]
    if not others:
        return {moved: 100}
    value = _snapped(value)
    rest = 100 - value
    weights = {name: shares[name] for name in others}
    if not any(weights.values()):
        weights[others[0]] = 1
    parts = _split(rest, weights)
    return {name: value if name == moved else parts[name] for name in shares}


def _snapped(value: int) -> int:
    """The nearest share allowed: 0, 10 to 90, or 100."""
    value = min(100, max(0, value))
    if value < LEAST:
        return 0 if value < LEAST / 2 else LEAST
    if value > 100 - LEAST:
        return 100 if value > 100 - LEAST / 2 else 100 - LEAST
    return value


def _split(rest: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`rest` in proportion to the weights, nobody less than ten but 0; the largest takes the remainder."""
    total = sum(weights.values())
    parts = {name: rest * weight // total for name, weight in weights.items()}
    parts = {name: part if part >= LEAST else 0 for name, part in parts.items()}
    largest = max(weights, key=lambda name: weights[name])
    parts[largest] += rest - sum(parts.values())
    return parts
