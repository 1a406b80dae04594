"""Where things are remembered beside the files of a season."""
