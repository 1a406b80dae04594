"""Check what a run is asked for, before any words are read."""

from typing import TYPE_CHECKING

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.names import find_actor, find_challenge
from models.errors import BadRequest, NotFound
from models.frozen import Frozen
from models.proposals import Keep, Proposal, Solver
from models.rules import Rule, RuleKey
from models.seasons import Effort

if TYPE_CHECKING:
    from matcher.core.settings import Options


class Seat(Frozen):
    """An actor, by id or exact name, and a coalition: `challenge/number`, or any of a challenge."""

    actor: str
    coalition: str = ""


class Swap(Frozen):
    """Two actors who are to trade places."""

    one: str
    other: str


class RunOrder(Frozen):
    """What a run of the main job is asked for; what is left out follows the season.

    `keep` is a proposal to start from, which need not agree with the season any more;
    `max_changes` says how many of its seats may change hands.
    """

    challenge: str | None = None
    seed: int | None = Field(default=None, ge=0)
    effort: Effort | None = None
    time_limit_s: float | None = Field(default=None, gt=0)
    pins: tuple[Seat, ...] = ()
    bans: tuple[Seat, ...] = ()
    keep: Proposal | None = None
    max_changes: int | None = Field(default=None, ge=0)
    swaps: tuple[Swap, ...] = ()
    alternatives: int = Field(default=0, ge=0)
    solver: Solver = Solver.HIGHS
    is_reproducible: bool = False


def prepare_run(call: Call, given: RunOrder) -> "Options":
    """Give what is asked for as the engine takes it.

    Raises
    ------
    NotFound
        If an actor, a challenge or a coalition is not there.
    BadRequest
        `keep_missing`: changes or swaps of no proposal; `keep_of_other_season`.
    InputError
        `swap_without_places`.
    """
    from matcher.core.settings import Options

    season = call.season
    if given.challenge is not None:
        given = given.evolve(challenge=find_challenge(season, given.challenge))
    rules = _read_rules(call, given)
    keep, held = _read_keep(call, given)
    return Options(
        challenge=given.challenge,
        seed=given.seed,
        effort=given.effort,
        time_limit_s=given.time_limit_s,
        rules=(*rules, *held),
        solver=given.solver,
        keep=keep,
        alternatives=given.alternatives,
        is_reproducible=given.is_reproducible,
    )


def _read_rules(call: Call, given: RunOrder) -> tuple[Rule, ...]:
    """Give pins and bans as rules, all of them within the challenge that is asked for."""
    stated = [
        (kind, f"{field}.{number}", seat)
        for kind, field, seats in (("pin", "pins", given.pins), ("ban", "bans", given.bans))
        for number, seat in enumerate(seats)
    ]
    rules = tuple(_read_rule(call, *each) for each in stated)
    for rule, (_, field, _) in zip(rules, stated, strict=True):
        if given.challenge is not None and rule.challenge not in (None, given.challenge):
            where = {"name": rule.challenge, "known": given.challenge}
            raise NotFound("challenge_not_found", **where, field=f"{field}.coalition")
    return rules


def _read_rule(call: Call, kind: str, field: str, seat: Seat) -> Rule:
    season, where = call.season, seat.coalition
    actor = find_actor(season, seat.actor, call.viewer, f"{field}.actor")
    coalitions = {
        f"{challenge.id}/{number}": challenge.id
        for challenge in season.challenges
        for number in range(1, challenge.coalitions + 1)
    }
    known = ", ".join([*season.challenge_index, *coalitions][:6])
    place = f"{field}.coalition"
    if kind == "pin" and not where:
        raise NotFound("pin_without_coalition", name=seat.actor, known=known, field=place)
    if where and where not in {*coalitions, *season.challenge_index}:
        raise NotFound("challenge_not_found", name=where, known=known, field=place)
    return Rule(
        kind=kind,
        challenge=coalitions.get(where, where or None),
        coalition=where if where in coalitions else None,
        keys=(RuleKey(name="actor", value=actor),),
    )


def _read_keep(call: Call, given: RunOrder) -> tuple[Keep | None, tuple[Rule, ...]]:
    """Give what is kept, and the rules that hold swapped actors in their new places."""
    if given.keep is None:
        if given.swaps or given.max_changes is not None:
            raise BadRequest("keep_missing", field="swaps" if given.swaps else "max_changes")
        return None, ()
    season, coalitions = call.season, given.keep.memberships
    if coalitions and not any(each.challenge_id in season.challenge_index for each in coalitions):
        raise BadRequest("keep_of_other_season", field="keep")
    from matcher.steer.repair import hold_swapped, swap

    before = coalitions
    for number, pair in enumerate(given.swaps):
        one = find_actor(season, pair.one, call.viewer, f"swaps.{number}.one")
        other = find_actor(season, pair.other, call.viewer, f"swaps.{number}.other")
        coalitions = swap(coalitions, one, other)
    rules = hold_swapped(before, coalitions)
    return Keep(coalitions=coalitions, max_changes=given.max_changes), rules
