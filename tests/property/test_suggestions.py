"""Suggestions on small seasons drawn at random are those worked out by hand."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.suggest import Matchmaker
from models.people import People
from models.ports.progress import Silence
from models.seasons import Season
from models.sectors import Sector
from models.suggestions import Selection, Suggestion
from tests.kit.actors import EMAIL, HIDDEN
from tests.kit.partners import SHARES, ByHand, draw_vectors, give_fits, strings_in
from tests.kit.seasons import draw_season
from tests.kit.texts import assert_says_both

selections = st.builds(
    Selection,
    k=st.integers(0, 8),
    include_known=st.booleans(),
    sector=st.none() | st.sampled_from(list(Sector)),
    within_km=st.none() | st.sampled_from([0.0, 50.0, 400.0]),
    language=st.none() | st.sampled_from(["sv", "en", "fi"]),
    prefer=st.sampled_from(["any", "near", "far"]),
)


@given(seed=st.integers(0, 10**6), size=st.integers(2, 14), asked=selections)
@settings(max_examples=60, deadline=None)
def test_every_suggestion_and_every_reason_is_true(seed: int, size: int, asked: Selection) -> None:
    season = draw_season(Random(seed), size)
    vectors = draw_vectors(seed, size)
    matchmaker = Matchmaker(season, give_fits(season, vectors), People())
    batch = dict(matchmaker.suggest_all(asked, Silence()))
    assert list(batch) == [actor.id for actor in season.actors]
    for own, actor in enumerate(season.actors):
        found = matchmaker.suggest(actor.id, asked)
        assert batch[actor.id] == found
        insist_on_truth(season, ByHand(season, vectors, own, asked), found)
        insist_on_discretion(season, found)


def insist_on_truth(season: Season, by_hand: ByHand, found: tuple[Suggestion, ...]) -> None:
    assert [p.actor_id for p in found] == [season.actors[a].id for a in by_hand.chosen()]
    for partner in found:
        other = season.actor_index[partner.actor_id]
        actor = season.actors[other]
        assert partner.score == by_hand.score(other)
        assert (partner.name, partner.sector, partner.place) == (
            actor.name,
            actor.sector,
            actor.place.name,
        )
        assert abs(partner.distance_km - by_hand.km(other)) <= 0.0500001
        assert partner.known == by_hand.is_tied(other)
        told = {reason.criterion: reason for reason in partner.reasons}
        values = by_hand.values(other)
        way = by_hand.way(other)
        assert list(told) == [*values, *(["path"] if way else [])]
        for key, value in values.items():
            assert abs(told[key].value - value) <= 1.5e-6
        weight = sum(SHARES[key] for key in values)
        mean = sum(SHARES[key] * told[key].value for key in values) / weight
        assert abs(partner.score - mean) <= 1e-6
        for reason in partner.reasons:
            assert_says_both(reason.text)
        assert ("another sector" in told["sector"].text.en) == (values["sector"] == 1)
        assert actor.sector.text.sv in told["sector"].text.sv
        assert ("know each other already" in told["novelty"].text.en) == partner.known
        if "offers" in told:
            assert ("do not say" in told["offers"].text.en) == (not actor.offers)
            assert actor.offers in told["offers"].text.sv
        if "seeks" in told:
            assert ("do not say" in told["seeks"].text.en) == (not actor.seeks)
            assert actor.seeks in told["seeks"].text.sv
        if way:
            names = [season.actors[season.actor_index[id_]].name for id_ in way]
            assert told["path"].value == round(1 / (len(way) + 1), 6)
            expected = "You both know {}" if len(way) == 1 else "You know {}, who knows {}, who"
            assert told["path"].text.en.startswith(expected.format(*names))


def insist_on_discretion(season: Season, found: tuple[Suggestion, ...]) -> None:
    hidden = {actor.id for actor in season.actors if not actor.visible}
    texts = strings_in(found)
    assert not hidden & set(texts)
    assert not any(HIDDEN in text or EMAIL in text for text in texts)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_fewer_partners_are_among_more(seed: int) -> None:
    season = draw_season(Random(seed), 12)
    matchmaker = Matchmaker(season, give_fits(season, draw_vectors(seed, 12)), People())
    ids = [
        {p.actor_id for p in matchmaker.suggest("a00", Selection(k=k, include_known=True))}
        for k in range(1, 12)
    ]
    assert all(few <= more for few, more in pairwise(ids))
