"""What a season leaves to the next one: who was passed over, and who knows whom now."""

from collections.abc import Iterable, Mapping
from itertools import chain, combinations

from models.outcomes import Answer, CloseCounts
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.seasons import Season
from models.ties import Tie, TieKind

Pair = tuple[str, str]

STRENGTH = {TieKind.KNOW: 0, TieKind.MET_IN_COALITION: 1, TieKind.COLLABORATE: 2}
"""A tie never becomes weaker."""
NOT_ELIGIBLE = frozenset({"unplaced_no_capacity", "unplaced_banned", "unplaced_outside"})
"""Why an actor has no place although nobody passed it over."""


Rooms = Mapping[str, Iterable[Iterable[str]]]
"""By coalition, the members of each room of each round."""


def next_passed_over(
    season: Season, proposal: Proposal, rooms: Rooms | None = None
) -> dict[str, int]:
    """Give each actor's seasons in a row without a place, by id.

    Back to 0 with a place, also for one that joined late and sat in a room; one more for
    those who could have had one; as it was for those who could not: without capacity, banned
    (as those who declined are), or outside every radius.
    """
    counts = {actor.id: actor.passed_over for actor in season.actors}
    for left in proposal.unplaced:
        if left.reason.code not in NOT_ELIGIBLE:
            counts[left.actor_id] += 1
    for coalition in proposal.memberships:
        seated = (rooms or {}).get(coalition.id, ())
        counts.update(dict.fromkeys(coalition.members, 0))
        counts.update(dict.fromkeys(chain.from_iterable(seated), 0))
    return counts


def next_ties(season: Season, met: Iterable[Pair], answers: Iterable[Answer]) -> tuple[Tie, ...]:
    """Give the old ties with those that the season made, each pair once.

    The pairs that met have met in a coalition; pairs of which one named the other
    collaborate. A tie takes the strongest of its kinds. The year is the season's, but an
    old tie keeps the year that it has.

    Parameters
    ----------
    met : iterable of pairs of ids
    answers : iterable of Answer
    """
    kinds = {_pair(*pair): TieKind.MET_IN_COALITION for pair in met}
    for answer in answers:
        for partner in answer.partners:
            kinds[_pair(answer.actor_id, partner)] = TieKind.COLLABORATE
    ties = {(tie.actor_a, tie.actor_b): tie for tie in season.ties}
    for pair, kind in kinds.items():
        old = ties.get(pair)
        if old is None:
            ties[pair] = Tie(actor_a=pair[0], actor_b=pair[1], kind=kind, since=season.year)
        elif STRENGTH[kind] > STRENGTH[old.kind]:
            since = season.year if old.since is None else old.since
            ties[pair] = old.evolve(kind=kind, since=since)
    return tuple(ties[pair] for pair in sorted(ties))


def count_close(season: Season, passed_over: Mapping[str, int], ties: Iterable[Tie]) -> CloseCounts:
    """Count what closing changes."""
    before = {(tie.actor_a, tie.actor_b): tie for tie in season.ties}
    after = {(tie.actor_a, tie.actor_b): tie for tie in ties}
    changes = [passed_over[actor.id] - actor.passed_over for actor in season.actors]
    return CloseCounts(
        ties=len(after),
        new_ties=len(after.keys() - before.keys()),
        stronger_ties=sum(after[pair].kind is not tie.kind for pair, tie in before.items()),
        passed_over=sum(change > 0 for change in changes),
        reset=sum(change < 0 for change in changes),
    )


def met_pairs(
    coalitions: Iterable[CoalitionMembers],
    rooms: Rooms | None = None,
) -> frozenset[Pair]:
    """Give the pairs that met: those of one coalition, or of one room where rooms are given.

    Parameters
    ----------
    rooms : Rooms, optional
        Of every coalition.
    """
    groups = [
        room
        for coalition in coalitions
        for room in ([coalition.members] if rooms is None else rooms[coalition.id])
    ]
    return frozenset(_pair(*pair) for group in groups for pair in combinations(group, 2))


def _pair(one: str, other: str) -> Pair:
    """Give a pair's ids in the order of ties."""
    return (one, other) if one < other else (other, one)
