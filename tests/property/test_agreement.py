"""Under rules of every kind, proposals and hand edits agree with their seasons."""

from random import Random

import numpy as np
import pytest

from matcher.agreement import verify
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.core.settings import Options, settings_of
from matcher.edit import compose_edit
from matcher.explain.misplacements import find_misplaced
from matcher.propose import propose
from models.errors import GIVEN, InputError
from models.ports.progress import Silence
from models.proposals import Proposal, Status
from models.scores import CoalitionMembers
from models.seasons import Season
from tests.kit.seasons import give_reading
from tests.kit.tiny import ruled_season

SUM_TOLERANCE = 1e-4


def insist_on_agreement(season: Season, proposal: Proposal, fits: Fits) -> None:
    document = proposal.model_dump(mode="json", by_alias=True)
    assert verify(season, document, give_reading(fits)) == ()
    assert verify(season, document, None) == ()
    weight = sum(proposal.settings.weights.values())
    for coalition in proposal.coalitions:
        told = sum(r.contribution for m in coalition.members for r in m.reasons)
        taken = sum(penalty.value for penalty in coalition.penalties)
        assert told == pytest.approx(coalition.total + taken, abs=SUM_TOLERANCE)
        strengths = {rule.kind: rule.strength for rule in season.rules if rule.strength}
        for penalty in coalition.penalties:
            share = (penalty.asked - penalty.given) / penalty.asked
            assert 0 < share <= 1
            assert penalty.value <= max(strengths.values()) * share / weight + 1e-6
    assert proposal.certificate.bound >= proposal.certificate.objective


@pytest.mark.parametrize("block", range(4))
def test_proposals_agree(block: int) -> None:
    for seed in range(20 * block, 20 * block + 20):
        season, fits = ruled_season(seed)
        proposal = propose(season, give_reading(fits), Options(), Silence())
        insist_on_agreement(season, proposal, fits)


def test_hand_edits_agree_or_are_refused_with_a_row() -> None:
    written = relaxed = refused = 0
    for seed in range(80):
        draw = Random(seed)
        season, fits = ruled_season(seed)
        problem = build_problem(season, fits)
        given = tuple(
            CoalitionMembers(
                id=slot.id,
                challenge_id=slot.challenge.id,
                members=tuple(
                    sorted(draw.sample([a.id for a in season.actors], draw.randint(1, 4)))
                ),
            )
            for slot in problem.slots
        )
        members = tuple(
            np.array(sorted(season.actor_index[a] for a in each.members)) for each in given
        )
        settings = settings_of(season, Options())
        try:
            edit = compose_edit(season, give_reading(fits), given, settings, Silence())
        except InputError as error:
            assert list(find_misplaced(problem, members)), seed
            for fault in error.faults:
                assert fault.file == GIVEN
                _, number, members_, *place = str(fault.column).split(".")
                assert members_ == "members"
                seated = given[int(number)].members
                assert [seated[int(m)] for m in place] == [fault.value] * (fault.value in seated)
                assert place or fault.code == "misplaced_pin"
            refused += 1
            continue
        assert list(find_misplaced(problem, members)) == [], seed
        assert [c.size for c in edit.coalitions] == [len(each.members) for each in given]
        insist_on_agreement(season, edit, fits)
        written += 1
        relaxed += edit.certificate.status is Status.RELAXED
    assert min(written, relaxed, refused) >= 10
