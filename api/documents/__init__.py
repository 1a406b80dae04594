"""Documents: files that need nothing beside themselves."""
