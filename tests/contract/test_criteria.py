"""Every criterion keeps the contract: range, parts, replacements, words, and its formula."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.pool import Pool, build_pool
from matcher.criteria.criterion import Criterion, measure, measure_members
from matcher.criteria.registry import CRITERIA, weights_in_use
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.seasons import Season, Weight
from models.ties import Tie
from tests.kit.actors import EMAIL, HIDDEN
from tests.kit.places import haversine_km
from tests.kit.seasons import draw_fits, draw_season, make_season
from tests.kit.texts import assert_says_both

ORDER = (
    "relevance",
    "sector_diversity",
    "geographic_spread",
    "novelty",
    "wishes",
    "turn",
    "complementarity",
    "coverage",
    "availability",
    "perspectives",
)
DEFAULT_WEIGHTS = {
    "relevance": 1.0,
    "sector_diversity": 1.0,
    "geographic_spread": 0.5,
    "novelty": 0.5,
    "wishes": 0.5,
    "turn": 0.25,
    "complementarity": 0.25,
    "coverage": 0.5,
    "availability": 0.5,
    "perspectives": 0.0,
}
OF_PAIRS = ("sector_diversity", "geographic_spread", "novelty", "perspectives")
TOLERANCE = 1e-9

every_criterion = pytest.mark.parametrize("criterion", CRITERIA.values(), ids=CRITERIA.keys())
thorough = settings(max_examples=60, deadline=None)


@dataclass(frozen=True, eq=False)
class Case:
    """A coalition in a season."""

    season: Season
    fits: Fits
    challenge: Challenge
    members: Ints

    @property
    def pool(self) -> Pool:
        return build_pool(self.season, self.fits)

    @property
    def actors(self) -> list[Actor]:
        return [self.season.actors[a] for a in self.members]


@st.composite
def cases(draw: st.DrawFn, sizes: st.SearchStrategy[int] | None = None) -> Case:
    random = Random(draw(st.integers(0, 2**32 - 1)))
    season = draw_times(random, draw_season(random, draw(st.integers(2, 14))))
    count = len(season.actors)
    size = min(count, draw(sizes if sizes is not None else st.integers(1, 8)))
    members = np.array(sorted(random.sample(range(count), size)), dtype=np.int64)
    fits = draw_fits(season, random.randrange(2**32))
    if random.random() < 0.3:  # many equals
        fits = Fits(
            fits.relevance, {key: table.round() for key, table in fits.facets.items()}, fits.offers
        )
    return Case(season, fits, draw(st.sampled_from(season.challenges)), members)


def draw_times(random: Random, season: Season) -> Season:
    """Give a season in which actors state one of two times, any of many, or none."""
    labels = [f"tid {t}" for t in range(random.choice([1, 2, 4, 6, 12, 40]))]
    share = random.choice([0.0, 0.2, 0.5, 0.9])
    actors = tuple(
        actor.evolve(available=tuple(label for label in labels if random.random() < share))
        for actor in season.actors
    )
    return season.evolve(actors=actors)


# -- the formulas of the contract, once more and slowly


def mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def blau(labels: Sequence[object]) -> float:
    return 1 - sum((list(labels).count(label) / len(labels)) ** 2 for label in set(labels))


@cache
def largest_blau(n: int, kinds: int) -> float:
    """Try every way to give n members K labels."""
    labels = range(min(n, kinds))
    return max(blau(way) for way in itertools.combinations_with_replacement(labels, n))


def variety(labels: Sequence[object], kinds: int) -> float:
    if len(labels) < 2:
        return 0.5
    return min(1.0, blau(labels) / largest_blau(len(labels), kinds)) if kinds >= 2 else 0.0


def to_others(case: Case, judge: Callable[[Actor, Actor], float]) -> list[float]:
    """Give each member's mean over its co-members."""
    return [mean([judge(a, b) for b in case.actors if b is not a]) for a in case.actors]


def scaled(own: list[float], value: float) -> list[float]:
    """Scale all by the same factor, so that their mean is the value."""
    return [part * value / mean(own) if mean(own) else 0.0 for part in own]


def are_tied(case: Case, one: Actor, other: Actor) -> bool:
    return any({tie.actor_a, tie.actor_b} == {one.id, other.id} for tie in case.season.ties)


def relevance(case: Case) -> list[float]:
    column = case.season.challenges.index(case.challenge)
    return [float(case.fits.relevance[a][column]) for a in case.members]


def sector_diversity(case: Case) -> list[float]:
    if len(case.actors) < 2:
        return [0.5]
    own = to_others(case, lambda a, b: a.sector != b.sector)
    return scaled(own, variety([actor.sector for actor in case.actors], 4))


