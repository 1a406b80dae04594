"""Suggestions, rankings, scores and the season: the commands' answers, less what is hidden."""

from typing import Any

import pytest

from api.http.app import create_app
from matcher.embedding.ranking import rank_actors
from matcher.scoring import score_coalitions
from matcher.suggest import Matchmaker
from models.people import People
from models.ports.progress import Silence
from models.scores import CoalitionMembers
from models.seasons import Season
from models.suggestions import Selection
from tests.kit.words import GivenWords


def dump(items: Any) -> list[Any]:
    return [item.model_dump(mode="json") for item in items]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"k": 3},
        {"k": 0, "include_known": True},
        {"sector": "academia", "within_km": 400.5, "language": "en"},
        {"prefer": "far", "k": 4},
    ],
)
def test_suggestions_are_those_of_the_command(
    client: Any, season: Any, reading: Any, options: dict[str, Any]
) -> None:
    found = Matchmaker(season, reading, People()).suggest("a01", Selection.model_validate(options))
    expected = dump(found)
    assert client.call("readSuggestions", {"id": "a01", **options}).json() == expected
    assert expected


def test_a_language_goes_by_its_name_too_and_an_unknown_one_is_refused(client: Any) -> None:
    by_code, by_name = (
        client.call("readSuggestions", {"id": "a01", "language": language}).json()
        for language in ("en", "Engelska")
    )
    assert by_code == by_name != []
    refused = client.call("readSuggestions", {"id": "a01", "language": "klingon"})
    assert refused.status_code == 422
    (fault,) = refused.json()["faults"]
    assert (fault["column"], fault["code"]) == ("language", "language_not_found")
    assert "de, el, en" in fault["mend"]["en"]


def test_what_suggests_is_kept_between_requests(client: Any) -> None:
    preview = client.http.app.state.preview
    kept = []
    for actor in ("a01", "a02"):
        assert client.call("readSuggestions", {"id": actor}).status_code == 200
        kept.append(vars(preview.words)["_opened"][2])
    assert (
        kept[0]
        is kept[1]
        is preview.words.open_matchmaker(preview.season, preview.people, Silence())
    )


def test_ranking_is_that_of_the_command_without_the_hidden(
    client: Any, season: Any, reading: Any, hidden: str
) -> None:
    everybody = rank_actors(season, reading, "c1", 0)
    assert hidden in [entry.actor_id for entry in everybody]
    shown = [(e.actor_id, e.relevance) for e in everybody if e.actor_id != hidden]
    for k, count in ((0, 19), (19, 19), (5, 5), (None, 19)):
        asked = {"id": "c1"} if k is None else {"id": "c1", "k": k}
        table = client.call("readRanking", asked).json()
        assert [(e["actor_id"], e["relevance"]) for e in table] == shown[:count]
        assert [e["rank"] for e in table] == list(range(1, count + 1))


def test_scores_are_those_of_the_command(client: Any, season: Any, reading: Any) -> None:
    given = {"id": "mine", "challenge_id": "c1", "members": ["a05", "a01", "a02"]}
    answer = client.call("scoreCoalitions", body={"coalitions": [given]}).json()
    members = CoalitionMembers(id="mine", challenge_id="c1", members=("a01", "a02", "a05"))
    expected = score_coalitions(season, reading, (members,))
    assert answer == expected.model_dump(mode="json")
    assert answer["coalitions"][0]["violations"][0]["rule"] == "size"


def test_every_fault_of_scores_is_named(client: Any) -> None:
    coalitions = [
        {"id": "x", "challenge_id": "c9", "members": ["a01", "a01", "nobody"]},
        {"id": "x", "challenge_id": "c0", "members": ["a02"]},
    ]
    answer = client.call("scoreCoalitions", body={"coalitions": coalitions})
    assert answer.status_code == 422
    assert [(f["column"], f["code"]) for f in answer.json()["faults"]] == [
        ("coalitions.0.challenge_id", "challenge_not_found"),
        ("coalitions.0.members.1", "member_twice"),
        ("coalitions.0.members.2", "actor_not_found"),
        ("coalitions.1.id", "coalition_twice"),
    ]


@pytest.mark.parametrize(
    ("body", "column", "code"),
    [
        ({}, "coalitions", "value_missing"),
        ({"coalitions": []}, "coalitions", "value_too_short"),
        ({"coalitions": "x"}, "coalitions", "value_not_list"),
        (
            {"coalitions": [{"id": "x", "challenge_id": "c0", "members": []}]},
            "coalitions.0.members",
            "value_too_short",
        ),
    ],
)
def test_faulty_scores_are_refused(client: Any, body: Any, column: str, code: str) -> None:
    answer = client.call("scoreCoalitions", body=body)
    assert [(f["column"], f["code"]) for f in answer.json()["faults"]] == [(column, code)]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"k": -1}, "value_too_small"),
        ({"k": "many"}, "value_not_integer"),
        ({"k": 1.5}, "value_not_integer"),
        ({"within_km": "nan"}, "value_not_number"),
        ({"within_km": "far"}, "value_not_number"),
        ({"include_known": "perhaps"}, "value_not_boolean"),
        ({"sector": "church"}, "value_not_among"),
        ({"prefer": "warm"}, "value_not_among"),
        ({"within_km": -1}, "value_too_small"),
        ({"language": ""}, "value_too_short"),
        ({"lang": "fi"}, "value_not_among"),
    ],
)
def test_faulty_queries_are_refused(client: Any, query: dict[str, Any], code: str) -> None:
    answer = client.call("readSuggestions", {"id": "a01", **query})
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["file"], fault["column"], fault["code"]) == ("query", *query, code)


def test_unknown_parameters_are_refused(client: Any) -> None:
    answer = client.http.get("/api/v1/challenges/c0/ranking?limit=3")
    assert [f["code"] for f in answer.json()["faults"]] == ["key_unknown"]


def test_season_is_the_public_view(client: Any, season: Any, hidden: str) -> None:
    view = client.call("readSeason").json()
    assert list(view) == ["name", "year", "country", "challenges", "actors", "ties"]
    assert [challenge["id"] for challenge in view["challenges"]] == ["c0", "c1"]
    assert [a["id"] for a in view["actors"]] == [a.id for a in season.actors if a.id != hidden]
    assert not {"email", "attributes", "visible", "wishes", "lat"} & view["actors"][0].keys()
    ends = {end for tie in view["ties"] for end in (tie["actor_a"], tie["actor_b"])}
    assert hidden in {end for tie in season.ties for end in (tie.actor_a, tie.actor_b)}
    assert ends <= {actor["id"] for actor in view["actors"]}


def test_ids_with_slashes_and_swedish_letters_are_found(
    serve: Any, season: Any, reading: Any
) -> None:
    odd = season.actors[0].evolve(id="å/ö")
    actors = (odd, *season.actors[1:])
    changed = Season(name="odd", actors=actors, challenges=season.challenges)
    with serve(create_app(changed, People(), GivenWords(lambda progress: reading))) as client:
        for spelt in ("å/ö", "%C3%A5%2F%C3%B6"):
            assert client.http.get(f"/api/v1/actors/{spelt}/suggestions?k=1").status_code == 200
