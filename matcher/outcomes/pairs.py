"""Pair features: what was known of a member and its co-member before they met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.fits import Fits
from matcher.core.pool import build_pool
from models.outcomes import Answer
from models.proposals import Proposal
from models.seasons import Season

FEATURES = ("other_sector", "distance_100_km", "tied", "relevance_own", "relevance_other")
OFFERED = ("offers_what_other_seeks", "seeks_what_other_offers")


@dataclass(frozen=True, eq=False)
class AnsweredSeason:
    """A season whose members have answered, with the fits of its words where at hand."""

    season: Season
    proposal: Proposal
    answers: tuple[Answer, ...]
    fits: Fits | None = None


@dataclass(frozen=True, eq=False)
class AnsweredPairs:
    """Members who answered with each of their co-members.

    Attributes
    ----------
    features : (P, F) float array
    names : tuple of str
        Of the F features.
    named : (P,) bool array
        Whether the member named the co-member.
    groups : (P,) int array
        The coalition of each pair, numbered over all seasons.
    """

    features: Floats
    names: tuple[str, ...]
    named: Bools
    groups: Ints


def to_pairs(seasons: Sequence[AnsweredSeason]) -> AnsweredPairs:
    """Line up the pairs of all seasons, by coalition and by ids.

    How offers fit what is sought is a feature only where every season has it.
    """
    has_offers = bool(seasons) and all(s.fits and s.fits.offers is not None for s in seasons)
    names = FEATURES + OFFERED if has_offers else FEATURES
    features: list[Floats] = [np.zeros((0, len(names)))]
    named: list[Bools] = [np.zeros(0, dtype=np.bool_)]
    groups: list[Ints] = [np.zeros(0, dtype=np.int64)]
    group = 0
    for each in seasons:
        for own_features, own_named in _pairs_of(each, has_offers):
            features.append(own_features)
            named.append(own_named)
            groups.append(np.full(len(own_named), group, dtype=np.int64))
            group += 1
    return AnsweredPairs(
        np.concatenate(features), names, np.concatenate(named), np.concatenate(groups)
    )


def _pairs_of(each: AnsweredSeason, has_offers: bool) -> Iterable[tuple[Floats, Bools]]:
    """Give the pairs of each coalition in which somebody answered."""
    pool = build_pool(each.season)
    index = each.season.actor_index
    for coalition in each.proposal.coalitions:
        members = np.array([index[m.actor_id] for m in coalition.members], dtype=np.int64)
        relevance = np.array([m.relevance for m in coalition.members])
        partners = {
            index[answer.actor_id]: {index[id_] for id_ in answer.partners}
            for answer in each.answers
            if answer.coalition == coalition.id and answer.will_collaborate is not None
        }
        here = np.array([m in partners for m in members.tolist()], dtype=np.bool_)
        if not here.any() or len(members) < 2:
            continue
        one, other = np.nonzero(here[:, None] & ~np.eye(len(members), dtype=np.bool_))
        columns = [
            pool.sectors[members[one]] != pool.sectors[members[other]],
            pool.distances_km(members)[one, members[other]] / 100,
            pool.is_tied(members)[one, members[other]],
            relevance[one],
            relevance[other],
        ]
        if has_offers and each.fits and (offers := each.fits.offers) is not None:
            seeks = np.array([bool(actor.seeks) for actor in each.season.actors])
            fits = offers.between(members, members) * seeks[members, None]
            columns += [fits[other, one], fits[one, other]]
        chosen = [
            members[j] in partners[int(members[i])]
            for i, j in zip(one.tolist(), other.tolist(), strict=True)
        ]
        yield np.column_stack(columns).astype(np.float64), np.array(chosen, dtype=np.bool_)
