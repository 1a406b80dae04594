"""From a proposal to its report: one HTML file that needs nothing beside itself."""

from pathlib import Path

from api.documents.report.certificate import certificate_facts, setting_facts, weight_rows
from api.documents.report.conflicts import conflict_groups
from api.documents.report.leftovers import leftover_groups
from api.documents.report.members import render_members_edition
from api.documents.report.sheet import lay_out_sheet
from api.documents.report.summary import say_quality, summarise_proposal
from api.show import historic
from api.show.coalitions import coalition_sections
from api.show.edits import tell_edits
from api.show.outlines import draw_country
from api.show.showing import Showing
from api.show.templating import environment, speech
from api.use_cases.compare_proposals import compare
from matcher.glossary import read_glossary
from models.clock import say_stamp
from models.editions import Edition, ReportForm
from models.hosts import say_host
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from models.viewers import ORGANISER

TEMPLATES = Path(__file__).with_name("templates")


def render_report(
    season: Season,
    proposal: Proposal,
    language: Language,
    before: Proposal | None = None,
    form: ReportForm | None = None,
) -> str:
    """Write the report of a proposal as one HTML page.

    Parameters
    ----------
    season : Season
        The season that the proposal was made for.
    proposal : Proposal
        Whose actors and challenges the season has.
    language : Language
        Of everything but the organisations' and the challenges' own words.
    before : Proposal, optional
        Another proposal of the same season, of which this one is an edit: then the
        report says what the edit changed, in the organiser's edition.
    form : ReportForm, optional
        For whom it is; the organiser's edition without the figures of 2020 by default.

    Returns
    -------
    str
        The page, with its pictures and styles inside, without scripts and without
        anything to fetch. The same input gives the same text.

    Notes
    -----
    Emails never enter: rows are made of names, places and sectors alone. In the organiser's
    edition actors who are hidden from others are in it, and marked; in the members' they and
    whatever else is the organiser's are not (`api.documents.report.members`).
    """
    form = form or ReportForm()
    template = environment(TEMPLATES).get_template("report.html.j2")
    showing = Showing(season, language, ORGANISER, read_glossary(), form.with_2020)
    if form.edition is Edition.MEMBERS:
        return render_members_edition(showing, proposal, form.host)
    sections = coalition_sections(showing, proposal)
    page = template.render(
        **speech(language),
        season=season,
        proposal=proposal,
        created=proposal.created_at and say_stamp(proposal.created_at, season.time_zone),
        summary=summarise_proposal(season, proposal),
        quality=say_quality(proposal.certificate),
        sheet=lay_out_sheet(showing, proposal),
        sections=sections,
        edits=None if before is None else tell_edits(showing, compare(before, proposal)),
        anchors={c.id: s.anchor for c, s in zip(proposal.coalitions, sections, strict=True)},
        conflicts=conflict_groups(showing, proposal, sections),
        groups=leftover_groups(showing, proposal),
        outcome=certificate_facts(proposal, season.time_zone),
        settings=setting_facts(showing, proposal),
        weights=weight_rows(showing, proposal),
        country=draw_country(),
        historic=historic.SCORES,
        with_2020=form.with_2020,
        host=form.host,
        organiser=say_host(form.host),
    )
    return f"{page}\n"
