"""Faults brought about on purpose, and what is left after them."""
