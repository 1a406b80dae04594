"""The map of ideas and needs as a page and as tables."""
