"""The engine: pure functions of season, settings and seed."""
