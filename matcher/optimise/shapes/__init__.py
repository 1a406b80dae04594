"""What each shape of term is to the linear model and to the search, one shape per file."""
