"""Presentation that documents and pages share: words, numbers, pictures."""
