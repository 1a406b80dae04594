"""Fits between partners: from the stated texts, exact for the chosen, near for everybody."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from matcher.core.fits import Fits
from matcher.embedding import partners
from matcher.embedding.coarse import coarsen
from matcher.embedding.languages import reference_of
from matcher.embedding.partners import state_all
from matcher.embedding.passages import passages_of
from matcher.embedding.port import TextKind, Vectors
from matcher.embedding.reading import has_been_read, read_partners, read_words
from models.ports.progress import Progress, Silence
from models.text import Language
from tests.kit.actors import make_actor
from tests.kit.partners import draw_vectors, give_fits, map_cosine, map_exchange
from tests.kit.remembering import remember
from tests.kit.seasons import give_reading, make_challenge, make_season

FITS = ("kinship", "offers_for", "seekers_of")


class Letters:
    """A small embedder that counts letters, and remembers what it was given."""

    model, fingerprint, dim = "letters", "letters-1", 10

    def __init__(self) -> None:
        self.read: list[tuple[TextKind, str]] = []

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        assert texts, "nothing to read"
        self.read += [(kind, text) for text in texts]
        counts = [[1 + text.count(letter) for letter in "abcdefghij"] for text in texts]
        vectors = np.array(counts, dtype=np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


ACTORS = (
    make_actor(0, description="abba", offers="cc dd", seeks="ee ff"),
    make_actor(1, description="abc", offers="ee ff"),
    make_actor(2, description="hij", seeks="cc dd"),
    make_actor(3, description="hig"),
)
SEASON = make_season(ACTORS, (make_challenge(),))


def test_stated_offers_and_seeks_are_read_as_passages_and_questions() -> None:
    letters = Letters()
    read_partners(SEASON, letters, Silence())
    for text in ("cc dd", "ee ff"):
        assert (TextKind.PASSAGE, text) in letters.read
        assert (TextKind.QUERY, text) in letters.read
    letters.read.clear()
    silent = [actor.evolve(offers="", seeks="") for actor in ACTORS]
    fits = read_partners(make_season(silent, (make_challenge(),)), letters, Silence())
    assert not fits.offers_for(0).any()
    assert not fits.seekers_of(0).any()
    assert {kind for kind, _ in letters.read} == {TextKind.PASSAGE}


def test_offers_meet_what_is_sought_and_nothing_meets_nothing() -> None:
    fits = read_partners(SEASON, Letters(), Silence())
    assert fits.offers_for(0).argmax() == 1
    assert fits.offers_for(0)[[2, 3]].tolist() == [0, 0]
    assert fits.seekers_of(0).argmax() == 2
    assert fits.seekers_of(0)[[1, 3]].tolist() == [0, 0]
    assert not fits.offers_for(1).any(), "it seeks nothing"
    assert not fits.seekers_of(2).any(), "it offers nothing"
    assert fits.kinship(2)[3] > fits.kinship(2)[0]


def test_a_reading_has_the_fits_of_its_partners() -> None:
    reading = read_words(SEASON, Letters(), Silence())
    fits = read_partners(SEASON, Letters(), Silence())
    for name in FITS:
        for own in range(len(ACTORS)):
            assert getattr(reading, name)(own).tolist() == getattr(fits, name)(own).tolist()
    assert reading.tolerance == fits.tolerance > 0
    bare = give_reading(Fits(np.zeros((4, 1))))
    assert bare.kinship(0).tolist() == pytest.approx([1 / (1 + np.exp(6 * 0.1))] * 4)
    assert not bare.offers_for(0).any()


def test_a_season_is_read_when_offers_and_seeks_are(tmp_path: Path) -> None:
    embedder = remember(Letters(), tmp_path)
    texts = {
        TextKind.PASSAGE: [
            [own.text for actor in ACTORS for own in passages_of(actor)],
            [text for language in Language for text in reference_of(TextKind.PASSAGE, language)],
        ],
        TextKind.QUERY: [
            [challenge.question for challenge in SEASON.challenges],
            [actor.seeks for actor in ACTORS if actor.seeks],
            [text for language in Language for text in reference_of(TextKind.QUERY, language)],
        ],
    }
    for kind, lists in texts.items():
        for each in lists:
            assert not has_been_read(SEASON, embedder)
            embedder.embed(each, kind, Silence())
    assert has_been_read(SEASON, embedder)


@pytest.mark.parametrize("coarse_from", [1, 10_000])
def test_fits_are_exact_for_the_chosen_and_within_tolerance_for_everybody(
    coarse_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partners, "COARSE_FROM", coarse_from)
    count = 60
    actors = [
        make_actor(i, offers="x" if i % 3 else "", seeks="y" if i % 4 else "") for i in range(count)
    ]
    season = make_season(actors, (make_challenge(),))
    given = draw_vectors(9, count, dim=24)
    fits = give_fits(season, given)
    assert (fits.words.coarse is None) == (coarse_from > count)
    for own in (1, 2, 5):
        expected = {
            "kinship": [map_cosine(given.words[own], given.words[a]) for a in range(count)],
            "offers_for": [
                map_exchange(given.seeks[own], given.offers[a]) if a % 3 else 0
                for a in range(count)
            ],
            "seekers_of": [
                map_exchange(given.offers[own], given.seeks[a]) if a % 4 else 0
                for a in range(count)
            ],
        }
        for name, values in expected.items():
            everybody = getattr(fits, name)(own)
            assert np.abs(everybody - values).max() <= fits.tolerance
            some = np.array([59, 0, 7, 12])
            chosen = getattr(fits, name)(own, some)
            assert chosen.tolist() == pytest.approx(np.array(values)[some].tolist(), abs=1e-12)
            (alone,) = getattr(fits, name)(own, some[:1])
            assert alone == chosen[0]


@pytest.mark.parametrize("dim", [1, 3, 384, 1024, 2048])
def test_rough_cosines_are_within_their_slack(dim: int) -> None:
    numbers = np.random.default_rng(dim)
    vectors = numbers.standard_normal((500, dim)).astype(np.float32)
    vectors[:50, 1:] = 0
    vectors[50:100] = 1
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[0] = 0
    rough = coarsen(vectors)
    assert rough.slack < 0.05
    for query in vectors[[1, 60, 100, 499]]:
        exact = vectors.astype(np.float64) @ query.astype(np.float64)
        assert np.abs(rough.cosines(query) - exact).max() <= rough.slack


def test_exact_cosines_go_in_steps() -> None:
    vectors = draw_vectors(2, 5_000).words
    rows = np.arange(5_000)
    found = state_all(vectors).exact_cosines(vectors[3], rows)
    assert found == pytest.approx(vectors.astype(np.float64) @ vectors[3].astype(np.float64))
