"""The page of what members answered, and the documents that follow a season's meetings."""
