"""The members' edition: their own words before numbers, and nothing that is the organiser's."""

import re

import pytest

from api.documents.report.render import render_report
from models.editions import Edition, ReportForm
from models.hosts import Host
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from tests.kit.pages import Node, parse
from tests.kit.report_seasons import EMAIL

LOGO = "data:image/png;base64,iVBORw0KGgo="
HOST = Host(name="Mötesplatsen <i>", contact="Kim, 010-123 45 67", logo=LOGO)
OF_THE_ORGANISER = {
    Language.SV: ("Reserv", "Svag", "Träffsäkerhet", "Totalpoäng", "Utan plats", "Vikt", "Regel"),
    Language.EN: ("eserve", "Weak", "elevance", "Objective", "Without a", "Weight", "Rule"),
}


def make_edition(season: Season, proposal: Proposal, language: Language) -> str:
    form = ReportForm(edition=Edition.MEMBERS, host=HOST)
    return render_report(season, proposal, language, proposal, form)


@pytest.fixture(scope="module", params=list(Language))
def edition(
    request: pytest.FixtureRequest, national: tuple[Season, Proposal]
) -> tuple[Language, str, Node]:
    page = make_edition(*national, request.param)
    return request.param, page, parse(page)


def test_nothing_of_the_organisers_is_in_it(
    edition: tuple[Language, str, Node], national: tuple[Season, Proposal]
) -> None:
    language, page, tree = edition
    season, proposal = national
    assert proposal.unplaced
    assert any(coalition.reserves for coalition in proposal.coalitions)
    words = tree.find("main")[0].text
    for word in OF_THE_ORGANISER[language]:
        assert word not in words
    placed = {member.actor_id for c in proposal.coalitions for member in c.members}
    for actor in season.actors:
        assert ("<h4>" in page) and (actor.name in words) == (
            actor.id in placed and actor.visible
        ), actor.name
    assert EMAIL not in page
    assert "2020" not in words
    assert not re.search(r"\d[.,]\d{2}", words), "no score is told"


def test_each_coalition_says_why_and_each_member_speaks_before_numbers(
    edition: tuple[Language, str, Node], national: tuple[Season, Proposal]
) -> None:
    _, _, tree = edition
    _, proposal = national
    sections = tree.find("section", "gathering")
    assert len(sections) == len(proposal.coalitions)
    for section, coalition in zip(sections, proposal.coalitions, strict=True):
        (why,) = section.find("p", "why-together")
        assert why.text.count(".") == 1
        voices = section.find("ul", "voices")[0].find("li")
        assert voices
        assert len(voices) <= coalition.size
        for voice in voices:
            classes = [node.attributes.get("class") for node in voice.find("p")]
            assert classes[0] == "from"
            assert classes[-1] == "contacts"
            assert "words" in classes
    whole = [p.text for section in sections for p in section.find("p", "words")]
    assert whole


def test_both_editions_name_the_organiser_with_contact_and_logo(
    national: tuple[Season, Proposal],
) -> None:
    for edition in Edition:
        form = ReportForm(edition=edition, host=HOST)
        tree = parse(render_report(*national, Language.SV, form=form))
        (told,) = tree.find("p", "organiser")
        assert told.text == "Arrangör: Mötesplatsen <i>, Kim, 010-123 45 67"
        (logo,) = told.find("img")
        assert logo.attributes["src"] == LOGO
        assert logo.attributes["alt"] == "Mötesplatsen <i>"
        bare = parse(render_report(*national, Language.SV, form=ReportForm(edition=edition)))
        assert bare.find("p", "organiser") == bare.find("img") == []


def test_addresses_in_own_words_and_hidden_members_are_left_out(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    first = proposal.coalitions[0].members[0].actor_id
    second = proposal.coalitions[0].members[1].actor_id
    words = "Vi odlar. Ring 070-123 45 67 eller skriv till kim@odla.se. Vi säljer grönt."
    actors = tuple(
        actor.evolve(visible=False, name="Dolda huset")
        if actor.id == second
        else actor.evolve(description=words, offers="", seeks="")
        if actor.id == first
        else actor
        for actor in season.actors
    )
    page = make_edition(season.evolve(actors=actors), proposal, Language.SV)
    assert "Vi odlar." in page
    assert "Vi säljer grönt." in page
    for secret in ("070", "kim@odla.se", "Dolda huset"):
        assert secret not in page
    assert "Dessutom en organisation som inte nämns vid namn." in page
