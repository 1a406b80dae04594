"""What the engine asks of its surroundings, one port a file."""
