"""What goes in and out over HTTP beside the vocabulary, one file for each kind of thing."""
