from datetime import UTC, datetime

import pytest

from models.meetings import MeetingPlan
from models.seasons import Season
from models.ties import Tie, TieKind
from tests.kit.meetings import make_plan
from tests.kit.report_seasons import make_actor
from tests.kit.seasons import make_challenge, make_season

STAMPED = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
HIDDEN = "a05"
NASTY = '=<b>Ås & "Öst"</b>; a, b'


@pytest.fixture(scope="session")
def season() -> Season:
    """Eighteen members of whom one is hidden and one has a name full of signs."""
    special: dict[int, dict[str, object]] = {
        0: {"name": NASTY},
        5: {"name": "Hemliga huset", "visible": False},
    }
    actors = [make_actor(i, **special.get(i, {})) for i in range(18)]
    ties = (
        Tie(actor_a="a00", actor_b="a01", kind=TieKind.COLLABORATE),
        Tie(actor_a="a00", actor_b="a02"),
        Tie(actor_a="a00", actor_b="a05", kind=TieKind.MET_IN_COALITION),
    )
    challenge = make_challenge(title="Hur tar vi vara på ungas kraft, idéer; mod?")
    return make_season(actors, [challenge], ties=ties, name="Hösten 2026")


@pytest.fixture(scope="session")
def plan(season: Season) -> MeetingPlan:
    return make_plan([actor.id for actor in season.actors], 3, coalition="c0/1")


@pytest.fixture(scope="session")
def long_plan(season: Season) -> MeetingPlan:
    return make_plan([actor.id for actor in season.actors], 3, rounds=2, coalition="c0/1")
