"""Whom to recruit: which kind of actor, and from where, would lift a coalition most.

Invented actors of every sector, one for each area that the season's actors come from, take
each seat in turn. They are as relevant as the coalition's median member, fit each facet as
well as its median member does, know nobody, wish for nothing, offer and seek nothing, and can
come whenever.
"""

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.changes import seats_of
from matcher.core.fits import Fits
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.reserves import best_first, can_replace, losses
from models.actors import Actor
from models.canonical import DECIMALS, round_number
from models.numbers import decimal
from models.places import Place
from models.proposals import Proposal
from models.seasons import Season
from models.sectors import Sector
from models.steering import Recruit
from models.text import Text

EACH = 3
LAST = "\U0010ffff"
"""Begins the ids of invented actors, so that they come after all others."""


def advise(
    season: Season, reading: Reading, proposal: Proposal, each: int = EACH
) -> tuple[Recruit, ...]:
    """Give the kinds of actor that would lift each coalition most, the best first.

    Parameters
    ----------
    each : int
        Kinds for each coalition; fewer where no other would lift it.
    """
    told: list[Recruit] = []
    invented = _invent(season)
    wider = season.evolve(actors=(*season.actors, *invented))
    for coalition in proposal.coalitions:
        own = [member.relevance for member in coalition.members]
        relevance = round_number(float(np.median(own)))
        present = [season.actor_index[member.actor_id] for member in coalition.members]
        fits = _widen(reading.fits, present, len(invented), relevance)
        problem = problem_under(wider, fits, proposal.settings)
        members = seats_of(problem, proposal.memberships)
        s = next(s for s, slot in enumerate(problem.slots) if slot.id == coalition.id)
        told += _best(problem, members, s, invented, relevance)[:each]
    return tuple(told)


def _invent(season: Season) -> list[Actor]:
    """Invent an actor of every sector in every municipality that the season knows."""
    places: dict[str, Place] = {}
    for actor in season.actors:
        if not actor.place.is_whole_country:
            places.setdefault(actor.place.municipality, actor.place)
    kinds = [(sector, place) for sector in Sector for _, place in sorted(places.items())]
    return [
        Actor(id=f"{LAST}{i:06}", name="–", sector=sector, place=place, description="–")
        for i, (sector, place) in enumerate(kinds)
    ]


def _widen(fits: Fits, members: list[int], count: int, relevance: float) -> Fits:
    """Give the fits with those of invented actors, who are as members are in the middle."""
    return Fits(
        relevance=np.pad(fits.relevance, ((0, count), (0, 0)), constant_values=relevance),
        facets={
            key: np.r_[
                table, np.tile(np.median(table[members], axis=0).round(DECIMALS), (count, 1))
            ]
            for key, table in fits.facets.items()
        },
        offers=None if fits.offers is None else fits.offers.widened(count),
    )


def _best(
    problem: Problem, members: tuple[Ints, ...], s: int, invented: list[Actor], relevance: float
) -> list[Recruit]:
    """Give the best seat of each kind, one kind for each sector and county."""
    first = problem.pool.size - len(invented)
    table: Floats = losses(problem, members, s)
    table[:, :first] = np.inf
    slot, found = problem.slots[s], dict[tuple[Sector, str], Recruit]()
    for i, leaver in enumerate(members[s].tolist()):
        for comer in best_first(table, i):
            if table[i, comer] > -1e-6:
                break
            actor = invented[comer - first]
            kind = (actor.sector, actor.place.county)
            gain = -float(table[i, comer])
            if kind in found and found[kind].gain >= round_number(gain):
                continue
            if can_replace(problem, members, s, leaver, comer):
                instead = problem.pool.season.actors[leaver]
                found[kind] = Recruit(
                    coalition=slot.id,
                    challenge_id=slot.challenge.id,
                    sector=actor.sector,
                    county=actor.place.county,
                    place=actor.place.municipality,
                    relevance=relevance,
                    gain=round_number(gain),
                    instead_of=instead.id,
                    text=_SENTENCE.format(
                        title=slot.challenge.title,
                        sector=actor.sector.origin,
                        place=actor.place.municipality,
                        county=actor.place.county,
                        name=instead.name,
                        gain=decimal(gain, 4),
                    ),
                )
    return sorted(found.values(), key=lambda each: -each.gain)


_SENTENCE = Text(
    sv=(
        "{title}: en aktör från {sector} i {place} ({county}), lika relevant som de andra, "
        "skulle höja F med {gain} i stället för {name}."
    ),
    en=(
        "{title}: an actor from {sector} in {place} ({county}), as relevant as the others, "
        "would raise F by {gain} in place of {name}."
    ),
)
