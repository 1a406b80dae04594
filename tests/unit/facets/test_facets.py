"""Facets are found in the words of a constructed pool, and show nobody who is hidden."""

import re
from random import Random

import pytest

from matcher.facets.proposing import propose_facets
from models.actors import Actor
from models.errors import NotFound
from models.facets import ProposedFacets
from models.people import People
from models.ports.progress import Silence
from models.seasons import Season
from tests.kit.actors import EMAIL, HIDDEN, make_actor
from tests.kit.embedders import WordEmbedder
from tests.kit.seasons import make_challenge, make_season

THEMES = (
    ("dagvatten", "skyfall", "brunnar", "pumpar"),
    ("skugga", "lindar", "parker", "bänkar"),
    ("grannar", "övningar", "ringkedjor", "förråd"),
)
FAR = ("körsång", "noter", "konserter", "dirigenter")
SHARED = "klimatet oväder värmebölja väderskydd"
"""What every near actor says, and the challenge too."""
ASKED = f"Hit hör {', '.join(word for theme in THEMES for word in theme)}."


def say_some(number: int, theme: tuple[str, ...]) -> str:
    """Give a sentence with three of a theme's four words."""
    return " ".join([SHARED, *(theme[(number + i) % len(theme)] for i in range(3))]) + "."


def speak(number: int, theme: tuple[str, ...], **fields: object) -> Actor:
    """Give an actor who is near the challenge and speaks of a theme."""
    return make_actor(number, **({"description": say_some(number, theme)} | fields))


def sing(number: int) -> Actor:
    """Give an actor who is far from the challenge."""
    return make_actor(number, description=f"Sånggrupp{number} {' '.join(FAR)} hela kvällen.")


def build_season(themes: int = 3, each: int = 6, **fields: object) -> Season:
    """Give a season whose near actors speak of some themes, as many of each, and far ones."""
    near = [speak(i, THEMES[i % themes]) for i in range(themes * each)]
    far = [sing(len(near) + i) for i in range(2 * len(near))]
    given: dict[str, object] = {"title": SHARED, "description": ASKED} | fields
    return make_season([*near, *far], [make_challenge(0, **given)])


def propose(season: Season, count: int | None = None) -> ProposedFacets:
    [proposed] = propose_facets(season, People(), WordEmbedder(), Silence(), "c0", count)
    return proposed


def words_of(label: str) -> set[str]:
    return set(re.findall(r"\w{4,}", label))


def with_actors(season: Season, actors: list[Actor]) -> Season:
    return season.evolve(actors=tuple(actors))


@pytest.mark.parametrize("themes", [2, 3])
def test_each_theme_is_found_and_labelled_with_its_own_words(themes: int) -> None:
    facets = propose(build_season(themes), themes).facets
    assert len(facets) == themes
    found = [words_of(facet.label) for facet in facets]
    for theme in THEMES[:themes]:
        assert len([1 for own in found if own and own <= set(theme)]) == 1


def test_the_number_follows_from_the_words_where_none_is_asked_for() -> None:
    facets = propose(build_season()).facets
    assert 3 <= len(facets) <= 6
    for facet in facets:
        assert any(words_of(facet.label) <= set(theme) for theme in THEMES)


def test_labels_share_no_word_and_can_stand_in_one_cell() -> None:
    labels = [facet.label for facet in propose(build_season(), 6).facets]
    said = [word for label in labels for word in words_of(label)]
    assert len(said) == len(set(said)) > 0
    assert ";" not in "".join(labels)


@pytest.mark.parametrize("count", [None, 2, 3, 4, 5, 6])
@pytest.mark.parametrize(("themes", "each"), [(2, 4), (3, 3), (3, 8)])
def test_every_label_is_of_more_than_one_word(themes: int, each: int, count: int | None) -> None:
    for facet in propose(build_season(themes, each), count).facets:
        assert len(words_of(facet.label)) > 1


