"""Four meetings: who sits with whom in their breakout rounds, and what happens in them."""
