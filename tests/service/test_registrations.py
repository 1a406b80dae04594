"""Organisations that register by themselves, and what they may do then, on both databases."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from api.service import Service
from api.worker.postman import Postman
from data.store.tables import ActorRow, EventRow
from models.callers import LOCAL, KeyScope
from models.consents import ConsentUse
from tests.kit.computing import read_small
from tests.kit.document_client import DocumentClient
from tests.kit.mail import Inbox, plain_of, secret_in

SEASON = "liten"
OWN = {
    "name": "Odlarna i Lund",
    "sector": "förening",
    "place": "Lund",
    "description": "Vi odlar grönsaker tillsammans på tak och innergårdar i hela staden.",
    "languages": ["sv", "en"],
    "email": "odlarna@example.org",
    "consents": ["matching", "shown"],
}


@pytest.fixture
def kim(service: Service, kim: DocumentClient, tmp_path: Path) -> DocumentClient:
    """The owner of a small open season."""
    with service.changing() as store:
        owner = store.people.find_account("kim@example.org")
        assert owner is not None
        store.seasons.add(SEASON, read_small(tmp_path / "small"), owner.id)
        place = store.seasons.locate(SEASON, LOCAL)
        assert place is not None
        store.seasons.advance(place, "open")
    return kim


@pytest.fixture
def anybody(http: Any) -> DocumentClient:
    return DocumentClient(http)


def register(client: DocumentClient, **beside: Any) -> Any:
    return client.call("registerActor", {**OWN, **beside}, season=SEASON)


def confirm(anybody: DocumentClient, postman: Postman, inbox: Inbox) -> Any:
    postman.send_all()
    return anybody.call("confirmActor", {"token": secret_in(inbox.messages[-1])})


def own_key(service: Service) -> dict[str, str]:
    with service.changing() as store:
        key = store.people.add_key(OWN["email"], tuple(KeyScope))
    return {"Authorization": f"Bearer {key}"}


def names(kim: DocumentClient, state: str = "active") -> set[str]:
    listed = kim.call("listActors", season=SEASON, state=state, limit=200).json()["items"]
    return {each["name"] for each in listed}


def test_an_organisation_takes_part_once_its_address_is_confirmed(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox, service: Service
) -> None:
    answer = register(anybody)
    assert (answer.status_code, answer.json()["state"]) == (202, "accepted")
    assert OWN["name"] not in names(kim) and OWN["name"] in names(kim, "unconfirmed")
    assert kim.call("readSeason", season=SEASON).json()["counts"]["actors"] == 12
    confirmed = confirm(anybody, postman, inbox)
    assert confirmed.status_code == 200 and confirmed.json()["name"] == OWN["name"]
    assert OWN["name"] in names(kim)
    again = anybody.call("confirmActor", {"token": secret_in(inbox.messages[-1])})
    assert again.status_code == 404
    with service.reading() as store:
        kept = store.members.consents_of(confirmed.json()["actor"])
        assert {each.use for each in kept} == {ConsentUse.MATCHING, ConsentUse.SHOWN}
        assert all(each.wording and each.withdrawn_at is None for each in kept)


def test_the_answer_tells_nobody_who_is_registered(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox
) -> None:
    register(anybody)
    confirm(anybody, postman, inbox)
    again = register(anybody, name="Någon annan", email="ODLARNA@example.org")
    first = register(anybody, email="annan@example.org").json()
    assert (again.status_code, again.json()) == (202, first)
    assert postman.send_all() == 2
    assert "redan anmäld" in plain_of(inbox.to("ODLARNA@example.org")[-1])
    assert "Någon annan" not in names(kim) | names(kim, "unconfirmed")


def test_registering_again_before_confirming_takes_the_place_of_the_first(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox
) -> None:
    register(anybody)
    postman.send_all()
    first = secret_in(inbox.messages[-1])
    register(anybody, name="Odlarna")
    assert names(kim, "unconfirmed") == {"Odlarna"}
    assert anybody.call("confirmActor", {"token": first}).status_code == 404
    assert confirm(anybody, postman, inbox).json()["name"] == "Odlarna"


@pytest.mark.parametrize(
    ("beside", "column"),
    [
        ({"consents": ["shown"]}, "consents"),
        ({"sector": "hästar"}, "sector"),
        ({"place": "Atlantis"}, "place"),
    ],
)
def test_faults_are_told_and_nothing_is_kept(
    kim: DocumentClient,
    anybody: DocumentClient,
    service: Service,
    beside: dict[str, Any],
    column: str,
) -> None:
    refused = register(anybody, **beside)
    assert refused.status_code == 422
    assert column in {each["column"] for each in refused.json()["faults"]}
    with service.reading() as store:
        assert store.session.query(ActorRow).count() == 12
        assert "actor_registered" not in {each.name for each in store.session.query(EventRow)}


def test_what_is_read_otherwise_is_told(kim: DocumentClient, anybody: DocumentClient) -> None:
    told = register(anybody, wishes=["ingenting"]).json()["warnings"]
    assert [each["column"] for each in told] == ["wishes"]


def test_only_open_seasons_take_registrations(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox
) -> None:
    register(anybody)
    kim.call("leadSeason", {"event": "freeze"}, season=SEASON)
    assert register(anybody, email="annan@example.org").status_code == 404
    assert confirm(anybody, postman, inbox).status_code == 404


def test_registrations_are_limited(
    kim: DocumentClient, anybody: DocumentClient, clock: time_machine.Traveller
) -> None:
    assert [register(anybody).status_code for _ in range(6)] == [202] * 5 + [429]
    clock.shift(timedelta(hours=1, seconds=1))
    assert register(anybody).status_code == 202


def test_a_member_sees_and_edits_its_own_actor_and_no_other(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox, service: Service
) -> None:
    register(anybody)
    own = confirm(anybody, postman, inbox).json()["actor"]
    other = kim.call("listActors", season=SEASON).json()["items"][0]["id"]
    member = DocumentClient(anybody.http, own_key(service))
    assert member.call("readActor", actor=own).json()["name"] == OWN["name"]
    changed = member.call("editActor", {"offers": "ett kök"}, {"If-Match": "*"}, actor=own)
    assert changed.status_code == 200 and changed.json()["edited_by"] == OWN["name"]
    mine = member.call("editActor", {"passed_over": 9}, {"If-Match": "*"}, actor=own)
    assert (mine.status_code, mine.json()["code"]) == (403, "not_allowed")
    for refused in (
        member.call("readActor", actor=other),
        member.call("editActor", {"offers": "x"}, {"If-Match": "*"}, actor=other),
        member.call("readSuggestions", actor=other),
        member.call("listActors", season=SEASON),
        member.call("readSeason", season=SEASON),
        member.call("startRun", season=SEASON),
    ):
        assert refused.status_code == 404
    kim.call("leadSeason", {"event": "freeze"}, season=SEASON)
    late = member.call("editActor", {"offers": "y"}, {"If-Match": "*"}, actor=own)
    assert (late.status_code, late.json()["code"]) == (403, "not_allowed")


def test_a_member_s_suggestions_name_nobody_who_is_hidden(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox, service: Service
) -> None:
    hidden = kim.call("listActors", season=SEASON).json()["items"][0]
    kim.call("editActor", {"visible": False}, {"If-Match": "*"}, actor=hidden["id"])
    register(anybody)
    own = confirm(anybody, postman, inbox).json()["actor"]
    member = DocumentClient(anybody.http, own_key(service))
    seen = member.call("readSuggestions", actor=own, k=20)
    assert seen.status_code == 200 and len(seen.json()) > 5
    assert hidden["name"] not in seen.text and "@" not in seen.text


def test_whoever_never_confirms_is_forgotten(
    kim: DocumentClient, anybody: DocumentClient, service: Service, clock: time_machine.Traveller
) -> None:
    register(anybody)
    for days, left in ((6, {OWN["name"]}), (2, set())):
        clock.shift(timedelta(days=days))
        with service.changing() as store:
            store.members.forget_unconfirmed()
        assert names(kim, "unconfirmed") == left


def test_somebody_s_own_things_are_told_to_them_alone(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox, service: Service
) -> None:
    register(anybody)
    own = confirm(anybody, postman, inbox).json()["actor"]
    member = DocumentClient(anybody.http, own_key(service)).call("readMe").json()
    assert ([each["id"] for each in member["actors"]], member["seasons"]) == ([own], [])
    owner = kim.call("readMe").json()
    assert ([each["slug"] for each in owner["seasons"]], owner["actors"]) == ([SEASON], [])


def test_a_season_is_handed_over(
    kim: DocumentClient, anybody: DocumentClient, postman: Postman, inbox: Inbox, service: Service
) -> None:
    alone = kim.call("setOrganiser", {"email": "kim@example.org", "role": None}, season=SEASON)
    assert (alone.status_code, alone.json()["code"]) == (409, "last_owner")
    made = kim.call("setOrganiser", {"email": "Bo@example.org", "role": "owner"}, season=SEASON)
    assert {(each["email"], each["role"]) for each in made.json()["items"]} == {
        ("kim@example.org", "owner"),
        ("bo@example.org", "owner"),
    }
    assert postman.send_all() == 1
    bo = DocumentClient(anybody.http)
    assert bo.call("signIn", {"token": secret_in(inbox.messages[0])}).status_code == 201
    gone = bo.call("setOrganiser", {"email": "kim@example.org", "role": None}, season=SEASON)
    assert [each["email"] for each in gone.json()["items"]] == ["bo@example.org"]
    anybody.http.cookies.clear()
    assert kim.call("readSeason", season=SEASON).status_code == 404