def geographic_spread(case: Case) -> list[float]:
    def area(actor: Actor) -> str:
        is_national = case.challenge.scope is Scope.NATIONAL
        return actor.place.county if is_national else actor.place.municipality

    if len(case.actors) < 2:
        return [0.5]
    areas = [area(actor) for actor in case.actors]
    unlike = to_others(case, lambda a, b: area(a) != area(b))
    km = to_others(case, lambda a, b: haversine_km(a.place, b.place))
    pairs = [haversine_km(a.place, b.place) for a, b in itertools.combinations(case.actors, 2)]
    halves = zip(
        scaled(unlike, variety(areas, case.challenge.areas)),
        scaled(km, min(1.0, mean(pairs) / case.challenge.reference_km)),
        strict=True,
    )
    return [(one + other) / 2 for one, other in halves]


def novelty(case: Case) -> list[float]:
    if len(case.actors) < 2:
        return [0.5]
    return to_others(case, lambda a, b: not are_tied(case, a, b))


def wishes(case: Case) -> list[float]:
    def worth(wished: tuple[str, ...]) -> float:
        ranks = {challenge: r for r, challenge in enumerate(wished, start=1)}
        if case.challenge.id not in ranks:
            return 0.0 if wished else 0.5
        return 1 - (ranks[case.challenge.id] - 1) / len(wished)

    return [worth(actor.wishes) for actor in case.actors]


def complementarity(case: Case) -> list[float]:
    places = [int(a) for a in case.members]
    seekers = [a for a in places if case.season.actors[a].seeks]
    if not seekers:
        return [0.5] * len(places)
    parts = []
    for a in places:
        others = [b for b in places if b != a and case.season.actors[b].offers]
        fits = [] if case.fits.offers is None else [case.fits.offers.table[a, b] for b in others]
        parts.append(float(max(fits, default=0.0)) if a in seekers else 0.0)
    return [part * len(places) / len(seekers) for part in parts]


def coverage(case: Case) -> list[float]:
    if not case.challenge.facets:
        return [0.5] * len(case.members)
    parts = [0.0] * len(case.members)
    count = len(case.challenge.facets)
    for f in range(count):
        fits = [float(case.fits.facets[case.challenge.id][a, f]) for a in case.members]
        best = [i for i, fit in enumerate(fits) if fit == max(fits)]
        for i in best:
            parts[i] += max(fits) / len(best) * len(fits) / count
    return parts


def availability(case: Case) -> list[float]:
    labels = sorted({label for actor in case.season.actors for label in actor.available})
    if not labels:
        return [0.5] * len(case.actors)

    def comers(label: str) -> list[bool]:
        return [not actor.available or label in actor.available for actor in case.actors]

    best = sorted(labels, key=lambda label: -sum(comers(label)))[:4]
    return [mean(each) for each in zip(*(comers(label) for label in best), strict=True)]


def turn(case: Case) -> list[float]:
    return [min(1.0, actor.passed_over / 3) for actor in case.actors]


FORMULAS: dict[str, Callable[[Case], list[float]]] = {
    "relevance": relevance,
    "sector_diversity": sector_diversity,
    "geographic_spread": geographic_spread,
    "novelty": novelty,
    "wishes": wishes,
    "turn": turn,
    "complementarity": complementarity,
    "coverage": coverage,
    "availability": availability,
}
"""By criterion, each member's part; the value is their mean."""


# -- what holds for every criterion


@every_criterion
@thorough
@given(case=cases())
def test_value_on_any_coalition(criterion: Criterion, case: Case) -> None:
    value = measure(criterion.terms(case.pool, case.challenge), case.members)
    assert math.isfinite(value)
    assert 0 <= value <= 1


@every_criterion
@thorough
@given(case=cases())
def test_member_values_have_the_value_as_mean(criterion: Criterion, case: Case) -> None:
    terms = criterion.terms(case.pool, case.challenge)
    parts = measure_members(terms, case.members)
    assert parts.shape == case.members.shape
    assert np.isfinite(parts).all()
    assert (parts >= 0).all()
    assert parts.mean() == pytest.approx(measure(terms, case.members), abs=TOLERANCE)


