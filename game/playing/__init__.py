"""The player's door: query, decide, undo, run a turn; and the pictures a window draws."""
