"""The vocabulary of the engine: actors as arrays, fits of words, a problem to be solved."""
