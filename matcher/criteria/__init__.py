"""Criteria: what a good coalition is, one criterion per file."""
