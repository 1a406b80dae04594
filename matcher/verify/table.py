"""A season as the checker sees it: plain columns, ties, distances, and what is known of words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.verify.difference import MACHINES
from models.actors import Actor
from models.places import EARTH_RADIUS_KM
from models.proposals import EmbeddingInfo
from models.seasons import Season


@dataclass(frozen=True, eq=False)
class ReadFits:
    """What was read of a season's words, as plain numbers in [0, 1].

    Attributes
    ----------
    relevance : (A, C) float array
    facets : mapping of str to (A, F) float array
        By challenge; a challenge whose facets were not read is left out.
    offers : callable, optional
        Gives, for n seekers and m who offer, how what each of these offers fits what each of
        those seeks: (n, m). None where it was not read.
    """

    embedding: EmbeddingInfo
    relevance: Floats
    facets: Mapping[str, Floats]
    offers: Callable[[Ints, Ints], Floats] | None


@dataclass(frozen=True, eq=False)
class Facts:
    """A season with what is known of its words; axis A is its actors, in order of id.

    Attributes
    ----------
    relevance : (A, C) float array
        The stored one where the proposal states it, else the one read; NaN where neither is.
    words : ReadFits or None
        None where the words can't be read.
    is_exact : bool
        Whether what was read agrees with the stored relevance to the last digit, so that the
        fits of others do, too.
    """

    season: Season
    relevance: Floats
    words: ReadFits | None
    is_exact: bool = True

    @property
    def leeway(self) -> float:
        """How far a fit that was read may be from the one that the proposal was made with."""
        return 0.0 if self.is_exact else MACHINES

    @property
    def size(self) -> int:
        """Number of actors."""
        return len(self.season.actors)

    @property
    def everybody(self) -> Ints:
        """Places of all actors: (A,)."""
        return np.arange(self.size)

    @cached_property
    def sectors(self) -> Ints:
        """Sector of each actor as a number: (A,)."""
        return number_labels(str(actor.sector) for actor in self.season.actors)

    @cached_property
    def placed(self) -> Bools:
        """Say who has a place of its own, and not the whole country: (A,)."""
        return np.array([not actor.place.is_whole_country for actor in self.season.actors])

    @cached_property
    def counties(self) -> Ints:
        """County of each actor as a number: (A,)."""
        return number_labels(actor.place.county for actor in self.season.actors)

    @cached_property
    def municipalities(self) -> Ints:
        """Municipality of each actor as a number: (A,)."""
        return number_labels(actor.place.municipality for actor in self.season.actors)

    @cached_property
    def seeks(self) -> Bools:
        """Say who states what it seeks: (A,)."""
        return np.array([bool(actor.seeks) for actor in self.season.actors])

    @cached_property
    def offering(self) -> Bools:
        """Say who states what it offers: (A,)."""
        return np.array([bool(actor.offers) for actor in self.season.actors])

    @cached_property
    def slots(self) -> list[str]:
        """Every slot that an actor states, sorted."""
        return sorted({slot for actor in self.season.actors for slot in actor.available})

    @cached_property
    def comers(self) -> tuple[Bools, Ints]:
        """Give the different answers to who can come when, and each actor's: (K, T), (A,)."""
        comes = [[can_come(actor, slot) for slot in self.slots] for actor in self.season.actors]
        kinds, kind = np.unique(np.array(comes), axis=0, return_inverse=True)
        return kinds, kind.ravel()

    @cached_property
    def ties(self) -> tuple[frozenset[int], ...]:
        """Give whom each actor knows."""
        index = self.season.actor_index
        known: list[set[int]] = [set() for _ in self.season.actors]
        for tie in self.season.ties:
            one, other = index[tie.actor_a], index[tie.actor_b]
            known[one].add(other)
            known[other].add(one)
        return tuple(frozenset(each) for each in known)

    def are_tied(self, actors: Iterable[int]) -> Bools:
        """Say who of all knows whom of n actors: (n, A)."""
        rows = [self.ties[actor] for actor in actors]
        tied = np.zeros((len(rows), self.size), dtype=bool)
        for row, known in zip(tied, rows, strict=True):
            row[list(known)] = True
        return tied

    @cached_property
    def _radians(self) -> tuple[Floats, Floats]:
        places = [actor.place for actor in self.season.actors]
        return np.radians([p.lat for p in places]), np.radians([p.lon for p in places])

    def distances_km(self, lat: float, lon: float) -> Floats:
        """Give everybody's great-circle distance to a point in degrees: (A,) in km."""
        lats, lons = self._radians
        phi, theta = np.radians(lat), np.radians(lon)
        half = (
            np.sin((lats - phi) / 2) ** 2
            + np.cos(lats) * np.cos(phi) * np.sin((lons - theta) / 2) ** 2
        )
        km: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
        return km

    def distances_from(self, actors: Iterable[int]) -> Floats:
        """Give everybody's distance to each of n actors: (n, A) in km; 0 without a place."""
        return np.array(
            [
                self.distances_km(place.lat, place.lon) * (self.placed & self.placed[actor])
                for actor in actors
                for place in (self.season.actors[actor].place,)
            ]
        )

    def relevance_to(self, challenge: str) -> Floats:
        """Give everybody's relevance to a challenge, NaN where it is not known: (A,)."""
        column: Floats = self.relevance[:, self.season.challenge_index[challenge]]
        return column


def can_come(actor: Actor, slot: str) -> bool:
    """Whoever states no slot counts as able to come."""
    return not actor.available or slot in actor.available


def number_labels(labels: Iterable[str]) -> Ints:
    """Number labels from 0: equal ones get the same number."""
    listed = list(labels)
    numbers = {label: i for i, label in enumerate(sorted(set(listed)))}
    return np.array([numbers[label] for label in listed], dtype=np.int64)
