"""The PuLP models, the improvement search, the bound and the relaxation."""
