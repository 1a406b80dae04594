"""What the contract says of each kind of rule, once more and slowly."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matcher.constraints.registry import KINDS
from matcher.core.arrays import Floats
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.proposals import Proposal
from models.rules import Rule
from models.seasons import Season
from tests.kit.places import haversine_km
from tests.kit.rules import make_rule

WITH_ROWS = {key: kind for key, kind in KINDS.items() if kind.apply is not None}
WITHOUT_ROWS = {key: kind for key, kind in KINDS.items() if kind.apply is None}
OFF = tuple(make_rule(key, strength=0.0) for key, kind in KINDS.items() if kind.is_stated)
"""Turns off every rule that holds unasked."""


@dataclass(frozen=True)
class Case:
    """A coalition under a rule."""

    season: Season
    challenge: Challenge
    rule: Rule
    members: Sequence[Actor]
    relevance: Floats

    def count(self, name: str) -> int:
        value = self.rule.get(name)
        assert isinstance(value, int)
        return value

    def are_tied(self, one: Actor, other: Actor) -> bool:
        return any({t.actor_a, t.actor_b} == {one.id, other.id} for t in self.season.ties)


def seats_of_the_sector(case: Case) -> int:
    return sum(actor.sector == case.rule.get("sector") for actor in case.members)


def seats_outside_the_sizes(case: Case) -> int:
    n = len(case.members)
    return max(0, case.challenge.min_size - n, n - case.challenge.max_size)


def members_outside_the_radius(case: Case) -> int:
    centre, radius_km = case.challenge.place, case.challenge.radius_km
    if case.challenge.scope is Scope.NATIONAL or centre is None or radius_km is None:
        return 0
    return sum(haversine_km(actor.place, centre) > radius_km for actor in case.members)


def missing_new_contacts(case: Case) -> int:
    missing = 0
    for actor in case.members:
        new = [
            other
            for other in case.members
            if other.sector != actor.sector and not case.are_tied(actor, other)
        ]
        missing += max(0, case.count("min") - len(new))
    return missing


def members_with_the_value(case: Case) -> int:
    column, value = case.rule.get("attribute"), case.rule.get("value")
    return sum(dict(actor.attributes).get(str(column)) == value for actor in case.members)


def seats_beyond_the_counties(case: Case) -> int:
    homes = [actor.place.county for actor in case.members]
    meant = {case.rule.get("county")} if case.rule.get("county") else set(homes)
    return sum(max(0, homes.count(str(home)) - case.count("max")) for home in meant)


def members_below_the_relevance(case: Case) -> int:
    column = case.season.challenges.index(case.challenge)
    least = case.rule.get("min")
    assert isinstance(least, float | int)
    rows = [case.season.actors.index(actor) for actor in case.members]
    return sum(float(case.relevance[row][column]) < least for row in rows)


def pairs_where(is_broken: Callable[[bool, bool], bool]) -> Callable[[Case], int]:
    def count(case: Case) -> int:
        actors = case.rule.get("actors")
        assert isinstance(actors, tuple)
        members = {actor.id for actor in case.members}
        pairs = itertools.combinations(actors, 2)
        return sum(is_broken(one in members, other in members) for one, other in pairs)

    return count


def second_seats_of_groups(case: Case) -> int:
    groups = [actor.group for actor in case.members if actor.group]
    return len(groups) - len(set(groups))


def members_without_the_language(case: Case) -> int:
    stated = [actor.languages for actor in case.season.actors if actor.languages]
    languages = {language for spoken in stated for language in spoken}
    return min(
        (
            sum(bool(actor.languages) and language not in actor.languages for actor in case.members)
            for language in languages
        ),
        default=0,
    )


SHORTFALLS: dict[str, Callable[[Case], int]] = {
    "size": seats_outside_the_sizes,
    "regional_radius": members_outside_the_radius,
    "sector_floor": lambda case: max(0, case.count("min") - seats_of_the_sector(case)),
    "sector_ceiling": lambda case: max(0, seats_of_the_sector(case) - case.count("max")),
    "county_ceiling": seats_beyond_the_counties,
    "attribute_floor": lambda case: max(0, case.count("min") - members_with_the_value(case)),
    "attribute_ceiling": lambda case: max(0, members_with_the_value(case) - case.count("max")),
    "relevance_floor": members_below_the_relevance,
    "new_contacts_floor": missing_new_contacts,
    "together": pairs_where(lambda one, other: one != other),
    "apart": pairs_where(lambda one, other: one and other),
    "one_per_group": second_seats_of_groups,
    "shared_language": members_without_the_language,
}
"""By kind with a row, the units by which a coalition misses the rule."""


def seats_of(proposal: Proposal, challenge: str | None = None) -> list[str]:
    return [
        member.actor_id
        for coalition in proposal.coalitions
        for member in coalition.members
        if challenge in (None, coalition.challenge_id)
    ]


def is_pin_kept(season: Season, rule: Rule, proposal: Proposal) -> bool:
    return all(
        seats_of(proposal, challenge.id).count(str(rule.get("actor"))) == 1
        for challenge in season.challenges
        if rule.challenge in (None, challenge.id)
    )


def is_ban_kept(_season: Season, rule: Rule, proposal: Proposal) -> bool:
    return rule.get("actor") not in seats_of(proposal, rule.challenge)


def is_capacity_kept(season: Season, _rule: Rule, proposal: Proposal) -> bool:
    seats = seats_of(proposal)
    return all(seats.count(actor.id) <= actor.capacity for actor in season.actors)


KEPT: dict[str, Callable[[Season, Rule, Proposal], bool]] = {
    "pin": is_pin_kept,
    "ban": is_ban_kept,
    "capacity": is_capacity_kept,
}
"""By kind that never gives way, whether a proposal keeps a rule of it."""
