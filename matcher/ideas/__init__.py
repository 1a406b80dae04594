"""The idea and need map of a coalition's fourth meeting."""
