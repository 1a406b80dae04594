"""From idea maps to one HTML page that needs nothing beside itself."""

from collections.abc import Sequence
from pathlib import Path

from api.show.idea_pictures import draw_kind
from api.show.ideas import IdeaSection, name_author
from api.show.templating import environment, speech
from models.idea_maps import CardKind, IdeaMap
from models.seasons import Season
from models.text import Language

TEMPLATES = Path(__file__).with_name("templates")


def render_ideas(season: Season, maps: Sequence[IdeaMap], language: Language) -> str:
    """Write idea maps as one HTML page.

    Parameters
    ----------
    season : Season
        Whose coalitions the maps are of.
    maps : sequence of IdeaMap
    language : Language
        Of everything but the members' own words.

    Returns
    -------
    str
        The page, without scripts and without anything to fetch. The same input gives the same
        text. The members see it, so nothing in it names an actor who is not to be shown.
    """
    page = (
        environment(TEMPLATES)
        .get_template("ideas.html.j2")
        .render(
            **speech(language),
            season=season,
            sections=[
                IdeaSection(season, each, i, language) for i, each in enumerate(maps, start=1)
            ],
            kinds=list(CardKind),
            kind_symbols={kind.value: draw_kind(kind) for kind in CardKind},
            who=lambda card: name_author(card).in_language(language),
        )
    )
    return f"{page}\n"
