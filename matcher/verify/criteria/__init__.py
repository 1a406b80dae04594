"""The contract's criteria as the checker computes them, one per file."""
