"""A meeting plan as people read it: the organiser's page, participants' sheets, and tables."""
