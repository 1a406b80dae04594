"""Shapes of terms: how members become a value, one shape per file."""
