"""From meeting plans to the organiser's page: one HTML file that needs nothing beside itself."""

from collections.abc import Sequence
from pathlib import Path

from api.show.planned import Planned
from api.show.plans import plan_section
from api.show.templating import environment, speech
from models.text import Language

TEMPLATES = Path(__file__).with_name("templates")


def render_meetings(planned: Sequence[Planned], language: Language) -> str:
    """Write the meeting plans of a season's coalitions as one HTML page.

    Parameters
    ----------
    planned : sequence of Planned
        At least one, all of the same season.
    language : Language
        Of everything but the organisations' and the challenges' own words.

    Returns
    -------
    str
        The page, without scripts and without anything to fetch. The same input gives the
        same text.

    Notes
    -----
    The page is the organiser's: actors who are hidden from others are in it, and marked.
    No email enters.
    """
    page = environment(TEMPLATES).get_template("meetings.html.j2")
    sections = [plan_section(each, place) for place, each in enumerate(planned, start=1)]
    rendered = page.render(**speech(language), season=planned[0].season, sections=sections)
    return f"{rendered}\n"
