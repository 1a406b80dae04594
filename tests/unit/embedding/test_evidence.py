"""The sentence and the words that carried relevance."""

import pytest

from matcher.embedding.ranking import rank_actors
from matcher.embedding.reading import read_words
from models.evidence import Evidence
from models.ports.progress import Silence
from models.suggestions import RankedWhy
from tests.kit.actors import make_actor
from tests.kit.embedders import WordEmbedder
from tests.kit.seasons import make_challenge, make_season

NEAR = "Vi ordnar praktikplatser för unga i hela landet."
FAR = "Kören sjunger visor varje torsdag eftermiddag."
SEASON = make_season(
    (
        make_actor(
            0, description=f"{FAR} {NEAR} Skriv till kontakt@example.org, alla är välkomna!"
        ),
        make_actor(1, description=FAR),
    ),
    (make_challenge(0, title="Praktikplatser för unga", description="Hur blir de fler?"),),
)
READING = read_words(SEASON, WordEmbedder(), Silence())


def test_the_nearest_sentence_and_its_shared_words_are_told() -> None:
    found = READING.find_evidence(0, 0)
    assert found is not None
    assert found.passage == NEAR
    assert set(found.words) >= {"praktikplatser", "unga"}
    question = SEASON.challenges[0].question.casefold()
    assert all(word in NEAR.casefold() and word[:4] in question for word in found.words)


def test_no_word_is_told_where_none_is_shared() -> None:
    assert READING.find_evidence(1, 0) == Evidence(passage=FAR, words=())


def test_an_address_is_never_told() -> None:
    season = make_season(
        (make_actor(0, description="Praktikplatser: skriv till a.b@example.org nu genast!"),),
        SEASON.challenges,
    )
    found = read_words(season, WordEmbedder(), Silence()).find_evidence(0, 0)
    assert found is not None
    assert "@" not in found.passage
    assert "Praktikplatser" in found.passage


def test_numbers_and_hidden_actors_are_never_told() -> None:
    told = "Praktikplatser ordnas av Dolda Dalens Bygg, ring 070-123 45 67 eller anna(at)ex.se!"
    hidden = make_actor(1, name="Dolda Dalens Bygg", visible=False, description=FAR)
    season = make_season((make_actor(0, description=told), hidden), SEASON.challenges)
    found = read_words(season, WordEmbedder(), Silence()).find_evidence(0, 0)
    assert found is not None
    assert "Praktikplatser ordnas av" in found.passage
    assert not {"Dalens", "123", "(at)", "ex.se"} & set(found.passage.replace("!", " ").split())
    assert "070" not in found.passage and "anna" not in found.passage


@pytest.mark.parametrize("asked", [True, False])
def test_a_ranking_has_evidence_only_where_asked_for(asked: bool) -> None:
    [first, second] = rank_actors(SEASON, READING, "c0", with_evidence=asked)
    assert isinstance(first, RankedWhy) is asked
    assert ("evidence" in first.model_dump(mode="json")) is asked
    assert first.relevance > second.relevance
