"""A season as files: reading, templates, member lists."""