@every_criterion
@thorough
@given(case=cases(), seed=st.integers(0, 2**32 - 1))
def test_member_values_when_actors_stand_in_another_order(
    criterion: Criterion, case: Case, seed: int
) -> None:
    order = Random(seed).sample(range(len(case.season.actors)), len(case.season.actors))
    place = {old: new for new, old in enumerate(order)}
    ids = {actor.id: f"b{place[a]:02}" for a, actor in enumerate(case.season.actors)}
    shuffled = Case(
        make_season(
            [actor.evolve(id=ids[actor.id]) for actor in case.season.actors],
            case.season.challenges,
            ties=[
                Tie(actor_a=ids[tie.actor_a], actor_b=ids[tie.actor_b]) for tie in case.season.ties
            ],
        ),
        Fits(
            case.fits.relevance[order],
            {key: table[order] for key, table in case.fits.facets.items()},
            None if case.fits.offers is None else case.fits.offers.subset(np.array(order)),
        ),
        case.challenge,
        np.array([place[int(a)] for a in case.members], dtype=np.int64),
    )
    before = measure_members(criterion.terms(case.pool, case.challenge), case.members)
    after = measure_members(criterion.terms(shuffled.pool, case.challenge), shuffled.members)
    assert after == pytest.approx(before, abs=TOLERANCE)


@every_criterion
@thorough
@given(case=cases())
def test_replaced_after_every_single_replacement(criterion: Criterion, case: Case) -> None:
    terms = criterion.terms(case.pool, case.challenge)
    table = np.sum([term.share * term.replaced(case.members) for term in terms], axis=0)
    assert table.shape == (len(case.members), len(case.season.actors))
    for i, comer in itertools.product(range(len(case.members)), range(len(case.season.actors))):
        if comer not in case.members:
            after = case.members.copy()
            after[i] = comer
            assert table[i, comer] == pytest.approx(measure(terms, after), abs=TOLERANCE)
    comers = np.flatnonzero(~np.isin(np.arange(len(case.season.actors)), case.members))[::-2]
    few = np.sum([term.share * term.replaced(case.members, comers) for term in terms], axis=0)
    assert few == pytest.approx(table[:, comers], abs=TOLERANCE)


@every_criterion
@thorough
@given(case=cases(sizes=st.integers(1, 7)))
def test_value_by_the_formula_of_the_contract(criterion: Criterion, case: Case) -> None:
    assert criterion.key in FORMULAS, f"write the contract's formula of {criterion.key} here"
    expected = FORMULAS[criterion.key](case)
    terms = criterion.terms(case.pool, case.challenge)
    assert measure(terms, case.members) == pytest.approx(mean(expected), abs=TOLERANCE)
    assert measure_members(terms, case.members) == pytest.approx(expected, abs=TOLERANCE)


@pytest.mark.parametrize("key", [key for key in CRITERIA if key in OF_PAIRS])
@thorough
@given(case=cases(sizes=st.just(1)))
def test_value_of_pairs_without_a_pair(key: str, case: Case) -> None:
    terms = CRITERIA[key].terms(case.pool, case.challenge)
    assert measure(terms, case.members) == 0.5
    assert measure_members(terms, case.members).tolist() == [0.5]


@every_criterion
@thorough
@given(case=cases())
def test_evidence_on_any_coalition(criterion: Criterion, case: Case) -> None:
    sentences = criterion.describe(case.pool, case.challenge, case.members)
    assert len(sentences) == len(case.members)
    for sentence in sentences:
        assert_says_both(sentence)
        for words in (sentence.sv, sentence.en):
            assert not words[0].islower()
            assert words.endswith(".")
            assert EMAIL not in words
            assert HIDDEN not in words


@every_criterion
def test_title_and_meaning_in_both_languages(criterion: Criterion) -> None:
    assert_says_both(criterion.title)
    assert_says_both(criterion.meaning)
    assert criterion.title != criterion.meaning


def test_titles_of_all_criteria_differ() -> None:
    for language in ("sv", "en"):
        titles = [getattr(criterion.title, language) for criterion in CRITERIA.values()]
        assert len(set(titles)) == len(titles)


def test_order_of_criteria_by_the_contract() -> None:
    known = [key for key in CRITERIA if key in ORDER]
    assert known == [key for key in ORDER if key in CRITERIA]
    assert known[:4] == list(ORDER[:4])
    assert all(key == criterion.key for key, criterion in CRITERIA.items())


@pytest.mark.parametrize("key", [key for key in CRITERIA if key in DEFAULT_WEIGHTS])
def test_default_weight_by_the_contract(key: str) -> None:
    assert CRITERIA[key].default_weight == DEFAULT_WEIGHTS[key]


@every_criterion
def test_a_criterion_with_weight_0_is_not_in_use(criterion: Criterion) -> None:
    season = draw_season(Random(1), 8)
    weights = (Weight(criterion=criterion.key, weight=0.0),)
    silent = make_season(season.actors, season.challenges, weights=weights)
    assert criterion.key not in weights_in_use(silent)
