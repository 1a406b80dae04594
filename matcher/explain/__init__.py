"""Why this actor, why not that one, and independent verification."""
