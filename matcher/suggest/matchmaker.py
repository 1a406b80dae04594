"""A season's actors, aligned once so that each can be told of new partners in milliseconds.

The score of a partner is the weighted mean of `parts`; the best by score are shortlisted, and
of these are chosen ones of different kinds (`shortlist`). What is chosen is listed by score.
Words and names are made only for those who are shown.
"""

from collections.abc import Collection, Iterator
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.pool import build_pool
from matcher.embedding.partners import PartnerFits
from matcher.suggest.parts import Part, PartKey, to_liking
from matcher.suggest.paths import Way, find_way, make_tie_graph
from matcher.suggest.reasons import (
    tell_distance,
    tell_fit,
    tell_kinship,
    tell_novelty,
    tell_sector,
    tell_way,
)
from matcher.suggest.shortlist import Shortlist, find_best, spread_out
from models.actors import Actor
from models.canonical import DECIMALS, round_number
from models.discretion import Discretion
from models.errors import Cancelled, NotFound
from models.people import People
from models.places import EARTH_RADIUS_KM
from models.ports.progress import Progress
from models.seasons import Season
from models.sectors import Sector
from models.suggestions import Selection, Suggestion, SuggestionReason, Taste
from models.text import Text
from models.viewers import PUBLIC, is_hidden, may_see

if TYPE_CHECKING:
    import networkx as nx

SHORTLISTED = 300
"""How many of the best by score are chosen from."""

MOST_SPREAD = 100
"""Where more are wanted, they are simply the best by score."""


