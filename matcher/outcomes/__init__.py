"""What members answered after the meetings, and what follows from it."""
