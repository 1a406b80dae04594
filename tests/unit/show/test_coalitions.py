"""One coalition is made by itself, and drawn only where it is asked for."""

import pytest

from api.documents.report.render import render_report
from api.show.coalitions import (
    CoalitionSection,
    coalition_cards,
    coalition_sections,
    find_section,
    render_section,
)
from models.errors import NotFound
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from models.viewers import PUBLIC, is_hidden, member_of
from tests.kit.report_seasons import make_national, propose_for
from tests.kit.showings import show

PICTURES = ("map", "sector_bars", "area_bars", "scores")


@pytest.fixture(scope="module")
def national() -> tuple[Season, Proposal]:
    season = make_national()
    return season, propose_for(season)


@pytest.mark.parametrize("language", list(Language))
def test_a_section_alone_is_that_of_the_report(
    national: tuple[Season, Proposal], language: Language
) -> None:
    season, proposal = national
    page = render_report(season, proposal, language)
    for coalition in proposal.coalitions:
        section = find_section(show(season, language), proposal, coalition.id)
        piece = str(render_section(section))
        assert piece.count("<section") == piece.count("</section>") == 1
        body, end = piece.rsplit("</section>", 1)
        assert body in page
        assert end == ""


def test_nothing_is_drawn_before_it_is_asked_for(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    for section in coalition_sections(show(season), proposal):
        assert section.title and section.facts and section.members
        assert not set(PICTURES) & vars(section).keys()
    drawn, other = coalition_sections(show(season), proposal)[:2]
    render_section(drawn)
    assert set(PICTURES) <= vars(drawn).keys()
    assert not set(PICTURES) & vars(other).keys()


def test_an_unknown_coalition_is_not_found(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    with pytest.raises(NotFound, match="no coalition c0/9"):
        find_section(show(season), proposal, "c0/9")


def test_a_card_counts_whom_its_viewer_may_not_see(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    (secret,) = (actor for actor in season.actors if is_hidden(actor))
    home = next(c for c in proposal.coalitions if secret.id in {m.actor_id for m in c.members})
    for viewer, is_seen in ((PUBLIC, False), (member_of(secret.id), True)):
        cards = coalition_cards(show(season, viewer=viewer), proposal)
        (card,) = (card for card in cards if card.coalition is home)
        assert card.size == home.size
        assert card.hidden == (0 if is_seen else 1)
        assert (secret in card.actors) == is_seen
        assert (secret.name in card.map) == is_seen
        assert sum(total for _, total in card.sectors) == home.size


def test_a_section_is_for_those_who_see_everything(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    for viewer in (PUBLIC, member_of("a00")):
        with pytest.raises(ValueError, match="whole season"):
            coalition_sections(show(season, viewer=viewer), proposal)
    assert isinstance(coalition_sections(show(season), proposal)[0], CoalitionSection)
