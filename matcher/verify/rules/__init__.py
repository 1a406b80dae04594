"""The contract's rules as the checker counts them, one kind per file."""
