"""Text to vectors: one file per backend, one cache port."""
