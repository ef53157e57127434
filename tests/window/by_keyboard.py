"""Plays First cards in a real window by keyboard alone. Run by hand, with what `first_cards.py` needs:

    python tests/window/by_keyboard.py [FOLDER]

Ctrl+1 leads to the floor, a digit chooses a loop there, Enter leads to its cards. Ends as `first_cards.py` does.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.window.first_cards import LOOPS, Hand, main


def by_keys(hand: Hand, window: str, loop: str) -> None:
    """Choose a loop by its digit; Enter goes to its cards."""
    hand.key("ctrl+1")
    hand.key(str(1 + list(LOOPS).index(loop)))
    hand.key("Return")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], by_keys))
