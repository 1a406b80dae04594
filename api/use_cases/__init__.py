"""What a person can ask for, one thing a file; commands, pages, HTTP and jobs call these.

A use case knows no path, no option, no sentence of an edge: what is wrong with what was
given is told by the way to it (`max_changes`, `pins.0.actor`).
"""
