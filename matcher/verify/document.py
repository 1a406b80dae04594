"""The check of a whole document: form, names, and every number that follows from members.

Members, settings, the bound and how the work ended are taken from the document; all else is
computed anew and compared, place by place. Sentences are not compared here.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from matcher.core.arrays import Floats
from matcher.verify.case import Case, Unchecked
from matcher.verify.certificate import check_certificate
from matcher.verify.coalitions import Judged, judge_coalition
from matcher.verify.conflicts import check_conflicts
from matcher.verify.difference import (
    LAST_DIGIT,
    MACHINES,
    ROUNDING,
    Difference,
    compare_values,
    difference,
    under,
)
from matcher.verify.form import read_form
from matcher.verify.names import check_ids, check_settings
from matcher.verify.replacements import Replacements, find_replacements
from matcher.verify.reserves import check_reserves, leeway
from matcher.verify.rules.registry import PLACINGS, fixed_rules
from matcher.verify.seats import StatedSeats, seat, slots_of
from matcher.verify.steering import (
    check_apart,
    check_bounds,
    check_changes,
    leaves_a_change,
)
from matcher.verify.table import Facts, ReadFits
from matcher.verify.unplaced import check_unplaced
from models.canonical import Json, hash_canonical, hash_content
from models.proposals import Certificate, Coalition, Member, Proposal, Reserve
from models.seasons import Season

NOTHING_UNCHECKED = Unchecked()


def check_document(
    season: Season,
    document: Json,
    words: ReadFits | None,
    unchecked: Unchecked = NOTHING_UNCHECKED,
) -> tuple[Difference, ...]:
    """Compare a proposal with its season.

    Parameters
    ----------
    document : Json
        The parsed proposal.
    words : ReadFits or None
        None trusts the stored relevance, and whatever only fits of words decide.
    unchecked : Unchecked
        What installed packages add without a formula; it is taken as stated.

    Returns
    -------
    tuple of Difference
        Empty when the proposal agrees.
    """
    proposal, found = read_form(document)
    if proposal is None or found:
        return tuple(found)
    found += compare_values("content_sha256", proposal.content_sha256, hash_content(document))
    unknown = check_settings(season, proposal, unchecked.criteria)
    unknown += check_ids(season, proposal.coalitions)
    for i, alternative in enumerate(proposal.alternatives or ()):
        unknown += [
            under(f"alternatives.{i}", d) for d in check_ids(season, alternative.coalitions)
        ]
    if proposal.season != season.name:
        other = difference("season", proposal.season, season.name)
        return (other,) if unknown else (*found, other)
    if unknown:
        return (*found, *unknown)
    found += compare_values("input_sha256", proposal.input_sha256, _hash_input(season, proposal))
    if words is not None:
        found += compare_values("embedding", proposal.embedding, words.embedding)
    table, odd = _overlay(season, proposal, words)
    found += odd
    groupings = []
    for i, (coalitions, certificate) in enumerate(_groupings(proposal)):
        seats, differences = _seat(table, proposal, coalitions)
        if not differences:
            case = Case(table, proposal.settings, seats, unchecked)
            differences = _check_grouping(case, proposal, coalitions, certificate, is_first=i == 0)
            groupings.append(seats)
        found += differences if i == 0 else [under(f"alternatives.{i - 1}", d) for d in differences]
    certificates = [certificate for _, certificate in _groupings(proposal)]
    return (*found, *check_apart(groupings), *check_bounds(certificates))


def _groupings(proposal: Proposal) -> list[tuple[tuple[Coalition, ...], Certificate]]:
    """Give the proposal's coalitions with their certificate, then each alternative's."""
    others = [(each.coalitions, each.certificate) for each in proposal.alternatives or ()]
    return [(proposal.coalitions, proposal.certificate), *others]


def _hash_input(season: Season, proposal: Proposal) -> str:
    """Hash the validated season with its effective settings."""
    settings = proposal.settings.model_dump(mode="json", by_alias=True)
    return hash_canonical({"season": season.model_dump(mode="json"), "settings": settings})


def _overlay(
    season: Season, proposal: Proposal, words: ReadFits | None
) -> tuple[Facts, list[Difference]]:
    """Lay the stored relevance over what was read, and find where they can't be the same."""
    shape = len(season.actors), len(season.challenges)
    read: Floats = np.full(shape, np.nan) if words is None else words.relevance
    relevance, found, is_exact = read.copy(), list[Difference](), True
    seen: dict[tuple[int, int], float] = {}
    for place, actor, challenge, stored in _stored(season, proposal):
        if seen.setdefault((actor, challenge), stored) != stored:
            found.append(difference(place, stored, seen[actor, challenge]))
        if not 0 <= stored <= 1:
            found.append(difference(place, stored, "0 to 1"))
        if words is not None:
            off = abs(float(read[actor, challenge]) - stored)
            is_exact = is_exact and off <= LAST_DIGIT
            if off > MACHINES:
                found.append(difference(place, stored, read[actor, challenge]))
        relevance[actor, challenge] = stored
    return Facts(season, relevance, words, is_exact), found


