"""Why this actor, why not that one, and what stands in the way."""
