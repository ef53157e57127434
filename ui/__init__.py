"""The window: draws what `game.playing` shows and asks it for changes; it never computes."""
