"""Advice on whom to recruit, against adding such an actor and scoring anew."""

import numpy as np
import pytest

from matcher.core.changes import seats_of
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.propose import propose
from matcher.steer.recruit import advise
from models.actors import Actor
from models.ports.progress import Silence
from models.sectors import Sector
from tests.property.test_steering import ROUNDED, season_of


def with_another(fits: Fits, relevance: float) -> Fits:
    """Add an actor who offers and seeks nothing."""
    offers = None if fits.offers is None else fits.offers.widened(1)
    return Fits(np.pad(fits.relevance, ((0, 1), (0, 0)), constant_values=relevance), {}, offers)


@pytest.mark.parametrize("seed", range(8))
def test_no_kind_of_actor_would_lift_a_coalition_more(seed: int) -> None:
    season, reading = season_of(seed, balance=(seed % 3) / 2)
    proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    places = {actor.place.municipality: actor.place for actor in season.actors}
    advice = advise(season, reading, proposal, each=1)
    for c, coalition in enumerate(proposal.coalitions):
        relevance = round(float(np.median([m.relevance for m in coalition.members])), 6)
        gains = {}
        for sector in Sector:
            for name, place in places.items():
                actor = Actor(id="zz", name="–", sector=sector, place=place, description="–")
                wider = season.evolve(actors=(*season.actors, actor))
                problem = build_problem(wider, with_another(reading.fits, relevance))
                members = list(seats_of(problem, proposal.memberships))
                for leaver in members[c]:
                    seated = [*members]
                    seated[c] = np.sort(
                        np.where(members[c] == leaver, len(season.actors), members[c])
                    )
                    totals = [
                        problem.total(s, m) for s, m in zip(problem.slots, seated, strict=True)
                    ]
                    worth = problem.objective(totals) - proposal.certificate.objective
                    gains[sector, name, season.actors[leaver].id] = worth
        told = [each for each in advice if each.coalition == coalition.id]
        best = max(gains.values())
        if best > 2 * ROUNDED:
            (one,) = told
            assert one.gain == pytest.approx(best, abs=2 * ROUNDED)
            stated = gains[Sector(one.sector), one.place, one.instead_of]
            assert one.gain == pytest.approx(stated, abs=2 * ROUNDED)
        else:
            assert not told
