"""Repair after declines, and swaps by hand: what a run then keeps, and what it rules out."""

from collections.abc import Iterable

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
        rules=(*stated, *(_rule("ban", actor) for actor in gone)),
        solver=settings.solver,
        keep=Keep(coalitions=proposal.memberships, max_changes=max_changes),
        is_reproducible=proposal.created_at is None,
    )


def swap(
    coalitions: tuple[CoalitionMembers, ...], one: str, other: str
) -> tuple[tuple[CoalitionMembers, ...], tuple[Rule, ...]]:
    """Let two actors change places, and give the rules that hold them there.

    Where one of them has no place it takes the other's, who is then kept out.

    Raises
    ------
    InputError
        `swap_without_places`: neither has a place, or both have the same.
    """
    homes = {
        actor: next((each.id for each in coalitions if actor in each.members), None)
        for actor in (one, other)
    }
    if homes[one] == homes[other]:
        traded = {"one": one, "other": other}
        fault = Fault.given("swaps", f"{one},{other}", "swap_without_places", **traded)
        raise InputError((fault,))
    trade = {one: other, other: one}
    swapped = tuple(
        each.evolve(members=tuple(sorted(trade.get(a, a) for a in each.members)))
        for each in coalitions
    )
    rules = []
    for actor, partner in trade.items():
        home = homes[partner]
        challenge = next((each.challenge_id for each in coalitions if each.id == home), None)
        rules.append(_rule("ban", actor) if home is None else _rule("pin", actor, challenge, home))
    return swapped, tuple(rules)


def _rule(
    kind: str, actor: str, challenge: str | None = None, coalition: str | None = None
) -> Rule:
    keys = (RuleKey(name="actor", value=actor),)
    return Rule(kind=kind, challenge=challenge, coalition=coalition, keys=keys)
