"""Publishing, invitations, answers and repairs, with real mail, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
import time_machine
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.service import Service
from api.worker.postman import Postman
from api.worker.worker import Worker
from models.callers import LOCAL, KeyScope
from models.kept_proposals import ProposalSource
from models.rights import SeasonRole
from tests.kit.computing import follow, read_small
from tests.kit.document_client import DocumentClient
from tests.kit.mail import Inbox, plain_of, secret_in
from tests.service.conftest import BASE_URL, Organisers

SEASON = "liten"


@pytest.fixture
def http(service: Service) -> Iterator[Any]:
    """The app with a worker that computes."""
    settings = Installation().settings
    app = create_app(service, make_worker=lambda: Worker(service, settings))
    with TestClient(app, base_url=BASE_URL, raise_server_exceptions=False) as http:
        yield http


@pytest.fixture
def kim(service: Service, organisers: Organisers, tmp_path: Path, document: str) -> DocumentClient:
    """The owner of a small season whose proposal is chosen."""
    client = organisers("kim@example.org", may_organise=True)
    with service.changing() as store:
        owner = store.people.find_caller(client.headers["Authorization"].split()[1])
        assert owner is not None
        store.seasons.add(SEASON, read_small(tmp_path / "small"), owner.account)
        for event in ("open", "freeze"):
            place = store.seasons.locate(SEASON, LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
        store.proposals.add(place.id, document, ProposalSource.RUN, "Kim")
    (proposal,) = client.call("listProposals", season=SEASON).json()["items"]
    assert client.call("chooseProposal", proposal=proposal["id"]).status_code == 200
    return client


def proposal_of(client: DocumentClient, state: str = "chosen") -> dict[str, Any]:
    (found,) = (
        each
        for each in client.call("listProposals", season=SEASON).json()["items"]
        if each["state"] == state
    )
    return dict(found)


def invitations(client: DocumentClient, *states: str) -> list[dict[str, Any]]:
    items = client.call("listInvitations", season=SEASON, limit=200).json()["items"]
    return [each for each in items if not states or each["state"] in states]


def publish(client: DocumentClient, **body: Any) -> str:
    id_ = str(proposal_of(client)["id"])
    answer = client.call("publishProposal", body, proposal=id_)
    assert answer.status_code == 200, answer.text
    return id_


def release(client: DocumentClient) -> dict[str, Any]:
    answer = client.call("releaseMails", season=SEASON)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.fixture
def anybody(http: Any) -> DocumentClient:
    return DocumentClient(http)


@pytest.fixture
def sent(kim: DocumentClient, postman: Postman, inbox: Inbox) -> list[dict[str, Any]]:
    """Invitations that were released, and arrived."""
    publish(kim, message="Välkomna!")
    release(kim)
    found = invitations(kim, "sent")
    assert postman.send_all() == len(found) == len(inbox.messages) > 5
    return found


def link_of(inbox: Inbox, invitation: dict[str, Any]) -> str:
    return secret_in(inbox.to(f"{invitation['actor']}@example.org")[-1])


def say(
    anybody: DocumentClient, token: str, answer: str, **beside: Any
) -> tuple[int, dict[str, Any]]:
    given = anybody.call("giveAnswer", {"token": token, "answer": answer, **beside})
    return given.status_code, given.json()


def test_nothing_is_sent_before_it_is_released(
    kim: DocumentClient, postman: Postman, inbox: Inbox, document: str
) -> None:
    publish(kim, deadline="2099-01-01T12:00:00+01:00", message="Välkomna till hösten!")
    held = invitations(kim, "held")
    assert postman.send_all() == 0 and inbox.messages == []
    assert {each["deadline"] for each in held} == {"2099-01-01T11:00:00.000Z"}
    assert all(each["has_address"] for each in held)
    assert invitations(kim, "standby")

    assert release(kim) == {"mails": len(held), "invitations": len(held), "without_address": []}
    assert release(kim)["mails"] == 0
    assert postman.send_all() == len(held)
    assert {each["To"] for each in inbox.messages} == {
        f"{each['actor']}@example.org" for each in held
    }
    text = plain_of(inbox.messages[0])
    for said in ("Välkomna till hösten!", "ungas kraft", "1 januari 2099", "/answer/", "Aktör"):
        assert said in text


def test_answers_come_by_link_without_an_account(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
    postman: Postman,
) -> None:
    yes, no = sent[0], sent[1]
    status, told = say(anybody, link_of(inbox, yes), "accept", contact="bo@example.org")
    assert (status, told["state"], told["is_pending"]) == (200, "accepted", False)
    assert say(anybody, link_of(inbox, yes), "accept")[1]["state"] == "accepted"
    status, told = say(anybody, link_of(inbox, no), "decline", reason="Ingen tid")
    assert (status, told["state"]) == (200, "declined")
    assert say(anybody, "nonsense", "accept")[0] == 404

    now = {each["id"]: each for each in invitations(kim)}
    assert now[yes["id"]]["contact"] == "bo@example.org"
    assert now[no["id"]]["reason"] == "Ingen tid" and now[no["id"]]["answered_by"] == ""
    assert postman.send_all() == 1
    assert "Ni har en plats" in inbox.messages[-1]["Subject"]


def test_an_organiser_answers_on_behalf_and_is_named(
    kim: DocumentClient, sent: list[dict[str, Any]], organisers: Organisers, service: Service
) -> None:
    answered = kim.call("acceptInvitation", invitation=sent[0]["id"])
    assert answered.json()["answered_by"] == "Kim"
    stranger = organisers("bo@example.org")
    refused = stranger.call("declineInvitation", invitation=sent[0]["id"])
    assert refused.status_code == 404
    reader = organisers("ann@example.org", KeyScope.READ)
    with service.changing() as store:
        account = store.people.find_account("ann@example.org")
        place = store.seasons.locate(SEASON, LOCAL)
        assert account is not None and place is not None
        store.people.give_role(place.id, account.id, SeasonRole.OWNER)
    refused = reader.call("declineInvitation", invitation=sent[0]["id"])
    assert refused.status_code == 403


def test_a_decline_is_repaired_with_the_fewest_changes(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
    postman: Postman,
) -> None:
    gone = next(each for each in sent if each["coalition"] == "unga/1")
    before = proposal_of(kim, "published")
    (coalition,) = (
        each
        for each in kim.call("listCoalitions", season=SEASON).json()["items"]
        if each["coalition"] == gone["coalition"]
    )
    nothing = kim.call("offerRepairs", coalition=coalition["id"])
    assert (nothing.status_code, nothing.json()["code"]) == (409, "nobody_left")
    say(anybody, link_of(inbox, gone), "decline")

    offered = kim.call("offerRepairs", coalition=coalition["id"]).json()["items"]
    assert {each["way"] for each in offered} >= {"smaller", "reserve"}
    whole = [each for each in offered if not each["broken"]]
    assert [each["changes"] for each in whole] == sorted(each["changes"] for each in whole)
    assert all(each["leaves"] == [gone["actor"]] for each in offered)
    chosen = next(each for each in offered if each["way"] == "reserve")
    assert [each["actor"] for each in chosen["told"]] == chosen["joins"]

    run = follow(kim, kim.call("acceptRepair", repair=chosen["id"]).json()["id"])
    assert run["state"] == "done", run
    after = proposal_of(kim, "published")
    assert (after["source"], after["parent"]) == ("repair", before["id"])
    assert after["objective"] == pytest.approx(before["objective"] - chosen["loss"], abs=2e-6)
    assert kim.call("readProposal", proposal=before["id"]).status_code == 200
    standby = {each["actor"] for each in invitations(kim, "standby")}
    assert gone["actor"] not in standby
    late = kim.call("acceptRepair", repair=chosen["id"])
    assert late.status_code == 404

    inbox.messages.clear()
    assert release(kim)["invitations"] == 1
    assert postman.send_all() == 1
    assert inbox.messages[0]["To"] == f"{chosen['joins'][0]}@example.org"
    status, told = say(anybody, secret_in(inbox.messages[0]), "accept")
    assert (status, told["state"], told["is_pending"]) == (200, "accepted", False)


def test_a_late_yes_is_answered_kindly_and_stands_by(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
    postman: Postman,
) -> None:
    token = link_of(inbox, sent[0])
    assert kim.call("revokeInvitation", invitation=sent[0]["id"]).json()["state"] == "revoked"
    status, told = say(anybody, token, "accept")
    assert (status, told["state"], told["is_pending"]) == (200, "standby", True)
    assert say(anybody, token, "accept")[1]["state"] == "standby"
    inbox.messages.clear()
    assert postman.send_all() == 1
    assert "Ni står nu på tur" in plain_of(inbox.messages[0])


def test_seats_never_leave_their_bounds_and_who_waits_gets_the_next(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
    postman: Postman,
) -> None:
    own = [each for each in sent if each["coalition"] == "unga/1"]
    tokens = {each["actor"]: link_of(inbox, each) for each in own}
    first = own[0]
    say(anybody, tokens[first["actor"]], "decline")
    chosen = next(
        each
        for each in kim.call("offerRepairs", coalition=first["coalition_id"]).json()["items"]
        if each["way"] == "reserve"
    )
    follow(kim, kim.call("acceptRepair", repair=chosen["id"]).json()["id"])
    again = kim.call("reinvite", invitation=first["id"]).json()
    twice = kim.call("reinvite", invitation=first["id"])
    assert (twice.status_code, twice.json()["code"]) == (409, "already_invited")
    release(kim)
    postman.send_all()
    for each in [*own[1:], {"actor": chosen["joins"][0]}]:
        token = link_of(inbox, each)
        assert say(anybody, token, "accept")[1]["is_pending"] is False
    late = link_of(inbox, again)
    assert say(anybody, late, "accept")[1] == {
        "state": "accepted",
        "is_pending": True,
        "coalition": "unga/1",
    }
    seated = [each for each in invitations(kim, "accepted") if not each["is_pending"]]
    assert len(seated) == len(own)
    assert say(anybody, tokens[own[1]["actor"]], "decline")[1]["state"] == "left"
    seated = [each for each in invitations(kim, "accepted") if not each["is_pending"]]
    assert len(seated) == len(own) and first["actor"] in {each["actor"] for each in seated}


def test_a_deadline_ends_what_was_not_answered_after_one_reminder(
    kim: DocumentClient,
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    clock: time_machine.Traveller,
) -> None:
    publish(kim)
    release(kim)
    count = len(invitations(kim, "sent"))
    assert postman.send_all() == count
    inbox.messages.clear()
    clock.shift(timedelta(days=11, minutes=1))
    postman.look_after_deadlines()
    postman.look_after_deadlines()
    assert postman.send_all() == count == len(inbox.messages)
    assert (
        "Påminnelse" in inbox.messages[0]["Subject"] or "reminder" in inbox.messages[0]["Subject"]
    )
    answered = invitations(kim, "sent")[0]
    assert say(anybody, link_of(inbox, answered), "accept")[1]["state"] == "accepted"
    clock.shift(timedelta(days=3))
    postman.look_after_deadlines()
    assert len(invitations(kim, "expired")) == count - 1
    assert len(invitations(kim, "accepted")) == 1


def test_deadlines_that_make_no_sense_are_refused(kim: DocumentClient) -> None:
    id_ = proposal_of(kim)["id"]
    for stated, code in (
        ("2020-01-01T00:00:00Z", "deadline_past"),
        ("2099-01-01", "deadline_unreadable"),
        ("snart", "deadline_unreadable"),
    ):
        refused = kim.call("publishProposal", {"deadline": stated}, proposal=id_)
        assert refused.status_code == 422
        (fault,) = refused.json()["faults"]
        assert (fault["column"], fault["code"]) == ("deadline", code)


def test_a_proposal_is_withdrawn_only_before_the_first_answer(
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
    postman: Postman,
) -> None:
    say(anybody, link_of(inbox, sent[0]), "accept")
    id_ = proposal_of(kim, "published")["id"]
    refused = kim.call("withdrawProposal", proposal=id_)
    assert (refused.status_code, refused.json()["code"]) == (409, "proposal_answered")


def test_withdrawing_takes_every_invitation_back(
    kim: DocumentClient, sent: list[dict[str, Any]], inbox: Inbox, postman: Postman
) -> None:
    id_ = proposal_of(kim, "published")["id"]
    assert kim.call("withdrawProposal", proposal=id_).status_code == 200
    assert {each["state"] for each in invitations(kim)} == {"revoked"}
    inbox.messages.clear()
    release(kim)
    assert postman.send_all() == len(sent) == len(inbox.messages)


def test_of_a_yes_and_a_no_at_once_one_comes_first(
    service: Service,
    kim: DocumentClient,
    anybody: DocumentClient,
    sent: list[dict[str, Any]],
    inbox: Inbox,
) -> None:
    for each in sent[:4]:
        token, together = link_of(inbox, each), Barrier(2)
        states: list[str] = []

        def give(answer: str, token: str = token, together: Barrier = together) -> None:
            together.wait()
            states.append(say(anybody, token, answer)[1]["state"])  # noqa: B023

        threads = [Thread(target=give, args=(answer,)) for answer in ("accept", "decline")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        (now,) = (one["state"] for one in invitations(kim) if one["id"] == each["id"])
        assert (now, *sorted(states)) in {
            ("left", "accepted", "left"),
            ("declined", "declined", "standby"),
        }
