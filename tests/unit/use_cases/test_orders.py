"""What is wrong with an order is told by the way to it, before any words are read."""

from functools import partial
from typing import Any

import numpy as np
import pytest

from api.use_cases.call import Call
from api.use_cases.prepare_run import RunOrder, Seat, Swap, prepare_run
from api.use_cases.propose import PROPOSE
from api.use_cases.rank_actors import RANK_ACTORS, Asked
from api.use_cases.read_season import READ_SEASON, Nothing
from api.use_cases.repair_proposal import REPAIR_PROPOSAL, Declines
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from api.use_cases.suggest_partners import SUGGEST_PARTNERS, Wish
from api.use_cases.use_case import perform
from data.files.reading import SeasonFile
from matcher.core.fits import Fits
from matcher.embedding.reading import Reading
from models.errors import GIVEN, BadRequest, InputError, KoalitionError, NotFound
from models.people import People
from models.ports.progress import Progress
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.viewers import ORGANISER, PUBLIC
from tests.kit.actors import make_actor
from tests.kit.seasons import give_reading, make_challenge, make_season
from tests.kit.words import GivenWords

HIDDEN = "a03"
ACTORS = 12
SEASON = make_season(
    [make_actor(a, visible=f"a{a:02}" != HIDDEN) for a in range(ACTORS)],
    [make_challenge(0), make_challenge(1)],
)
FITS = Fits(np.random.default_rng(1).random((ACTORS, 2)).round(6))


def call(viewer: Any = ORGANISER, read: Any = lambda progress: give_reading(FITS)) -> Call:
    work = SeasonFile(season=SEASON, people=People(), warnings=())
    return Call(work, GivenWords(read), viewer)


def refuse(progress: Progress) -> Reading:
    raise AssertionError("no words are needed to see this")


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    return perform(PROPOSE, call(), RunOrder(is_reproducible=True))


@pytest.mark.parametrize(
    ("order", "kind", "code", "field"),
    [
        ({"challenge": "c9"}, NotFound, "challenge_not_found", "challenge"),
        (
            {"pins": (Seat(actor="a01", coalition="c0"), Seat(actor="nobody", coalition="c0"))},
            *(NotFound, "actor_not_found", "pins.1.actor"),
        ),
        ({"pins": (Seat(actor="a01"),)}, NotFound, "pin_without_coalition", "pins.0.coalition"),
        (
            {"bans": (Seat(actor="a01", coalition="c0/9"),)},
            *(NotFound, "challenge_not_found", "bans.0.coalition"),
        ),
        (
            {"challenge": "c1", "bans": (Seat(actor="a01", coalition="c0/1"),)},
            *(NotFound, "challenge_not_found", "bans.0.coalition"),
        ),
        ({"max_changes": 1}, BadRequest, "keep_missing", "max_changes"),
        ({"swaps": (Swap(one="a01", other="a02"),)}, BadRequest, "keep_missing", "swaps"),
    ],
)
def test_a_run_is_refused_before_words_are_read(
    order: dict[str, Any], kind: type[KoalitionError], code: str, field: str
) -> None:
    for ask in (prepare_run, partial(perform, PROPOSE)):
        with pytest.raises(kind) as error:
            ask(call(read=refuse), RunOrder(**order))
        assert (error.value.code, error.value.params["field"]) == (code, field)
        assert "--" not in error.value.text.en + error.value.text.sv


def test_swaps_name_the_pair_that_leads_nowhere(proposal: Proposal) -> None:
    swaps = (Swap(one=proposal.coalitions[0].members[0].actor_id, other="nobody"),)
    with pytest.raises(NotFound) as error:
        prepare_run(call(read=refuse), RunOrder(keep=proposal, swaps=swaps))
    assert error.value.params["field"] == "swaps.0.other"


def test_who_may_not_decline_is_named_by_place(proposal: Proposal) -> None:
    seated = {m.actor_id for c in proposal.coalitions for m in c.members}
    outside = sorted(SEASON.actor_index.keys() - seated)
    declined = (min(seated), *outside[:1]) if outside else (min(seated), min(seated))
    order = Declines(proposal=proposal, declined=declined)
    if outside:
        with pytest.raises(InputError) as error:
            perform(REPAIR_PROPOSAL, call(), order)
        (fault,) = error.value.faults
        assert (fault.file, fault.column) == (GIVEN, "declined.1.actor")
    repaired = perform(REPAIR_PROPOSAL, call(), Declines(proposal=proposal, declined=declined[:1]))
    gone = [m for edit in repaired.comparison.coalitions for m in edit.left]
    assert declined[0] in {mover.actor_id for mover in gone}


def test_every_wrong_name_of_a_score_is_told_at_once() -> None:
    members = ("a01", "nobody", "a01")
    coalitions = tuple(
        CoalitionMembers.model_construct(id="x", challenge_id=challenge, members=members)
        for challenge in ("c0", "c9")
    )
    with pytest.raises(InputError) as error:
        perform(SCORE_COALITIONS, call(read=refuse), Given(coalitions=coalitions))
    assert [(fault.column, fault.code) for fault in error.value.faults] == [
        ("coalitions.0.members.1", "actor_not_found"),
        ("coalitions.0.members.2", "member_twice"),
        ("coalitions.1.id", "coalition_twice"),
        ("coalitions.1.challenge_id", "challenge_not_found"),
        ("coalitions.1.members.1", "actor_not_found"),
        ("coalitions.1.members.2", "member_twice"),
    ]


def test_the_public_sees_no_hidden_actor_anywhere() -> None:
    for name in (HIDDEN, f"Aktör {HIDDEN[1:]}"):
        with pytest.raises(NotFound) as error:
            perform(SUGGEST_PARTNERS, call(PUBLIC, refuse), Wish(actor=name))
        assert error.value.code == "actor_not_found"
    everybody, seen = (
        perform(RANK_ACTORS, call(viewer), Asked(challenge="c1", k=0))[0].ranked
        for viewer in (ORGANISER, PUBLIC)
    )
    assert len(everybody) == ACTORS
    assert [entry.actor_id for entry in seen] == [
        entry.actor_id for entry in everybody if entry.actor_id != HIDDEN
    ]
    assert [entry.rank for entry in seen] == list(range(1, ACTORS))
    season = perform(READ_SEASON, call(PUBLIC, refuse), Nothing())
    assert HIDDEN not in {actor.id for actor in season.actors}
    assert len(perform(READ_SEASON, call(read=refuse), Nothing()).actors) == ACTORS


def test_a_proposal_in_which_nothing_was_formed_can_be_kept() -> None:
    season = make_season([make_actor(0, capacity=0)], [make_challenge(0)])
    asked = Call(
        SeasonFile(season=season, people=People(), warnings=()),
        GivenWords(lambda progress: give_reading(Fits(np.full((1, 1), 0.5)))),
        ORGANISER,
    )
    empty = perform(PROPOSE, asked, RunOrder(is_reproducible=True))
    assert not empty.coalitions and empty.conflicts
    again = perform(PROPOSE, asked, RunOrder(keep=empty, is_reproducible=True))
    assert (again.coalitions, again.conflicts) == (empty.coalitions, empty.conflicts)
