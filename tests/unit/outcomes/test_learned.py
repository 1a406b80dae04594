"""The learned model is said to beat a constant where it does, and only there."""

from random import Random

import numpy as np

from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from matcher.outcomes.learned import LEAST_COALITIONS, learn
from matcher.outcomes.pairs import FEATURES, OFFERED, AnsweredSeason, to_pairs
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.places import KIRUNA, LUND, MALMO, haversine_km
from tests.kit.seasons import make_challenge, make_season

SIZE = 12


def make_answered(
    seed: int, coalitions: int = 8, other_sector: float = 0.4, same_sector: float = 0.05
) -> AnsweredSeason:
    """Draw who names whom, with one chance for another sector and one for the same."""
    draw = Random(seed)
    actors = [make_actor(i) for i in range(SIZE * coalitions)]
    groups = {
        f"c{c}/1": [actor.id for actor in actors[SIZE * c : SIZE * (c + 1)]]
        for c in range(coalitions)
    }
    season = make_season(actors, [make_challenge(c) for c in range(coalitions)])
    sectors = {actor.id: actor.sector for actor in actors}
    answers = []
    for id_, members in groups.items():
        for own in members:
            if draw.random() < 0.2:
                continue
            partners = tuple(
                other
                for other in members
                if other != own
                and draw.random()
                < (other_sector if sectors[own] is not sectors[other] else same_sector)
            )
            answers.append(answer(id_, own, will_collaborate=bool(partners), partners=partners))
    return AnsweredSeason(season, make_proposal(season, groups), tuple(answers))


def test_a_signal_is_found() -> None:
    report = learn([make_answered(1)])
    assert report.enough and report.beats_constant
    assert report.log_loss and report.brier and report.auc
    assert report.log_loss.low > 0
    assert report.log_loss.model < report.log_loss.constant
    assert report.auc > 0.55
    assert report.coefficients["other_sector"] == max(report.coefficients.values()) > 0


def test_without_a_signal_nothing_beats_a_constant() -> None:
    reports = [learn([make_answered(seed, 8, 0.25, 0.25)]) for seed in range(12)]
    assert all(report.enough for report in reports)
    assert sum(report.beats_constant for report in reports) <= 1
    for report in reports:
        assert report.log_loss
        assert report.beats_constant == (report.log_loss.low > 0)


def test_too_few_coalitions_or_named_pairs_teach_nothing() -> None:
    for season in (make_answered(1, LEAST_COALITIONS - 1), make_answered(1, 8, 0.0, 0.02)):
        report = learn([season])
        assert not report.enough and not report.beats_constant
        assert report.log_loss is None and report.coefficients == {}
        assert report.pairs is None and report.named is None
    assert learn([]).pairs is None


def test_seasons_add_up_and_runs_agree() -> None:
    seasons = [make_answered(1, 4), make_answered(2, 4)]
    report = learn(seasons)
    assert (report.seasons, report.coalitions, report.enough) == (2, 8, True)
    assert report == learn(seasons)


def test_pairs_hold_what_was_known_before() -> None:
    places = (LUND, MALMO, KIRUNA)
    actors = [make_actor(i, place=places[i], seeks="något" if i else "") for i in range(3)]
    season = make_season(actors, [make_challenge()], ties=(Tie(actor_a="a00", actor_b="a02"),))
    proposal = make_proposal(season, {"c0/1": ["a00", "a01", "a02"]}, relevance=0.3)
    said = (
        answer("c0/1", "a01", will_collaborate=True, partners=("a02",)),
        answer("c0/1", "a00"),
        answer("c0/1", "a02", will_collaborate=None),
    )
    offers = np.array([[0.0, 0.9, 0.9], [0.1, 0.0, 0.2], [0.3, 0.4, 0.0]])
    fits = Fits(np.zeros((3, 1)), offers=OffersTable(offers))
    pairs = to_pairs([AnsweredSeason(season, proposal, said, fits)])
    assert pairs.names == FEATURES + OFFERED
    assert pairs.named.tolist() == [False, False, False, True]
    assert pairs.groups.tolist() == [0, 0, 0, 0]
    near, far = (haversine_km(LUND, place) / 100 for place in (MALMO, KIRUNA))
    middle = haversine_km(MALMO, KIRUNA) / 100
    # a00 seeks nothing, so nobody's offers can meet it.
    expected = [
        [1, near, 0, 0.3, 0.3, 0.1, 0.0],
        [1, far, 1, 0.3, 0.3, 0.3, 0.0],
        [1, near, 0, 0.3, 0.3, 0.0, 0.1],
        [1, middle, 0, 0.3, 0.3, 0.4, 0.2],
    ]
    assert np.allclose(pairs.features, expected)


def test_offers_are_left_out_where_one_season_lacks_them() -> None:
    one = make_answered(1, 2)
    count = len(one.season.actors)
    fits = Fits(np.zeros((count, 2)), offers=OffersTable(np.zeros((count, count))))
    with_offers = AnsweredSeason(one.season, one.proposal, one.answers, fits)
    assert to_pairs([with_offers]).names == FEATURES + OFFERED
    assert to_pairs([with_offers, make_answered(2, 2)]).names == FEATURES
