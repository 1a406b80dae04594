"""Odd seasons under attack: a fixed set of seeds here, an hour of them by command.

`python -m benchmarks.adversary --minutes 60 --seed N` attacks any others.
"""

from pathlib import Path

import pytest

from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from matcher.criteria.registry import CRITERIA
from tests.adversary.attack import Attack, attack
from tests.adversary.commands import COMMANDS
from tests.adversary.draw import draw_case
from tests.adversary.folders import write_folder
from tests.adversary.proposing import check_proposal

SEEDS = (1, 5, 10, 14, 15, 19, 20)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_command_agrees_with_enumeration(seed: int) -> None:
    assert attack(draw_case(seed), COMMANDS) == []


@pytest.mark.parametrize("seed", [1003, 1012])
def test_who_cannot_come_at_a_meetings_hour_need_not_host_it(seed: int) -> None:
    assert attack(draw_case(seed), {"meetings": COMMANDS["meetings"]}) == []


def test_who_was_swapped_does_not_come_back_into_another_coalition_of_the_challenge() -> None:
    assert attack(draw_case(1129), {"swap": COMMANDS["swap"]}) == []


@pytest.mark.parametrize("command", ["repair", "swap"])
def test_soft_contacts_do_not_count_as_changes(command: str) -> None:
    assert attack(draw_case(5055), {command: COMMANDS[command]}) == []


def test_anything_but_the_best_is_noticed() -> None:
    season = Attack(draw_case(14))
    check_proposal(season)
    (coalition,) = season.proposal.coalitions
    stranger = next(actor for actor in season.proposal.unplaced)
    first = coalition.members[0].evolve(actor_id=stranger.actor_id)
    changed = coalition.evolve(members=(first, *coalition.members[1:]))
    other = season.proposal.evolve(coalitions=(changed,))
    season.__dict__["proposal"] = other
    with pytest.raises(AssertionError):
        check_proposal(season)


@pytest.mark.parametrize("seed", range(20))
def test_a_failing_season_is_kept_as_files_that_read_as_it(seed: int, tmp_path: Path) -> None:
    season = draw_case(seed).season
    write_folder(tmp_path, draw_case(seed), [])
    read = read_season(tmp_path, check_rule=check_rule, criteria=CRITERIA).season
    assert read is not None
    assert (read.rules, read.ties, read.weights) == (season.rules, season.ties, season.weights)
    unread = {"place", "attributes", "description"}
    for one, other in zip(read.actors, season.actors, strict=True):
        assert one.model_dump(exclude=unread) == other.model_dump(exclude=unread)
    # Reference values of places are drawn, and stand in fits.json.
    unread = {"place", "areas", "reference_km"}
    for mine, theirs in zip(read.challenges, season.challenges, strict=True):
        assert mine.model_dump(exclude=unread) == theirs.model_dump(exclude=unread)
