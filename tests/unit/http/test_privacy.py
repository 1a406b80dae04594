"""No address, no column of the organiser's own and no hidden actor in any answer."""

from typing import Any

import pytest

from api.http.app import create_app
from models.people import People
from models.seasons import Season
from tests.kit.words import GivenWords


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for k, v in value.items() for s in (k, *strings(v))]
    if isinstance(value, list):
        return [s for item in value for s in strings(item)]
    return [value] if isinstance(value, str) else []


def test_nothing_personal_in_any_answer(client: Any, season: Any, find_leaks: Any) -> None:
    run_id = client.call("startRun").json()["id"]
    client.follow(run_id, {"done"})
    answers = [
        client.call("readSeason"),
        client.call("readRun", {"id": run_id}),
        client.call("readProposal", {"id": run_id}),
        client.call("cancelRun", {"id": run_id}),
        client.http.get("/api/openapi.json"),
        *(client.call("readRanking", {"id": c.id, "k": 0}) for c in season.challenges),
        *(
            client.call("readSuggestions", {"id": a.id, "k": 0, "include_known": True})
            for a in season.actors
        ),
        client.call(
            "scoreCoalitions",
            body={
                "coalitions": [
                    {
                        "id": "all",
                        "challenge_id": "c0",
                        "members": [actor.id for actor in season.actors],
                    }
                ]
            },
        ),
    ]
    for answer in answers:
        assert find_leaks(answer.json()) == []


def test_hidden_actor_is_nowhere(client: Any, season: Any, hidden: str) -> None:
    name = next(actor.name for actor in season.actors if actor.id == hidden)
    answers = [
        client.call("readSeason"),
        *(client.call("readRanking", {"id": c.id, "k": 0}) for c in season.challenges),
        *(
            client.call("readSuggestions", {"id": a.id, "k": 0, "include_known": True})
            for a in season.actors
            if a.id != hidden
        ),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert not {hidden, name} & set(strings(answer.json()))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_hidden_and_missing_actors_look_the_same(
    client: Any, serve: Any, season: Any, reading: Any, hidden: str, language: str
) -> None:
    others = tuple(actor for actor in season.actors if actor.id != hidden)
    without = Season(name=season.name, actors=others, challenges=season.challenges)
    with serve(create_app(without, People(), GivenWords(lambda progress: reading))) as elsewhere:
        for name in (hidden, f"{hidden}x", "nobody"):
            asked = {"id": name, "lang": language}
            here = client.call("readSuggestions", asked)
            assert here.status_code == 404
            assert here.text == elsewhere.call("readSuggestions", asked).text


def test_hidden_actor_is_not_named_in_faults(client: Any, hidden: str) -> None:
    body = {"coalitions": [{"id": "x", "challenge_id": "c0", "members": [f"{hidden}x"]}]}
    (fault,) = client.call("scoreCoalitions", body=body).json()["faults"]
    assert hidden not in fault["mend"]["en"].replace(f"{hidden}x", "")
