"""The service behind HTTP: the JSON interface, version 1."""
