"""Facets: the sub-needs of a challenge, proposed from its own words and the actors'."""