def test_a_label_is_a_phrase_that_actors_say_where_they_say_one() -> None:
    said = ("dagvatten och skyfall", "skugga i parker", "övningar med grannar")
    near = [speak(i, THEMES[i % 3], description=f"{SHARED}, {said[i % 3]}.") for i in range(18)]
    far = [sing(18 + i) for i in range(36)]
    season = make_season([*near, *far], [make_challenge(0, title=SHARED, description=ASKED)])
    assert {facet.label for facet in propose(season, 3).facets} == set(said)


def test_verbs_and_words_of_the_title_make_no_label() -> None:
    season = build_season(title=f"{SHARED} dagvatten skyfall", each=8)
    deeds = [
        actor.evolve(description=f"{actor.description} Vi dansar ofta. De som dansar, dansar.")
        if number % 3 == 0 and number < 24
        else actor
        for number, actor in enumerate(season.actors)
    ]
    labels = [facet.label for facet in propose(with_actors(season, deeds)).facets]
    assert labels
    assert "dansar" not in " ".join(labels)
    assert not any(words_of(label) <= {"dagvatten", "skyfall"} for label in labels)


def test_those_who_serve_a_facet_best_say_its_words() -> None:
    season = build_season()
    for facet in propose(season, 3).facets:
        assert len(facet.best) == 3
        for id_ in facet.best:
            said = season.actors[season.actor_index[id_]].description
            assert words_of(facet.label) & words_of(said)
        assert words_of(facet.label) & words_of(facet.example)
        assert facet.actors > 0
        assert 0 < facet.coverage <= 1
    counts = [facet.actors for facet in propose(season, 3).facets]
    assert counts == sorted(counts, reverse=True)


def test_the_same_whatever_the_order_of_the_actors() -> None:
    season = build_season()
    mixed = list(season.actors)
    Random(3).shuffle(mixed)
    assert propose(season) == propose(season) == propose(with_actors(season, mixed))


def test_hidden_actors_and_addresses_never_appear() -> None:
    season = build_season()
    said = f"{SHARED} dagvatten {HIDDEN.lower()} {EMAIL}."
    openly = [
        actor.evolve(description=f"{actor.description} {said}")
        if number % 3 == 0 and number < 18
        else actor
        for number, actor in enumerate(season.actors)
    ]
    hidden = [
        speak(90 + i, THEMES[i % 3], name=HIDDEN if i == 0 else f"{HIDDEN} {i}", visible=False)
        for i in range(6)
    ]
    shown = propose(with_actors(season, [*openly, *hidden])).model_dump_json()
    assert "skyfall" in shown
    for secret in ("hemlig", "person", "example.org", "@", *HIDDEN.lower().split(), '"a9'):
        assert secret not in shown.lower()


def test_several_questions_of_a_challenge_are_facets_by_themselves() -> None:
    asked = "Vart tar dagvatten och skyfall vägen? Vem planterar lindar som ger skugga i parker?"
    labels = [f.label for f in propose(build_season(description=f"{asked} {ASKED}")).facets]
    assert {
        "Vart tar dagvatten och skyfall vägen?",
        "Vem planterar lindar som ger skugga i parker?",
    } <= set(labels)
    [only] = propose(build_season(description=f"{asked} {ASKED}"), 1).facets
    assert only.label.endswith("?")


@pytest.mark.parametrize(("themes", "each"), [(1, 2), (2, 2)])
def test_a_small_pool_gets_nothing_rather_than_noise(themes: int, each: int) -> None:
    proposed = propose(build_season(themes, each))
    assert proposed.near < 6
    assert proposed.facets == ()


def test_a_pool_that_is_far_from_the_challenge_gets_nothing() -> None:
    season = make_season([sing(i) for i in range(12)], build_season().challenges)
    assert propose(season) == ProposedFacets(challenge_id="c0", near=0, facets=())


def test_one_actor_alone() -> None:
    season = make_season([speak(0, THEMES[0])], build_season().challenges)
    assert propose(season).facets == ()


def test_facets_that_are_there_do_not_change_what_is_proposed() -> None:
    assert propose(build_season(facets=("skugga", "beredskap"))) == propose(build_season())


def test_an_unknown_challenge_is_told_the_known_ones() -> None:
    with pytest.raises(NotFound, match="c0"):
        propose_facets(build_season(), People(), WordEmbedder(), Silence(), "nowhere")
