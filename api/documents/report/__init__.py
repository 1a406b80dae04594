"""The report of a proposal: one HTML file with words, tables and pictures."""
