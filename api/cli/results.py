"""Where the results of commands go: documents and pages into files."""

from pathlib import Path
from typing import TYPE_CHECKING

from models.proposals import Proposal
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from models.editions import ReportForm


def write_proposal(
    path: Path | None,
    page: Path | None,
    season: Season,
    proposal: Proposal,
    language: Language,
    before: Proposal | None = None,
    form: "ReportForm | None" = None,
) -> None:
    """Write a proposal and its report, each where it is asked for."""
    from data.files.documents import write_document, write_text_page

    if path is not None:
        write_document(path, proposal.to_document())
    if page is not None:
        from api.documents.report.render import render_report

        write_text_page(page, render_report(season, proposal, language, before, form))


def write_proposal_tables(
    path: Path, season: Season, proposal: Proposal, language: Language
) -> None:
    """Write the tables of a proposal's report as a workbook."""
    from api.documents.report.tables import report_tables
    from data.files.workbook import TableSheet, write_workbook

    tables = report_tables(season, proposal, language)
    write_workbook(path, [TableSheet(*table) for table in tables])
