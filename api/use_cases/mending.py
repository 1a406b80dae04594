"""Ways to mend a coalition that somebody left: found on a board, fewest changes first."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from models.canonical import round_number
from models.invitations import PublishedCoalition, Repair, RepairWay

if TYPE_CHECKING:
    from matcher.board import Board

MOST_TRIED, MOST_OFFERED = 40, 3
"""How many actors are tried for a seat, those nearest to the challenge first, and offered."""
Filling = tuple["Board", tuple[str, ...]]


def find_ways(
    board: "Board",
    coalition: PublishedCoalition,
    gone: Sequence[str],
    reserves: Sequence[str],
    unwilling: Collection[str],
) -> tuple[Repair, ...]:
    """Find the ways to mend a coalition.

    Parameters
    ----------
    board : Board
        The published coalitions, with those in it who are gone.
    gone : sequence of str
        Members who said no, were silent or left.
    reserves : sequence of str
        Who stands by for the coalition, the best first.
    unwilling : collection of str
        Who said no in this season already, whatever it was to.

    Returns
    -------
    tuple of Repair
        By how many actors get a new seat, then by what F loses. Where several seats are free
        they are filled one after the other, each by whoever keeps F highest.
    """
    code, before = coalition.coalition, board.objective
    for actor in gone:
        board, _ = board.move(actor, code, None)
    found = [_to_repair(coalition, gone, RepairWay.SMALLER, (board, ()), before)]
    able = set(board.pool) - set(gone) - set(unwilling)
    asked = [actor for actor in reserves if actor in able]
    others = _by_relevance(board, coalition, able - set(asked))
    for way, candidates in ((RepairWay.RESERVE, asked), (RepairWay.REPLACEMENT, others)):
        for filling in _fill(board, code, candidates[:MOST_TRIED], len(gone)):
            found.append(_to_repair(coalition, gone, way, filling, before))
    return tuple(sorted(found, key=lambda each: (bool(each.broken), each.changes, each.loss)))


def _fill(board: "Board", code: str, candidates: Sequence[str], seats: int) -> list[Filling]:
    """Fill free seats: one in the best few ways, more than one in one way."""
    first = _best(((board, ()),), code, candidates)
    if seats == 1:
        return first[:MOST_OFFERED]
    fillings = first[:1]
    for _ in range(seats - 1):
        fillings = _best(fillings, code, candidates)[:1]
    return fillings


def _best(fillings: Iterable[Filling], code: str, candidates: Sequence[str]) -> list[Filling]:
    """Give every way to fill one more seat, that with the highest F first."""
    tried = [
        (filled.move(actor, None, code)[0], (*joined, actor))
        for filled, joined in fillings
        for actor in candidates
        if actor not in joined
    ]
    return sorted(tried, key=lambda each: (len(each[0].sheet(code).broken), -each[0].objective))


def _by_relevance(
    board: "Board", coalition: PublishedCoalition, actors: Iterable[str]
) -> list[str]:
    """Give actors who are not banned from a coalition, those nearest to its challenge first."""
    problem = board.problem
    slot = next(each for each in problem.slots if each.id == coalition.coalition)
    season = problem.pool.season
    column = [each.id for each in season.challenges].index(slot.challenge.id)
    relevance = problem.pool.relevance[:, column]
    index = season.actor_index
    able = [actor for actor in actors if slot.allowed[index[actor]]]
    return sorted(able, key=lambda actor: (-relevance[index[actor]], actor))


def _to_repair(
    coalition: PublishedCoalition,
    gone: Sequence[str],
    way: RepairWay,
    filling: Filling,
    before: float,
) -> Repair:
    board, joins = filling
    return Repair(
        id="",
        season_id=coalition.season_id,
        coalition_id=coalition.id,
        proposal_id=coalition.proposal_id,
        way=way,
        leaves=tuple(gone),
        joins=joins,
        changes=len(joins),
        loss=round_number(before - board.objective),
        broken=tuple(each.rule for each in board.sheet(coalition.coalition).broken),
        created_at="",
    )