class Matchmaker:
    """Suggests partners to every actor of a season.

    Actors who chose not to be visible are never suggested nor named; they may ask for
    themselves.

    Parameters
    ----------
    season : Season
    fits : PartnerFits
        The reading of its words.
    people : People
        Whose addresses no quotation gives away.
    """

    def __init__(self, season: Season, fits: PartnerFits, people: People) -> None:
        self._season = season
        self._people = people
        self._fits = fits
        self._pool = build_pool(season)
        actors = season.actors
        self._visible: Bools = np.array([may_see(PUBLIC, actor) for actor in actors], dtype=bool)
        self._offering = self._visible & np.array([bool(a.offers) for a in actors], dtype=bool)
        self._seeking = self._visible & np.array([bool(a.seeks) for a in actors], dtype=bool)
        self._discretion = Discretion.towards(PUBLIC, actors)

    def suggest(self, actor_id: str, selection: Selection | None = None) -> tuple[Suggestion, ...]:
        """Suggest partners to an actor, the best first and equals in order of id.

        Raises
        ------
        NotFound
            If there is no such actor.
        """
        own = self._find(actor_id)
        asked = selection or Selection()
        parts = tuple(self._parts(own, asked.prefer))
        actors = self._find_eligible(own, asked)
        is_spread = 0 < asked.k <= MOST_SPREAD
        listed = find_best(parts, actors, SHORTLISTED if is_spread else asked.k)
        places = np.arange(len(listed.actors))
        if is_spread:
            places = spread_out(listed.scores, asked.k, lambda i: self._likeness(listed.actors, i))
        return tuple(
            self._compose(own, asked.prefer, parts, listed, place) for place in places.tolist()
        )

    def compare(self, actor_id: str, partners: Collection[str]) -> tuple[Suggestion, ...]:
        """Tell an actor of given partners, known or not; those who are hidden are left out.

        Raises
        ------
        NotFound
            If there is no such actor.
        """
        own = self._find(actor_id)
        asked = np.zeros_like(self._visible)
        asked[[self._season.actor_index[partner] for partner in partners]] = True
        asked[own] = False
        parts = tuple(self._parts(own, Taste.ANY))
        listed = find_best(parts, np.flatnonzero(asked & self._visible), 0)
        return tuple(
            self._compose(own, Taste.ANY, parts, listed, place)
            for place in range(len(listed.actors))
        )

    def suggest_all(
        self, selection: Selection | None, progress: Progress
    ) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
        """Suggest partners to every actor, in order of id.

        Raises
        ------
        Cancelled
            If `progress` asks to stop.
        """
        actors = self._season.actors
        for done, actor in enumerate(actors):
            if progress.is_cancelled():
                raise Cancelled("cancelled")
            progress.report("stage_suggesting", done, len(actors))
            yield actor.id, self.suggest(actor.id, selection)

    def _find(self, actor_id: str) -> int:
        """Give an actor's place, or say which there are."""
        own = self._season.actor_index.get(actor_id)
        if own is None:
            shown = np.flatnonzero(self._visible)[:5]
            known = ", ".join(self._season.actors[a].id for a in shown.tolist())
            raise NotFound("actor_not_found", name=actor_id, known=known)
        return own

    def _find_eligible(self, own: int, asked: Selection) -> Ints:
        """Find whom the selection allows, in order of id."""
        allowed = self._visible.copy()
        allowed[own] = False
        if not asked.include_known:
            allowed[self._known(own)] = False
        if asked.sector is not None:
            allowed &= self._pool.sectors == list(Sector).index(asked.sector)
        if asked.language is not None:
            speaks = np.zeros_like(allowed)
            speaks[self._speakers.get(asked.language.lower(), [])] = True
            allowed &= speaks
        if asked.within_km is not None:
            allowed &= ~(self._distances_km(own, None) > asked.within_km)
        return np.flatnonzero(allowed)

    def _parts(self, own: int, taste: Taste) -> Iterator[Part]:
        """Give the parts that have data; others' offers and seeks count where they are shown."""
        asker = self._season.actors[own]
        fits = self._fits
        unlike = (self._pool.sectors != self._pool.sectors[own]).astype(float)
        slack = fits.tolerance
        yield Part(PartKey.KINSHIP, lambda among: fits.kinship(own, among), slack)
        if asker.seeks and self._offering.sum() > self._offering[own]:
            yield Part(PartKey.OFFERS, lambda among: fits.offers_for(own, among), slack)
        if asker.offers and self._seeking.sum() > self._seeking[own]:
            yield Part(PartKey.SEEKS, lambda among: fits.seekers_of(own, among), slack)
        yield Part(PartKey.SECTOR, lambda among: _among(unlike, among))
        new = np.ones(self._pool.size)
        new[self._known(own)] = 0
        yield Part(PartKey.NOVELTY, lambda among: _among(new, among))
        if taste is not Taste.ANY:
            yield Part(
                PartKey.DISTANCE,
                lambda among: to_liking(self._distances_km(own, among), taste),
            )

    def _known(self, own: int) -> Ints:
        """Give whom an actor has a tie with, in order of id."""
        tied = self._pool.tied
        known: Ints = np.sort(tied.indices[tied.indptr[own] : tied.indptr[own + 1]])
        return known.astype(np.int64)

    def _distances_km(self, own: int, among: Ints | None) -> Floats:
        """Give great-circle distances, by the chord, which is accurate for near points too.

        Where one of the two works in the whole country there is none: NaN.
        """
        points = self._pool.points
        others = _among(points, among)
        chords = np.linalg.norm(others - points[own], axis=1)
        km: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(chords / 2, 1.0))
        km[~others.any(axis=1) | (not points[own].any())] = np.nan
        return km

    def _likeness(self, actors: Ints, place: int) -> Floats:
        """Give how alike actors (n,) are to one of them: by sector, county and words."""
        other = int(actors[place])
        sectors, counties = self._pool.sectors, self._pool.counties
        same_sector = (sectors[actors] == sectors[other]).astype(float)
        same_county = (counties[actors] == counties[other]).astype(float)
        kindred = np.round(self._fits.kinship(other, actors), DECIMALS)
        alike: Floats = (same_sector + same_county + kindred) / 3
        return alike

    @cached_property
    def _speakers(self) -> dict[str, list[int]]:
        """List who meets in each language."""
        speakers: dict[str, list[int]] = {}
        for a, actor in enumerate(self._season.actors):
            for language in actor.languages:
                speakers.setdefault(language, []).append(a)
        return speakers

    @cached_property
    def _graph(self) -> "nx.Graph[int]":
        """The ties between visible actors, made at the first need."""
        return make_tie_graph(self._pool.tied, self._visible)

    def _find_way(self, own: int, other: int) -> Way | None:
        """Find who could introduce two actors; None where they know each other."""
        known = self._known(own)
        if other in known:
            return None
        return find_way(self._graph, known[self._visible[known]].tolist(), other)

    def _compose(
        self, own: int, taste: Taste, parts: tuple[Part, ...], listed: Shortlist, place: int
    ) -> Suggestion:
        """Put a suggestion into words."""
        other = int(listed.actors[place])
        actors = self._season.actors
        partner = actors[other]
        (km,) = self._distances_km(own, listed.actors[[place]]).tolist()
        reasons = []
        for part, values in zip(parts, listed.values, strict=True):
            value = round_number(values[place])
            text = self._tell(part.key, value, actors[own], partner, km, taste)
            reasons.append(SuggestionReason(criterion=part.key, value=value, text=text))
        way = self._find_way(own, other)
        if way is not None:
            reasons.append(tell_way(way, actors))
        return Suggestion(
            actor_id=partner.id,
            name=partner.name,
            score=round_number(listed.scores[place]),
            sector=partner.sector,
            place=partner.place.name,
            distance_km=None if isnan(km) else round(km, 1),
            known=other in self._known(own),
            reasons=tuple(reasons),
        )

    def _tell(
        self, key: PartKey, value: float, asker: Actor, partner: Actor, km: float, taste: Taste
    ) -> Text:
        """Say a part of the score in words."""
        match key:
            case PartKey.KINSHIP:
                return tell_kinship(value)
            case PartKey.OFFERS:
                words = self._quote(partner, partner.offers, asker, asker.seeks)
                return tell_fit(key, value, bool(partner.offers), *words)
            case PartKey.SEEKS:
                words = self._quote(partner, partner.seeks, asker, asker.offers)
                return tell_fit(key, value, bool(partner.seeks), *words)
            case PartKey.SECTOR:
                return tell_sector(partner, value > 0)
            case PartKey.NOVELTY:
                return tell_novelty(value > 0)
            case PartKey.DISTANCE:
                return tell_distance(value, km, taste)

    def _quote(self, partner: Actor, theirs: str, asker: Actor, yours: str) -> tuple[str, str]:
        """Quote what meets from both sides; a hidden asker's words stay with it."""
        told = self._discretion.excerpt(theirs, yours, self._people.email_of(partner.id))
        if not told or is_hidden(asker):
            return told, ""
        return told, self._discretion.excerpt(yours, told, self._people.email_of(asker.id))


def _among(values: Floats, among: Ints | None) -> Floats:
    """Give the rows of chosen actors, or of everybody."""
    return values if among is None else values[among]
