"""The preview server: a season's folder behind HTTP, on this computer only."""
