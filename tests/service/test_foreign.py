"""Every operation, asked by somebody to whom the thing does not belong: as if there were none."""

import re
from typing import Any

import pytest

from api.http.asking import FOR_EVERYBODY
from api.service import Service
from models.callers import LOCAL, KeyScope
from models.invitations import Repair, RepairWay
from models.rights import SeasonRole
from tests.kit.document_client import DocumentClient
from tests.service.conftest import Organisers
from tests.service.test_invitations import SEASON, http, publish, say
from tests.service.test_invitations import kim as owner

__all__ = ["http", "owner"]
MISSING = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
OF_NOBODY = {"askForLink", "signIn", "readSession", "signOut", "readMe", "listSeasons"}
OF_NOBODY |= {"createSeason", "giveAnswer", "confirmActor", "readLiveness", "readReadiness"}
"""Operations that name no thing."""
STREAMS = {"followRun", "followBoard"}
KEEPS_NOTHING = {"verifyProposal", "scoreCoalitions", "holdCard"}
"""POSTs that compute, or tell others of something, and change nothing."""
Ids = dict[str, str]


@pytest.fixture
def ids(owner: DocumentClient, service: Service) -> Ids:
    """One id of every kind of thing, all of one season."""
    (proposal,) = owner.call("listProposals", season=SEASON).json()["items"]
    board = owner.call("openBoard", {"proposal": proposal["id"]}, season=SEASON).json()
    run = owner.call("startRun", season=SEASON).json()
    publish(owner)
    invitation = owner.call("listInvitations", season=SEASON).json()["items"][0]
    told: dict[str, Any] = {"faults": [], "warnings": [], "plan": None}
    with service.changing() as store:
        place = store.seasons.locate(SEASON, LOCAL)
        assert place is not None
        (one, other, *_) = store.seasons.actor_ids(SEASON).values()
        tie = {"actor_a_id": one, "actor_b_id": other, "kind": "collaborate", "since": None}
        rule = {"kind": "sector_floor", "challenge": None, "strength": None, "keys": {}}
        challenges = store.parts.list_page("challenge", place.id, 1, None).items
        offered = Repair(
            id="",
            season_id=place.id,
            coalition_id=invitation["coalition_id"],
            proposal_id=proposal["id"],
            way=RepairWay.SMALLER,
            leaves=(),
            joins=(),
            changes=0,
            loss=0.0,
            broken=(),
            created_at="",
        )
        return {
            "season": SEASON,
            "actor": one,
            "challenge": challenges[0]["id"],
            "tie": store.parts.add("tie", place.id, tie, LOCAL),
            "rule": store.parts.add("rule", place.id, rule, LOCAL),
            "run": run["id"],
            "proposal": proposal["id"],
            "other": proposal["id"],
            "board": board["id"],
            "import": store.imports.add(place.id, place.version, "read", told, None, "Kim"),
            "invitation": invitation["id"],
            "coalition": invitation["coalition_id"],
            "repair": store.repairs.offer((offered,), invitation["coalition_id"])[0].id,
        }


def bodies_of(operation: dict[str, Any]) -> Any:
    """Give the first example of a request's body, or none."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    for example in content.get("examples", {}).values():
        return example["value"]
    return None


def ask(client: DocumentClient, name: str, named: Ids) -> tuple[int, dict[str, Any]]:
    """Ask an operation about things, with its own example as the body."""
    method, path, operation = client.operations[name]
    asked = {part: named[part] for part in re.findall(r"{(\w+)}", path)}
    address = path
    for part, value in asked.items():
        address = address.replace(f"{{{part}}}", value)
    query = {"actor": "a00"} if name == "hintBoard" else {}
    body = bodies_of(operation)
    sent: dict[str, Any] = {} if body is None else {"json": body}
    if "multipart/form-data" in operation.get("requestBody", {}).get("content", {}):
        sent = {"files": [("files", ("actors.csv", b"name\nA\n"))]}
    headers = {**client.headers, "If-Match": "*"}
    answer = client.http.request(method, address, params=query, headers=headers, **sent)
    told = answer.json() if answer.headers.get("content-type") == "application/problem+json" else {}
    told.pop("instance", None)
    return answer.status_code, told


def asked_of(client: DocumentClient) -> list[str]:
    return sorted(client.operations.keys() - OF_NOBODY - STREAMS)


def test_what_is_somebody_else_s_is_as_if_it_were_not_there(
    owner: DocumentClient, organisers: Organisers, ids: Ids
) -> None:
    stranger = organisers("bo@example.org", may_organise=True)
    stranger.call("createSeason", {"name": "Egen", "slug": "egen"})
    nothing = dict.fromkeys(ids, MISSING)
    asked = asked_of(stranger)
    assert len(asked) > 50
    for name in asked:
        foreign, missing = (ask(stranger, name, named) for named in (ids, nothing))
        if name in FOR_EVERYBODY:
            assert missing[0] == 404, name
            continue
        assert foreign == missing, name
        assert foreign[0] == 404 and foreign[1]["code"] == "not_found", (name, foreign)


def test_nobody_is_answered_without_signing_in(owner: DocumentClient, http: Any, ids: Ids) -> None:
    nobody = DocumentClient(http)
    for name in asked_of(nobody):
        if name not in FOR_EVERYBODY:
            status, told = ask(nobody, name, ids)
            assert (status, told.get("code")) == (401, "not_signed_in"), name


def test_a_viewer_changes_nothing(
    owner: DocumentClient, service: Service, organisers: Organisers, ids: Ids
) -> None:
    viewer = organisers("ann@example.org")
    with service.changing() as store:
        account = store.people.find_account("ann@example.org")
        place = store.seasons.locate(SEASON, LOCAL)
        assert account is not None and place is not None
        store.people.give_role(place.id, account.id, SeasonRole.VIEWER)
    for name in asked_of(viewer):
        method = viewer.operations[name][0]
        if method != "get" and name not in KEEPS_NOTHING | FOR_EVERYBODY:
            status, told = ask(viewer, name, ids)
            assert (status, told.get("code")) == (403, "not_allowed"), name


def test_a_key_does_what_its_scopes_say(
    owner: DocumentClient, service: Service, http: Any, ids: Ids
) -> None:
    with service.changing() as store:
        key = store.people.add_key("kim@example.org", (KeyScope.READ,))
    reader = DocumentClient(http, {"Authorization": f"Bearer {key}"})
    for name in asked_of(reader):
        method = reader.operations[name][0]
        if method != "get" and name not in KEEPS_NOTHING | FOR_EVERYBODY:
            status, told = ask(reader, name, ids)
            assert (status, told.get("code")) == (403, "not_allowed"), name
    status, _ = say(reader, "nonsense", "accept")
    assert status == 404
