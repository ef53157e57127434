"""The campaign and all other levels; the page itself is `page.LevelsPage`."""
