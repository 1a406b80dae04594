"""A member's sheet names whom it meets and why, truly, and nobody who is hidden."""

import re

import numpy as np
import pytest

from api.documents.meetings.reasons import tell_worth
from api.documents.meetings.sheets import lay_out_sheets, render_sheets
from api.show.planned import Planned
from matcher.suggest import Matchmaker
from models.encounters import find_encounters
from models.hosts import Host
from models.meetings import MeetingPlan
from models.people import People
from models.seasons import Season
from models.text import Language
from tests.kit.meetings import weekly
from tests.kit.pages import Node, parse
from tests.kit.partners import Given, give_fits
from tests.kit.report_seasons import EMAIL
from tests.unit.documents.meetings.conftest import HIDDEN


def sheets_of(page: str) -> list[Node]:
    return parse(page).find("article", "member")


@pytest.mark.parametrize("language", list(Language))
def test_each_round_tells_whom_the_plan_seats_there(
    season: Season, long_plan: MeetingPlan, language: Language
) -> None:
    planned = Planned(season, long_plan, weekly())
    sheets = sheets_of(render_sheets(planned, language))
    assert len(sheets) == 18
    names = {actor.id: " ".join(actor.name.split()) for actor in season.actors}
    unnamed = "organisation till" if language is Language.SV else "more organisation"
    for sheet, actor in zip(sheets, planned.members, strict=True):
        assert sheet.find("h1")[0].text == names[actor.id]
        lists = sheet.find("ul")
        encounters = find_encounters(season, long_plan, actor.id)
        assert len(lists) == len(encounters) == 8
        for told, encounter in zip(lists, encounters, strict=True):
            named = {node.text for node in told.find("b")}
            assert named == {names[other] for other in encounter.others}
            assert (unnamed in told.text) == (encounter.unnamed > 0)


def test_those_who_are_hidden_are_named_on_their_own_sheet_alone(
    season: Season, long_plan: MeetingPlan
) -> None:
    planned = Planned(season, long_plan, weekly())
    name = season.actors[season.actor_index[HIDDEN]].name
    for actor in planned.members:
        for language in Language:
            page = render_sheets(planned, language, [actor.id])
            assert (name in page) == (actor.id == HIDDEN)
            assert EMAIL not in page
            assert "<script" not in page


def test_everybody_met_is_counted_also_those_who_are_not_named(
    season: Season, long_plan: MeetingPlan
) -> None:
    for actor in season.actors:
        met = {
            other
            for meeting in long_plan.meetings
            for breakout in meeting.rounds
            for room in breakout.rooms
            if actor.id in room.members
            for other in room.members
        } - {actor.id}
        known = {
            other
            for tie in season.ties
            for other in (tie.actor_a, tie.actor_b)
            if actor.id in (tie.actor_a, tie.actor_b)
        }
        told = lay_out_sheets(Planned(season, long_plan), actor.id).lede.en
        numbers = [int(n) for n in re.findall(r"\d+", told)]
        new = len(met - known)
        assert numbers == ([len(met)] if new == len(met) else [len(met), new])


def test_reasons_are_those_of_the_season(season: Season, plan: MeetingPlan) -> None:
    planned = Planned(season, plan)
    by_id = {actor.id: actor for actor in season.actors}

    def worth(one: str, other: str) -> str:
        return tell_worth(planned, by_id[one], by_id[other], None).en

    assert worth("a00", "a01").startswith("You collaborate already")
    assert worth("a02", "a00").startswith("You know each other")
    assert worth(HIDDEN, "a00").startswith("You have met in an earlier coalition")
    assert worth("a01", "a02") == "A new contact from another sector."
    assert worth("a00", "a04") == (
        "A new contact from your sector in another county (Västra Götaland)."
    )
    same = by_id["a01"].evolve(sector=by_id["a06"].sector)
    other = by_id["a06"].evolve(place=same.place)
    near = tell_worth(planned, same, other, None).en
    assert near == "A new contact from your sector, in the same county."


def test_the_second_time_refers_to_the_first(season: Season, long_plan: MeetingPlan) -> None:
    seen: dict[str, int] = {}
    again = 0
    for meeting in lay_out_sheets(Planned(season, long_plan), "a01").meetings:
        for rows in meeting.rounds:
            for guest in rows.guests:
                assert guest.is_again == (guest.actor.id in seen)
                if guest.is_again:
                    again += 1
                    before = seen[guest.actor.id]
                    assert guest.why.en == (
                        "You met earlier in this meeting."
                        if before == meeting.number
                        else f"You met in meeting {before}."
                    )
                seen.setdefault(guest.actor.id, meeting.number)
    assert again > 0


def test_what_a_reading_finds_is_told_beside_the_tie(season: Season, plan: MeetingPlan) -> None:
    """Actor 6 offers exactly what actor 1 seeks, and says so; a hidden name is left out."""
    actors = list(season.actors)
    actors[1] = actors[1].evolve(seeks="lokaler för unga")
    actors[6] = actors[6].evolve(offers="lokaler för unga; plats i Hemliga huset")
    read = season.evolve(actors=tuple(actors))
    planned = Planned(read, plan)
    matchmaker = Matchmaker(read, give_fits(read, _vectors(read)), People())
    (found,) = matchmaker.compare("a01", ["a06", HIDDEN])
    assert found.actor_id == "a06"
    told = tell_worth(planned, actors[1], actors[6], found).en
    assert told.startswith(
        "A new contact from another sector. They offer what you seek (1.00 of 1)"
    )
    assert "lokaler för unga" in told
    assert "Hemliga" not in told


def _vectors(season: Season) -> Given:
    """Give words that are all unlike, while everybody offers what everybody seeks."""
    words = np.eye(len(season.actors), dtype=np.float32)
    same = np.zeros_like(words)
    same[:, 0] = 1
    return Given(words, same, same)


def test_sheets_say_where_the_meetings_are_and_whom_to_ask(
    season: Season, plan: MeetingPlan
) -> None:
    venue = plan.evolve(place="Folkets hus <2>", link="https://example.org/?a=1&b=2")
    host = Host(name="Mötesplatsen", contact="Kim, 010-123 45 67")
    (sheet,) = sheets_of(render_sheets(Planned(season, venue, (), host), Language.SV, ["a01"]))
    (told,) = sheet.find("p", "venue")
    assert [span.text for span in told.find("span")] == [
        "Plats: Folkets hus <2>",
        "Länk: https://example.org/?a=1&b=2",
        "Arrangör: Mötesplatsen, Kim, 010-123 45 67",
    ]
    (bare,) = sheets_of(render_sheets(Planned(season, plan), Language.SV, ["a01"]))
    assert bare.find("p", "venue") == []
