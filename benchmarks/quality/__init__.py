"""How well words are read: real tasks, several readers, intervals."""
