"""Ways on which mail leaves: a folder, or a mail server."""
