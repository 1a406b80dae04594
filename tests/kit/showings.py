"""Seasons as the views take them."""

from api.show.showing import Showing
from matcher.glossary import read_glossary
from models.seasons import Season
from models.text import Language
from models.viewers import ORGANISER, Viewer


def show(season: Season, language: Language = Language.EN, viewer: Viewer = ORGANISER) -> Showing:
    """Show a season with this version's words, to its organiser unless told otherwise."""
    return Showing(season, language, viewer, read_glossary())
