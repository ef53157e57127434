"""Milkrun without a window: the model, its records and its headless commands. Knows no Qt."""
