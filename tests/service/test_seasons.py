"""Seasons and what goes with them, over HTTP, on both databases."""

from collections.abc import Callable
from typing import Any

from models.callers import KeyScope
from tests.kit.document_client import DocumentClient

ACTOR = {
    "name": "Ny förening",
    "sector": "förening",
    "place": "Lund",
    "description": "Vi vill göra något nytt med unga i staden.",
    "attributes": {"förra året": "ja"},
}


def begin(client: DocumentClient, slug: str = "varen") -> str:
    client.call("createSeason", {"name": "Våren", "slug": slug})
    question = {"code": "q", "title": "Vem är vi?", "min_size": 2, "max_size": 3}
    client.call("addChallenge", question, season=slug)
    return slug


def test_a_season_is_begun_edited_and_removed(kim: DocumentClient) -> None:
    made = kim.call("createSeason", {"name": "Våren 2027", "settings": {"weights": {"novelty": 2}}})
    assert made.status_code == 201
    assert made.headers["location"] == "/api/v1/seasons/varen-2027"
    assert made.json()["settings"]["weights"] == {"novelty": 2.0}
    etag = made.headers["etag"]
    change = {"settings": {"balance": 0.7}}
    edited = kim.call("editSeason", change, {"If-Match": etag}, season="varen-2027")
    assert edited.json()["settings"]["balance"] == 0.7
    assert edited.json()["settings"]["weights"] == {"novelty": 2.0}
    again = kim.call("editSeason", change, {"If-Match": etag}, season="varen-2027")
    assert (again.status_code, again.json()["code"]) == (412, "stale")
    bare = kim.call("editSeason", change, season="varen-2027")
    assert (bare.status_code, bare.json()["code"]) == (428, "version_needed")
    gone = kim.call("removeSeason", headers={"If-Match": "*"}, season="varen-2027")
    assert gone.status_code == 200
    assert kim.call("readSeason", season="varen-2027").json()["code"] == "not_found"


def test_an_edit_touches_what_it_says_and_nothing_else(kim: DocumentClient) -> None:
    slug = begin(kim)
    made = kim.call("addActor", ACTOR, season=slug).json()
    assert (made["municipality"], made["sector"]) == ("Lund", "civil_society")
    moved = kim.call("editActor", {"place": "Kiruna"}, {"If-Match": '"1"'}, actor=made["id"])
    now = moved.json()
    assert (now["county"], now["lat"] > 67, now["version"]) == ("Norrbotten", True, 2)
    assert now["edited_by"] == "Kim"
    same = {key for key in made if made[key] == now[key]}
    assert same >= {"name", "description", "attributes", "sector", "languages", "code"}


def test_faults_name_the_field_and_the_mend(kim: DocumentClient) -> None:
    slug = begin(kim)
    answer = kim.call("addActor", {**ACTOR, "place": "Lunddd", "sector": "?"}, season=slug)
    assert answer.status_code == 422
    faults = {fault["column"]: fault for fault in answer.json()["faults"]}
    assert set(faults) == {"place", "sector"}
    assert "Lund" in faults["place"]["mend"]["sv"]
    assert kim.call("listActors", season=slug).json()["items"] == []


def test_the_same_order_again_has_one_effect(kim: DocumentClient) -> None:
    slug = begin(kim)
    key = {"Idempotency-Key": "once"}
    one, other = (kim.call("addActor", ACTOR, key, season=slug) for _ in range(2))
    assert (one.text, one.headers["location"]) == (other.text, other.headers["location"])
    assert len(kim.call("listActors", season=slug).json()["items"]) == 1
    reused = kim.call("addActor", {**ACTOR, "name": "En annan"}, key, season=slug)
    assert (reused.status_code, reused.json()["code"]) == (422, "key_reused")


def test_lists_come_in_parts_that_join_whole(kim: DocumentClient) -> None:
    slug = begin(kim)
    for number in range(5):
        kim.call("addActor", {**ACTOR, "name": f"Förening {number}"}, season=slug)
    seen: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        part = kim.call("listActors", season=slug, limit=2, **cursor).json()
        seen += [actor["code"] for actor in part["items"]]
        if part["next"] is None:
            break
        cursor = {"cursor": part["next"]}
    assert seen == [f"forening-{number}" for number in range(5)]
    forged = kim.call("listActors", season=slug, cursor="bm90IG9uZQ")
    assert (forged.status_code, forged.json()["code"]) == (400, "cursor_unknown")


