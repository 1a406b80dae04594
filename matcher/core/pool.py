"""The actors of a season as index-aligned arrays: what criteria and rules work on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from matcher.core.arrays import Bools, Floats, Ints, pick_dense
from matcher.core.fits import Fits
from models.places import EARTH_RADIUS_KM
from models.seasons import Season
from models.sectors import Sector


@dataclass(frozen=True, eq=False)
class Pool:
    """Actors as arrays; axis A is the actors in order of id, axis C the challenges.

    Attributes
    ----------
    fits : Fits
        Of the season's words.
    sectors, counties, municipalities : (A,) int arrays of labels
    county_names, municipality_names : tuples of str, by label
    points : (A, 3) float array, unit vectors on the sphere; 0 for who is in the whole country
    capacity : (A,) int array, coalitions that each can join
    times : tuple of str, every slot to meet in that an actor states, sorted
    can_come : (A, T) bool array, who can come when; everywhere who states no time
    tied : (A, A) sparse symmetric 0/1 matrix of the ties
    """

    season: Season
    fits: Fits
    sectors: Ints
    counties: Ints
    county_names: tuple[str, ...]
    municipalities: Ints
    municipality_names: tuple[str, ...]
    points: Floats
    capacity: Ints
    times: tuple[str, ...]
    can_come: Bools
    tied: csr_array

    @property
    def size(self) -> int:
        """Number of actors."""
        return len(self.sectors)

    @property
    def relevance(self) -> Floats:
        """Relevance of every actor to every challenge: (A, C)."""
        return self.fits.relevance

    @property
    def is_placed(self) -> Bools:
        """Say who has a place of its own; others have no county, and no distance: (A,)."""
        placed: Bools = np.count_nonzero(self.points, axis=1) > 0
        return placed

    def subset(self, actors: Ints) -> "Pool":
        """Give some actors alone, by their places in ascending order.

        The season stays the whole one: what its actors say is not looked up by these places.
        """
        return replace(
            self,
            fits=self.fits.subset(actors),
            sectors=self.sectors[actors],
            counties=self.counties[actors],
            municipalities=self.municipalities[actors],
            points=self.points[actors],
            capacity=self.capacity[actors],
            can_come=self.can_come[actors],
            tied=self.tied[actors][:, actors],
        )

    def is_tied(self, actors: Ints, others: Ints | None = None) -> Bools:
        """Say who is tied to whom: (n, A) for n actors, or (n, K) for K others alone."""
        return pick_dense(self.tied, actors, others) > 0

    def is_new(self, actors: Ints, others: Ints | None = None) -> Bools:
        """Say who would be a new contact: another sector and no tie; (n, A), or (n, K)."""
        sectors = self.sectors if others is None else self.sectors[others]
        new: Bools = self.sectors[actors][:, None] != sectors[None, :]
        new &= ~self.is_tied(actors, others)
        return new

    def distances_km(self, actors: Ints, others: Ints | None = None) -> Floats:
        """Great-circle distances of n actors to all: (n, A) in km, or (n, K) to K others.

        By the chord, which is accurate for near and for far points alike; 0 from and to those
        without a place.
        """
        points = self.points if others is None else self.points[others]
        chord = np.zeros((len(actors), len(points)))
        for axis in range(3):
            chord += (self.points[actors, axis][:, None] - points[None, :, axis]) ** 2
        arcs: Floats = np.arcsin(np.minimum(np.sqrt(chord, out=chord) / 2, 1.0))
        arcs *= 2 * EARTH_RADIUS_KM
        if not (placed := self.is_placed).all():
            arcs *= placed[actors][:, None] & (placed if others is None else placed[others])
        return arcs


def to_indices(season: Season, actors: Iterable[str]) -> Ints:
    """Give the places of actors, by their ids, in a season's order."""
    return np.array(sorted(season.actor_index[actor] for actor in actors), dtype=np.int64)


def build_pool(season: Season, fits: Fits | None = None) -> Pool:
    """Align a season's actors.

    Parameters
    ----------
    season : Season
    fits : Fits, optional
        No relevance at all where none are given: seats and rules need no words.
    """
    actors = season.actors
    counties, county_names = _label(actor.place.county for actor in actors)
    municipalities, municipality_names = _label(actor.place.municipality for actor in actors)
    lat = np.radians([actor.place.lat for actor in actors])
    lon = np.radians([actor.place.lon for actor in actors])
    placed = np.array([not actor.place.is_whole_country for actor in actors], dtype=bool)
    points = np.c_[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    order = {sector: i for i, sector in enumerate(Sector)}
    index = season.actor_index
    pairs = [(index[tie.actor_a], index[tie.actor_b]) for tie in season.ties]
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    rows, columns = np.r_[ends[:, 0], ends[:, 1]], np.r_[ends[:, 1], ends[:, 0]]
    count = len(actors)
    times = tuple(sorted({time for actor in actors for time in actor.available}))
    can_come = [[not a.available or time in a.available for time in times] for a in actors]
    tied = csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    return Pool(
        season=season,
        fits=Fits(np.zeros((count, len(season.challenges)))) if fits is None else fits,
        sectors=np.array([order[actor.sector] for actor in actors], dtype=np.int64),
        counties=counties,
        county_names=county_names,
        municipalities=municipalities,
        municipality_names=municipality_names,
        points=points * placed[:, None],
        capacity=np.array([actor.capacity for actor in actors], dtype=np.int64),
        times=times,
        can_come=np.array(can_come, dtype=bool).reshape(count, len(times)),
        tied=tied,
    )


def _label(names: Iterable[str]) -> tuple[Ints, tuple[str, ...]]:
    """Number names in alphabetical order."""
    listed = list(names)
    ordered = tuple(sorted(set(listed)))
    number = {name: i for i, name in enumerate(ordered)}
    return np.array([number[name] for name in listed], dtype=np.int64), ordered