def _stored(season: Season, proposal: Proposal) -> Iterable[tuple[str, int, int, float]]:
    """Give every stored relevance with its place, actor and challenge."""
    for i, (coalitions, _) in enumerate(_groupings(proposal)):
        above = "" if i == 0 else f"alternatives.{i - 1}."
        for c, coalition in enumerate(coalitions):
            column = season.challenge_index[coalition.challenge_id]
            listed: dict[str, tuple[Member | Reserve, ...]] = {
                "members": coalition.members,
                "reserves": coalition.reserves,
            }
            for kind, entries in listed.items():
                for e, entry in enumerate(entries):
                    place = f"{above}coalitions.{c}.{kind}.{e}.relevance"
                    yield place, season.actor_index[entry.actor_id], column, entry.relevance


def _seat(
    table: Facts, proposal: Proposal, coalitions: tuple[Coalition, ...]
) -> tuple[StatedSeats, list[Difference]]:
    """Seat the stated members, and find those who are where they may not be."""
    slots = slots_of(table.season, proposal.settings.challenge)
    fixed = fixed_rules(table.season, proposal.settings.rules)
    seats, found = seat(table, slots, coalitions, fixed)
    if not found:
        found += [each for formula in PLACINGS.values() for each in formula.find(seats)]
    return seats, found


def _check_grouping(
    case: Case,
    proposal: Proposal,
    coalitions: tuple[Coalition, ...],
    certificate: Certificate,
    *,
    is_first: bool,
) -> list[Difference]:
    """Judge coalitions, and all that follows from them together."""
    found, judged = list[Difference](), dict[int, Judged]()
    for c, (s, coalition) in enumerate(zip(case.seats.formed, coalitions, strict=True)):
        judged[s], differences = judge_coalition(case, s, coalition)
        found += [under(f"coalitions.{c}", each) for each in differences]
    found += check_conflicts(case, proposal.conflicts)
    found += check_changes(proposal.settings.keep, case.seats)
    if found:
        return found  # what follows would only repeat it
    objective = case.objective([each.total for each in judged.values()])
    found += check_certificate(
        certificate,
        objective,
        is_relaxed=bool(proposal.conflicts),
        solver=proposal.settings.solver,
    )
    replacements: dict[int, Replacements] = {}
    for c, (s, coalition) in enumerate(zip(case.seats.formed, coalitions, strict=True)):
        replacements[s] = find_replacements(case, s, judged)
        differences = list(check_reserves(case, s, coalition, judged, replacements[s]))
        found += [under(f"coalitions.{c}", each) for each in differences]
    if is_first:
        found += check_unplaced(case, proposal.unplaced, replacements)
        if leaves_a_change(proposal.settings.keep, case.seats):
            found += _check_bound(case, certificate, replacements)
    return found


def _check_bound(
    case: Case, certificate: Certificate, found: Mapping[int, Replacements]
) -> Iterable[Difference]:
    """Hold the bound against every single replacement that keeps sizes and rules."""
    for s, each in found.items():
        best = float(np.where(each.able, each.objectives, -np.inf).max())
        if best > certificate.bound + ROUNDING + leeway(case, s):
            yield difference("certificate.bound", certificate.bound, f"at least {best:.6f}")
