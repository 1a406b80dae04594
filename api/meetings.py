"""The coalitions of a proposal as the planning of meetings needs them."""

from pathlib import Path

from api.jobs import read_loosely
from models.errors import BadRequest, NotFound
from models.scores import CoalitionMembers
from models.seasons import Season


def read_coalitions(
    season: Season, path: Path, coalition: str | None = None
) -> tuple[CoalitionMembers, ...]:
    """Read the coalitions of a proposal, or one of them.

    Meetings follow from who the members are, so that no words are read and an older
    proposal will do, as long as its actors and challenges are still there.

    Raises
    ------
    BadRequest
        If the file is no proposal of this season.
    NotFound
        `coalition_not_found`, with the known ones.
    """
    coalitions = read_loosely(path).memberships
    for each in coalitions:
        if each.challenge_id not in season.challenge_index:
            raise BadRequest("proposal_of_other_season", path=path, name=each.challenge_id)
        for id_ in each.members:
            if id_ not in season.actor_index:
                raise BadRequest("proposal_of_other_season", path=path, name=id_)
    return choose_coalitions(coalitions, coalition)


def choose_coalitions(
    coalitions: tuple[CoalitionMembers, ...], name: str | None
) -> tuple[CoalitionMembers, ...]:
    """Give the coalition that is asked for, or all of them.

    Raises
    ------
    NotFound
        `coalition_not_found`, with the known ones.
    """
    found = tuple(each for each in coalitions if name in (None, each.id))
    if name is not None and not found:
        ids = ", ".join(each.id for each in coalitions)
        raise NotFound("coalition_not_found", name=name, known=ids)
    return found
