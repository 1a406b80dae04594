"""Seasons come back from JSON as they went, whatever was done to them before."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.people import Contact, People
from models.seasons import Season
from tests.kit.seasons import draw_season
from tests.kit.tiny import ruled_season, timed_season


def insist_on_return(season: Season) -> None:
    again = Season.model_validate_json(season.model_dump_json())
    assert again == season
    assert again.model_dump_json() == season.model_dump_json()
    assert again.actor_index == season.actor_index == _places(season.actors)
    assert again.challenge_index == season.challenge_index == _places(season.challenges)


def _places(things):  # type: ignore[no-untyped-def]
    return {thing.id: place for place, thing in enumerate(things)}


@given(seed=st.integers(0, 10**6), kind=st.sampled_from(["drawn", "ruled", "timed"]))
@settings(max_examples=150, deadline=None)
def test_a_season_comes_back_from_json(seed: int, kind: str) -> None:
    if kind == "drawn":
        season = draw_season(Random(seed), seed % 12)
    else:
        season, _ = (ruled_season if kind == "ruled" else timed_season)(seed)
    insist_on_return(season)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_a_shuffled_and_a_changed_season_come_back_from_json(seed: int) -> None:
    draw = Random(seed)
    season = draw_season(draw, draw.randint(1, 12))
    shuffled = {
        name: draw.sample(getattr(season, name), len(getattr(season, name)))
        for name in ("actors", "ties")
    }
    same = season.evolve(**shuffled)
    assert same == season
    assert same.actor_index == season.actor_index
    insist_on_return(same)
    kept = tuple(actor for actor in season.actors if draw.random() < 0.7)
    ids = {actor.id for actor in kept}
    ties = tuple(tie for tie in season.ties if set(tie.pair) <= ids)
    insist_on_return(season.evolve(actors=kept, ties=ties))


@given(emails=st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=5))
def test_people_come_back_from_json(emails: dict[str, str]) -> None:
    contacts = tuple(Contact(actor_id=id_, email=email) for id_, email in emails.items())
    people = People(contacts=contacts)
    again = People.model_validate_json(people.model_dump_json())
    assert again == people == People(contacts=contacts[::-1])
    assert {id_: again.email_of(id_) for id_ in emails} == emails
