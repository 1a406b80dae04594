from dataclasses import dataclass

import pytest

from api.documents.report.render import render_report
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from tests.kit.pages import Node, parse
from tests.kit.report_seasons import make_national, make_regional, propose_for


@dataclass(frozen=True)
class Report:
    season: Season
    proposal: Proposal
    language: Language
    page: str
    tree: Node


def make_report(season: Season, proposal: Proposal, language: Language) -> Report:
    page = render_report(season, proposal, language)
    return Report(season, proposal, language, page, parse(page))


@pytest.fixture(scope="package")
def national() -> tuple[Season, Proposal]:
    season = make_national()
    return season, propose_for(season)


@pytest.fixture(scope="package")
def regional() -> tuple[Season, Proposal]:
    season = make_regional()
    return season, propose_for(season)


@pytest.fixture(scope="package", params=list(Language))
def report(request: pytest.FixtureRequest, national: tuple[Season, Proposal]) -> Report:
    """Report of the national season, in both languages."""
    return make_report(*national, request.param)


@pytest.fixture(scope="package", params=list(Language))
def relaxed(request: pytest.FixtureRequest, regional: tuple[Season, Proposal]) -> Report:
    """Report of the regional season, whose sector floor can't hold, in both languages."""
    return make_report(*regional, request.param)
