"""What each kind of row is to the models and to the search, one kind per file."""
