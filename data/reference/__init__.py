"""Reference data that ships with Koalition: places and sectors."""
