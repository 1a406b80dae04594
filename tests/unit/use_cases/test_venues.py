"""Where meetings are: as asked, else as the former plan has it, else as the season states."""

import pytest
from pydantic import ValidationError

from api.use_cases.call import Call
from api.use_cases.plan_meetings import PLAN_MEETINGS, MeetingOrder
from api.use_cases.use_case import perform
from data.files.agendas import read_agendas
from data.files.reading import SeasonFile
from models.hosts import NO_HOST, Host
from models.meetings import MeetingPlan, PlanSettings
from models.people import People
from models.seasons import Effort
from models.viewers import ORGANISER
from tests.kit.report_seasons import make_national, propose_for
from tests.kit.words import GivenWords

SEASON = make_national()
HOST = Host(place="Folkets hus", link="https://example.org/alla")


def refuse(progress: object) -> None:
    raise AssertionError("no words are needed to plan")


def plan_with(host: Host, **asked: object) -> MeetingPlan:
    work = SeasonFile(season=SEASON, people=People(), warnings=(), host=host)
    order = MeetingOrder(
        proposal=propose_for(SEASON),
        coalition="c0/1",
        settings=PlanSettings(rooms=(2,), effort=Effort.QUICK),
        templates=read_agendas(),
        **asked,
    )
    call = Call(work, GivenWords(refuse), ORGANISER)  # type: ignore[arg-type]
    return perform(PLAN_MEETINGS, call, order)[0].plan


def test_a_plan_is_where_it_was_asked_for_and_stays_there() -> None:
    bare = plan_with(NO_HOST)
    assert (bare.place, bare.link) == ("", "")
    stated = plan_with(HOST)
    assert (stated.place, stated.link) == (HOST.place, HOST.link)
    own = plan_with(HOST, place=" Torget \n 2", link="https://example.org/en")
    assert (own.place, own.link) == ("Torget 2", "https://example.org/en")
    again = plan_with(HOST, former=(own,))
    assert (again.place, again.link) == ("Torget 2", "https://example.org/en")
    nowhere = plan_with(HOST, place="", link="")
    assert (nowhere.place, nowhere.link) == ("", "")


def test_a_link_is_an_address_that_pages_may_lead_to() -> None:
    with pytest.raises(ValidationError):
        plan_with(NO_HOST, link="javascript:alert(1)")
