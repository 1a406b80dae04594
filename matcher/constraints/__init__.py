"""Rules: what a coalition must or should hold, one rule kind per file."""
