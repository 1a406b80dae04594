"""Repair after declines, and swaps by hand: what a run then keeps, and what it rules out."""

from collections.abc import Iterable
from itertools import product

from matcher.core.settings import Options
from models.errors import Fault, InputError
from models.proposals import Keep, Proposal
from models.rules import Rule, RuleKey
from models.scores import CoalitionMembers
from models.seasons import Effort


def repair_options(
    proposal: Proposal, declined: Iterable[str], max_changes: int | None = None
) -> Options:
    """Give the options of a run that replaces those who declined, and as few others as it can.

    Parameters
    ----------
    declined : iterable of str
        Ids of actors; they are banned from every coalition.
    max_changes : int, optional
        Seats that may change hands; no more than the rules force where it is left out.

    Raises
    ------
    InputError
        `not_a_member`: somebody who is in no coalition of the proposal cannot decline.
    """
    gone, seated = tuple(declined), {m.actor_id for c in proposal.coalitions for m in c.members}
    faults = [
        Fault.given(f"declined.{number}.actor", actor, "not_a_member", name=actor)
        for number, actor in enumerate(gone)
        if actor not in seated
    ]
    if faults:
        raise InputError(tuple(faults))
    stated = tuple(rule for rule in proposal.settings.rules if rule.get("actor") not in gone)
    settings = proposal.settings
    return Options(
        challenge=settings.challenge,
        seed=settings.seed,
        effort=Effort(settings.effort),
        time_limit_s=settings.time_limit_s,
        rules=(*stated, *(_rule("ban", actor) for actor in dict.fromkeys(gone))),
        solver=settings.solver,
        keep=Keep(coalitions=proposal.memberships, max_changes=max_changes),
        is_reproducible=proposal.created_at is None,
    )


def swap(
    coalitions: tuple[CoalitionMembers, ...], one: str, other: str
) -> tuple[CoalitionMembers, ...]:
    """Let two actors trade one seat each, the first two in order that they can trade.

    Where one of them has no seat it takes one of the other's.

    Raises
    ------
    InputError
        `swap_without_places`: neither has a seat, or none that the other could take.
    """
    seats, others = (
        tuple(each for each in coalitions if actor in each.members) for actor in (one, other)
    )
    for left, taken in product(seats or (None,), others or (None,)):
        if left is not taken and _can_move(seats, left, taken) and _can_move(others, taken, left):
            trades = {
                each.id: {one: other} if each is left else {other: one}
                for each in (left, taken)
                if each is not None
            }
            return tuple(_trade(each, trades.get(each.id, {})) for each in coalitions)
    traded = {"one": one, "other": other}
    fault = Fault.given("swaps", f"{one},{other}", "swap_without_places", **traded)
    raise InputError((fault,))


def hold_swapped(
    before: tuple[CoalitionMembers, ...], after: tuple[CoalitionMembers, ...]
) -> tuple[Rule, ...]:
    """Give the rules that hold actors who traded seats in their new ones, and out of the old.

    Whoever has no seat any more is kept out of every coalition.
    """
    rules = []
    for actor in sorted({actor for each in (*before, *after) for actor in each.members}):
        had, has = ([each for each in side if actor in each.members] for side in (before, after))
        gained = [each for each in has if each.id not in [own.id for own in had]]
        kept = [each.challenge_id for each in has]
        if had and not has:
            rules.append(_rule("ban", actor))
        rules += [_rule("pin", actor, each.challenge_id, each.id) for each in gained]
        rules += [
            _rule("ban", actor, each.challenge_id)
            for each in had
            if has and each.challenge_id not in kept
        ]
    return tuple(rules)


def _can_move(
    seats: tuple[CoalitionMembers, ...],
    left: CoalitionMembers | None,
    taken: CoalitionMembers | None,
) -> bool:
    """Say whether one seat can be left for another, and no challenge then has the actor twice."""
    stays = [each.challenge_id for each in seats if each is not left]
    return taken is None or taken.challenge_id not in stays


def _trade(each: CoalitionMembers, trade: dict[str, str]) -> CoalitionMembers:
    """Let others take their partners' seats in a coalition."""
    return each.evolve(members=tuple(sorted(trade.get(a, a) for a in each.members)))


def _rule(
    kind: str, actor: str, challenge: str | None = None, coalition: str | None = None
) -> Rule:
    keys = (RuleKey(name="actor", value=actor),)
    return Rule(kind=kind, challenge=challenge, coalition=coalition, keys=keys)