def test_ties_and_rules(kim: DocumentClient) -> None:
    slug = begin(kim)
    for name in ("A", "B"):
        kim.call("addActor", {**ACTOR, "name": name, "code": name.lower()}, season=slug)
    tie = kim.call("addTie", {"actor_a": "b", "actor_b": "a"}, season=slug)
    assert (tie.json()["actor_a"], tie.json()["actor_b"]) == ("a", "b")
    twice = kim.call("addTie", {"actor_a": "a", "actor_b": "b"}, season=slug)
    assert (twice.status_code, twice.json()["code"]) == (409, "part_exists")
    rule = {"kind": "pin", "challenge": "q", "keys": {"actor": "A"}}
    kept = kim.call("addRule", rule, season=slug).json()
    assert kept["keys"] == {"actor": "a"}
    actors = {each["code"]: each for each in kim.call("listActors", season=slug).json()["items"]}
    pinned = kim.call("removeActor", headers={"If-Match": "*"}, actor=actors["a"]["id"])
    assert (pinned.status_code, pinned.json()["code"]) == (409, "part_in_use")
    assert kim.call("removeRule", headers={"If-Match": "*"}, rule=kept["id"]).status_code == 200
    kim.call("removeActor", headers={"If-Match": "*"}, actor=actors["a"]["id"])
    assert kim.call("listTies", season=slug).json()["items"] == []


def test_what_is_not_yours_is_not_there(
    kim: DocumentClient, organisers: Callable[..., DocumentClient]
) -> None:
    slug = begin(kim)
    actor = kim.call("addActor", ACTOR, season=slug).json()["id"]
    other = organisers("other@example.org", may_organise=True)
    asked = [
        other.call("readSeason", season=slug),
        other.call("readSeason", season="none"),
        other.call("readActor", actor=actor),
        other.call("readActor", actor="none"),
        other.call("editActor", {"place": "Lund"}, {"If-Match": "*"}, actor=actor),
    ]
    assert {(each.status_code, each.json()["code"]) for each in asked} == {(404, "not_found")}
    assert len({each.json()["detail"] for each in asked}) == 1
    assert other.call("listSeasons").json()["items"] == []


def test_a_key_does_what_its_scopes_say(
    kim: DocumentClient, organisers: Callable[..., DocumentClient]
) -> None:
    reader = organisers("reader@example.org", KeyScope.READ, may_organise=True)
    refused = reader.call("createSeason", {"name": "Våren"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    assert "write" in refused.json()["text"]["en"]
    stranger = organisers("stranger@example.org")
    refused = stranger.call("createSeason", {"name": "Våren"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


def test_nobody_is_let_in_without_a_key(kim: DocumentClient, http: Any) -> None:
    begin(kim)
    for headers in ({}, {"Authorization": "Bearer kk_forged"}):
        answer = DocumentClient(http, headers).call("listSeasons")
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_season_goes_from_state_to_state(kim: DocumentClient) -> None:
    slug = begin(kim)
    assert kim.call("leadSeason", {"event": "open"}, season=slug).json()["state"] == "open"
    wrong = kim.call("leadSeason", {"event": "publish"}, season=slug)
    assert (wrong.status_code, wrong.json()["code"]) == (409, "wrong_state")
    assert "freeze" in wrong.json()["detail"]


def test_an_open_season_is_seen_from_outside_as_far_as_everybody_may(
    kim: DocumentClient, http: Any
) -> None:
    slug, anybody = begin(kim), DocumentClient(http)
    kim.call("addActor", {**ACTOR, "email": "who@example.org"}, season=slug)
    kim.call("addActor", {**ACTOR, "name": "Hemliga huset", "visible": False}, season=slug)
    assert anybody.call("lookAtSeason", season=slug).status_code == 404
    kim.call("leadSeason", {"event": "open"}, season=slug)
    seen = anybody.call("lookAtSeason", season=slug)
    assert [actor["name"] for actor in seen.json()["actors"]] == ["Ny förening"]
    assert "who@example.org" not in seen.text
    assert anybody.call("listActors", season=slug).status_code == 401
