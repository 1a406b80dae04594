"""Meetings of published coalitions over HTTP, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from api.cli.commands import app as commands
from models.canonical import parse_json
from tests.kit.computing import follow, write_small
from tests.kit.document_client import DocumentClient
from tests.kit.mail import Inbox
from tests.service.test_invitations import (
    SEASON,
    anybody,
    http,
    kim,
    link_of,
    publish,
    release,
    say,
    sent,
)

__all__ = ["anybody", "http", "kim", "sent"]
STARTS = ["2027-10-06 13:00", "2027-10-20 13:00"]


def plan(client: DocumentClient, coalition: str, **asked: Any) -> dict[str, Any]:
    answer = client.call("planMeetings", asked, coalition=coalition)
    assert answer.status_code == 202, answer.text
    return follow(client, answer.json()["id"])


@pytest.fixture
def coalition(kim: DocumentClient) -> str:
    publish(kim)
    return str(kim.call("listCoalitions", season=SEASON).json()["items"][0]["id"])


def test_the_service_plans_what_the_command_does(
    kim: DocumentClient, coalition: str, tmp_path: Path
) -> None:
    missing = kim.call("readMeetingPlan", coalition=coalition)
    assert (missing.status_code, missing.json()["code"]) == (404, "not_planned")
    run = plan(kim, coalition, meetings=2, starts=STARTS, rooms=[2])
    assert run["state"] == "done", run
    ours = kim.call("readMeetingPlan", coalition=coalition).json()
    assert (ours["run"], ours["made_by"]) == (run["id"], "Kim")

    folder = write_small(tmp_path / "again")
    (chosen,) = (
        each["id"]
        for each in kim.call("listProposals", season=SEASON).json()["items"]
        if each["state"] == "published"
    )
    (tmp_path / "p.json").write_text(kim.call("readProposal", proposal=chosen).text, "utf-8")
    given = ["meetings", str(folder), str(tmp_path / "p.json"), "--json", "--coalition", "unga/1"]
    given += ["--meetings", "2", "--rooms", "2", *(w for s in STARTS for w in ("--start", s))]
    done = CliRunner().invoke(commands, given)
    assert done.exit_code == 0, done.output
    assert [ours["plan"]] == parse_json(done.stdout)


def test_calendars_are_updates_of_each_other_and_sheets_name_the_members(
    kim: DocumentClient, coalition: str
) -> None:
    plan(kim, coalition, meetings=2)
    undated = kim.call("giveCalendar", coalition=coalition)
    assert (undated.status_code, undated.json()["code"]) == (404, "plan_without_dates")
    plan(kim, coalition, meetings=2, starts=STARTS)
    first = Calendar.from_ical(kim.call("giveCalendar", coalition=coalition).text)
    moved = ["2027-10-07 13:00", STARTS[1]]
    plan(kim, coalition, meetings=2, starts=moved)
    second = Calendar.from_ical(kim.call("giveCalendar", coalition=coalition).text)
    told = [
        {str(each["UID"]): int(each.get("SEQUENCE", 0)) for each in calendar.walk("VEVENT")}
        for calendar in (first, second)
    ]
    assert told[0].keys() == told[1].keys() and len(told[0]) == 2
    assert sorted(told[1][uid] - told[0][uid] for uid in told[0]) == [0, 1]
    page = kim.call("showSheets", coalition=coalition)
    assert page.status_code == 200 and "Aktör" in page.text


def test_who_declined_has_no_seat_at_the_meetings(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
) -> None:
    gone = next(each for each in sent if each["coalition"] == "unga/1")
    say(anybody, link_of(inbox, gone), "decline")
    run = plan(kim, gone["coalition_id"], meetings=1, rooms=[1])
    seated = run["result"][0]["meetings"][0]["rounds"][0]["rooms"][0]["members"]
    assert gone["actor"] not in seated and len(seated) == 3


def test_what_can_t_be_planned_is_the_run_s_error(kim: DocumentClient, coalition: str) -> None:
    run = plan(kim, coalition, rooms=[9, 9])
    assert (run["state"], run["error"]["faults"][0]["code"]) == ("failed", "rooms_do_not_fit")
    early = kim.call("planMeetings", {"held": 1}, coalition=coalition)
    assert (early.status_code, early.json()["code"]) == (404, "not_planned")
    release(kim)
