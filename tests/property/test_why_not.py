"""Why not: the actor forced in and solved again, against complete enumeration."""

import pytest

from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.explain.why import explain_actor
from matcher.propose import propose
from models.ports.progress import Silence
from tests.kit.tiny import enumerate_best
from tests.property.test_steering import ROUNDED, season_of

CASES = 50


def test_the_loss_is_that_of_the_best_grouping_with_the_actor_in() -> None:
    told = 0
    for seed in range(200):
        season, reading = season_of(seed, balance=(seed % 3) / 2)
        proposal = propose(season, reading, Options(is_reproducible=True), Silence())
        _, every = enumerate_best(build_problem(season, reading.fits), beyond=0)
        for left in proposal.unplaced:
            actor = season.actor_index[left.actor_id]
            having = [
                found.objective
                for found in every
                if any(actor in chosen for chosen in found.members)
            ]
            if not having:
                continue
            why = explain_actor(season, reading, proposal, left.actor_id, None, Silence())
            assert why.loss == pytest.approx(
                proposal.certificate.objective - max(having), abs=2 * ROUNDED
            ), (seed, left.actor_id)
            assert why.forced is not None
            seated = {m.actor_id for c in why.forced.coalitions for m in c.members}
            assert left.actor_id in seated
            told += 1
        if told >= CASES:
            return
    pytest.fail(f"only {told} cases")
