"""The options `--keep`, `--max-changes` and `--swap` as what a run starts from."""

from collections.abc import Iterable
from pathlib import Path

from api.errors import BadRequest
from api.jobs import read_loosely
from api.names import find_actor
from models.proposals import Keep, Proposal
from models.rules import Rule
from models.seasons import Season


def read_keep(
    season: Season, path: Path | None, max_changes: int | None, swaps: Iterable[str]
) -> tuple[Proposal | None, Keep | None, tuple[Rule, ...]]:
    """Read what is kept, and the rules that hold swapped actors in their new places.

    The proposal need not agree with the season any more: that is why it is solved anew.

    Raises
    ------
    BadRequest
        If the file is no proposal of this season, or the other options come without it.
    NotFound
        If a swap names an unknown actor.
    InputError
        If a swap has no places to trade.
    """
    wanted = tuple(swaps)
    if path is None:
        if wanted or max_changes is not None:
            option = "--swap" if wanted else "--max-changes"
            raise BadRequest("option_needs_keep", option=option)
        return None, None, ()
    before = read_loosely(path)
    coalitions = before.memberships
    if not any(each.challenge_id in season.challenge_index for each in coalitions):
        raise BadRequest("keep_of_other_season", path=path)
    from matcher.steer.repair import swap

    rules: tuple[Rule, ...] = ()
    for option in wanted:
        names = [name.strip() for name in option.split(",")]
        if len(names) != 2 or not all(names):
            raise BadRequest("swap_of_two", value=option)
        one, other = (find_actor(season, name) for name in names)
        coalitions, held = swap(coalitions, one, other)
        rules += held
    return before, Keep(coalitions=coalitions, max_changes=max_changes), rules
