"""The independent checker: recomputes a proposal from its season without the solver.

Members, settings, the bound and how the work ended are taken from the document; all else
is computed anew and compared, place by place.
"""

import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
from pydantic import ValidationError

from matcher.constraints.registry import check_rule
from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose, hash_input
from matcher.explain.difference import Difference, difference, under
from matcher.explain.places import find_misplaced
from matcher.explain.reserves import can_replace, find_reserves, loss_of
from matcher.explain.stated import TOLERANCE, WORDS_TOLERANCE, Leeway, let_stand
from matcher.explain.verify_steering import check_changes, check_order
from models.canonical import Json, hash_content
from models.errors import InputError
from models.proposals import Alternative, EndedBy, Member, Proposal, Reserve, Solver
from models.seasons import Effort, Season

_UNSTATED = frozenset({"created_at", "seconds", "content_sha256"})
_FIGURE = re.compile(r"\d[.,]\d\d")
_SOLVERS = {
    Solver.HIGHS: re.compile(r"HiGHS \d+(\.\d+)*"),
    Solver.CBC: re.compile(r"CBC \d+(\.\d+)*"),
}


def verify(season: Season, document: Json, reading: Reading | None) -> tuple[Difference, ...]:
    """Compare a proposal with its season.

    Parameters
    ----------
    document : Json
        The parsed proposal.
    reading : Reading or None
        None trusts the stored relevance.

    Returns
    -------
    tuple of Difference
        Empty when the proposal agrees.
    """
    found: list[Difference] = []
    stated = document.get("content_sha256") if isinstance(document, dict) else None
    try:
        proposal = Proposal.model_validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        return tuple(
            Difference(
                place=".".join(str(part) for part in fault["loc"]),
                stated=str(fault.get("input"))[:80],
                computed=fault["msg"],
            )
            for fault in error.errors()
        )
    if stated != hash_content(document):
        found.append(difference("content_sha256", stated, hash_content(document)))
    known = _check_names(season, proposal)
    if known and proposal.season != season.name:
        return (difference("season", proposal.season, season.name),)
    if known:
        return (*found, *known)
    shadows = [_shadow(proposal, alternative) for alternative in proposal.alternatives or ()]
    known += [
        under(f"alternatives.{i}", each)
        for i, shadow in enumerate(shadows)
        for each in _check_names(season, shadow)
    ]
    if known:
        return (*found, *known)
    found += _compare_relevance(season, proposal, reading)
    fits = _fits(season, proposal, reading)
    try:
        problem = problem_under(season, fits, proposal.settings)
    except InputError as error:
        faults = "; ".join(fault.code for fault in error.faults)
        return (*found, difference("settings.rules", "contradictory", faults))
    members, misplaced = _members(problem, proposal)
    if misplaced:
        return (*found, *misplaced)
    found += _check_places(problem, members)
    found += _compare_document(season, problem, proposal, document, members, reading)
    found += check_changes(problem, proposal.settings.keep, members)
    others: list[tuple[Ints, ...]] = []
    for i, shadow in enumerate(shadows):
        listed, misplaced = _members(problem, shadow)
        differences = misplaced or [
            *_check_places(problem, listed),
            *_compare_relevance(season, shadow, reading),
            *_compare_alternative(
                problem_under(season, _fits(season, shadow, reading), proposal.settings),
                shadow,
                listed,
                reading,
            ),
            *check_changes(problem, proposal.settings.keep, listed),
        ]
        found += [under(f"alternatives.{i}", each) for each in differences]
        others.append(listed)
    found += check_order(problem, [members, *others])
    return tuple(found)


def _shadow(proposal: Proposal, alternative: Alternative) -> Proposal:
    """Give the proposal with an alternative's coalitions in place of its own."""
    return proposal.evolve(
        coalitions=alternative.coalitions,
        certificate=alternative.certificate,
        alternatives=None,
    )


def _compare_alternative(
    problem: Problem, shadow: Proposal, members: tuple[Ints, ...], reading: Reading | None
) -> list[Difference]:
    """Compute an alternative's coalitions and certificate anew."""
    problem, leeway = let_stand(problem, shadow, members, is_read=reading is not None)
    computed, found = _recompute(problem, shadow, members, reading, leeway)
    for key in ("coalitions", "certificate"):
        ours = computed.model_dump(mode="json", by_alias=True)[key]
        theirs = shadow.model_dump(mode="json", by_alias=True)[key]
        _compare(theirs, ours, key, found, leeway)
    if computed.conflicts != shadow.conflicts:
        found.append(difference("conflicts", shadow.conflicts, computed.conflicts))
    return found


def _check_names(season: Season, proposal: Proposal) -> list[Difference]:
    """Find ids that the season does not have."""
    found = []
    wanted = proposal.settings.challenge
    if wanted is not None and wanted not in season.challenge_index:
        found.append(difference("settings.challenge", wanted, "unknown"))
    for c, coalition in enumerate(proposal.coalitions):
        if coalition.challenge_id not in season.challenge_index:
            place = f"coalitions.{c}.challenge_id"
            found.append(difference(place, coalition.challenge_id, "unknown"))
        for m, member in enumerate(coalition.members):
            if member.actor_id not in season.actor_index:
                place = f"coalitions.{c}.members.{m}.actor_id"
                found.append(difference(place, member.actor_id, "unknown"))
        for r, reserve in enumerate(coalition.reserves):
            for key, actor in (("actor_id", reserve.actor_id), ("for", reserve.for_)):
                if actor not in season.actor_index:
                    place = f"coalitions.{c}.reserves.{r}.{key}"
                    found.append(difference(place, actor, "unknown"))
    for r, rule in enumerate(proposal.settings.rules):
        if rule.kind not in ("pin", "ban") or rule.strength is not None or check_rule(rule):
            found.append(difference(f"settings.rules.{r}", rule.kind, "a pin or a ban"))
        elif rule.get("actor") not in season.actor_index:
            found.append(difference(f"settings.rules.{r}.actor", rule.get("actor"), "unknown"))
        elif rule.challenge is not None and rule.challenge not in season.challenge_index:
            found.append(difference(f"settings.rules.{r}.challenge", rule.challenge, "unknown"))
    for key in proposal.settings.weights:
        if key not in CRITERIA:
            found.append(difference("settings.weights", key, list(CRITERIA)))
    if proposal.settings.effort not in list(Effort):
        found.append(difference("settings.effort", proposal.settings.effort, list(Effort)))
    return found


def _stored(season: Season, proposal: Proposal) -> list[tuple[str, int, int, float]]:
    """Give every stored relevance with its place, actor and challenge."""
    stored = []
    for c, coalition in enumerate(proposal.coalitions):
        column = season.challenge_index[coalition.challenge_id]
        listed: dict[str, tuple[Member | Reserve, ...]] = {
            "members": coalition.members,
            "reserves": coalition.reserves,
        }
        for kind, entries in listed.items():
            for i, entry in enumerate(entries):
                place = f"coalitions.{c}.{kind}.{i}.relevance"
                stored.append((place, season.actor_index[entry.actor_id], column, entry.relevance))
    return stored


def _compare_relevance(
    season: Season, proposal: Proposal, reading: Reading | None
) -> list[Difference]:
    if reading is None:
        return []
    return [
        difference(place, value, reading.relevance[a, c])
        for place, a, c, value in _stored(season, proposal)
        if abs(reading.relevance[a, c] - value) > WORDS_TOLERANCE
    ]


def _fits(season: Season, proposal: Proposal, reading: Reading | None) -> Fits:
    """Overlay the stored relevance on what was read."""
    shape = (len(season.actors), len(season.challenges))
    read = Fits(np.zeros(shape)) if reading is None else reading.fits
    relevance = read.relevance.copy()
    for _, a, c, value in _stored(season, proposal):
        relevance[a, c] = value
    return replace(read, relevance=relevance)


def _members(problem: Problem, proposal: Proposal) -> tuple[tuple[Ints, ...], list[Difference]]:
    """Give the stated members by slot, and what of them fits no slot."""
    index = problem.pool.season.actor_index
    slots = {slot.id: s for s, slot in enumerate(problem.slots)}
    members = [np.zeros(0, dtype=np.int64) for _ in problem.slots]
    found = []
    for c, coalition in enumerate(proposal.coalitions):
        chosen = [index[member.actor_id] for member in coalition.members]
        if coalition.id not in slots:
            found.append(difference(f"coalitions.{c}.id", coalition.id, list(slots)))
        elif not chosen or len(set(chosen)) < len(chosen):
            found.append(difference(f"coalitions.{c}.members", "empty or twice", coalition.id))
        else:
            members[slots[coalition.id]] = np.array(sorted(chosen), dtype=np.int64)
    return tuple(members), found


def _check_places(problem: Problem, members: tuple[Ints, ...]) -> list[Difference]:
    """Check what never gives way: capacity, siblings, bans and pins."""
    found = []
    for item in find_misplaced(problem, members):
        actor = problem.pool.season.actors[item.actor].id
        slots = [problem.slots[s].id for s in item.slots]
        place = f"{item.rule} of {actor} in {', '.join(slots)}"
        found.append(difference(place, item.given, item.asked))
    return found


def _compare_document(
    season: Season,
    problem: Problem,
    proposal: Proposal,
    document: Json,
    members: tuple[Ints, ...],
    reading: Reading | None,
) -> list[Difference]:
    problem, leeway = let_stand(problem, proposal, members, is_read=reading is not None)
    computed, found = _recompute(problem, proposal, members, reading, leeway)
    expected = computed.model_dump(mode="json", by_alias=True)
    expected["input_sha256"] = hash_input(season, proposal.settings)
    if proposal.alternatives is not None:
        expected["alternatives"] = document.get("alternatives")
    if reading is None:
        expected["unplaced"] = document.get("unplaced")
        found += _compare_ids(computed, proposal)
    _compare(document, expected, "", found, leeway)
    return found


def _recompute(
    problem: Problem,
    proposal: Proposal,
    members: tuple[Ints, ...],
    reading: Reading | None,
    leeway: Leeway,
) -> tuple[Proposal, list[Difference]]:
    """Compose the proposal that the members make, and judge what only it can tell."""
    reserves, found = _reserves(problem, proposal, members)
    if reading is not None:
        found += _compare_best(problem, proposal, members, leeway)
    settings = proposal.settings
    computed = compose(
        problem,
        settings,
        reading.info if reading is not None else proposal.embedding,
        members,
        bound=proposal.certificate.bound,
        ended_by=proposal.certificate.ended_by,
        solver=proposal.certificate.solver,
        reserves=reserves,
    )
    certificate = proposal.certificate
    if not _SOLVERS[settings.solver].fullmatch(certificate.solver):
        found.append(difference("certificate.solver", certificate.solver, settings.solver))
    # The bound is rounded up, which is much of a small F: the difference counts, not the gap.
    left = certificate.bound - computed.certificate.objective
    if certificate.ended_by is EndedBy.OPTIMAL and left > TOLERANCE:
        found.append(difference("certificate.ended_by", "optimal", "gap left"))
    return computed, found


def _compare_ids(computed: Proposal, proposal: Proposal) -> list[Difference]:
    ours = [entry.actor_id for entry in computed.unplaced]
    theirs = [entry.actor_id for entry in proposal.unplaced]
    return [] if ours == theirs else [difference("unplaced", theirs, ours)]


def _reserves(
    problem: Problem, proposal: Proposal, members: tuple[Ints, ...]
) -> tuple[dict[int, dict[int, int]], list[Difference]]:
    """Give the stated reserves, and those who could not take the seat."""
    index = problem.pool.season.actor_index
    slots = {slot.id: s for s, slot in enumerate(problem.slots)}
    reserves: dict[int, dict[int, int]] = {s: {} for s in slots.values()}
    found = []
    for c, coalition in enumerate(proposal.coalitions):
        s = slots[coalition.id]
        for r, reserve in enumerate(coalition.reserves):
            leaver, comer = index[reserve.for_], index[reserve.actor_id]
            if leaver in members[s] and can_replace(problem, members, s, leaver, comer):
                reserves[s][leaver] = comer
            else:
                place = f"coalitions.{c}.reserves.{r}.actor_id"
                found.append(difference(place, reserve.actor_id, "can't take the seat"))
    return reserves, found


def _compare_best(
    problem: Problem, proposal: Proposal, members: tuple[Ints, ...], leeway: Leeway
) -> list[Difference]:
    """Find members whose best replacement is left out, or who have a worse one."""
    actors = problem.pool.season.actors
    slots = {slot.id: s for s, slot in enumerate(problem.slots)}
    found = []
    for c, coalition in enumerate(proposal.coalitions):
        s = slots[coalition.id]
        stated = {reserve.for_: reserve.loss for reserve in coalition.reserves}
        # Who was left out may have another relevance on another machine.
        margin = TOLERANCE + WORDS_TOLERANCE / max(1, coalition.size) + leeway.loss
        for leaver, comer in find_reserves(problem, members, s).items():
            name, best = actors[leaver].id, loss_of(problem, members, s, leaver, comer)
            if stated.get(name, np.inf) > best + margin:
                place = f"coalitions.{c}.reserves for {name}"
                found.append(difference(place, stated.get(name), actors[comer].id))
    return found


def _compare(
    stated: Any, computed: Any, place: str, found: list[Difference], leeway: Leeway
) -> None:
    """Compare two documents value by value."""
    if isinstance(stated, dict) and isinstance(computed, dict):
        is_told = computed.get("criterion") in leeway.texts
        for key in [*computed, *(key for key in stated if key not in computed)]:
            if key in _UNSTATED or (is_told and key == "text"):
                continue
            here = f"{place}.{key}" if place else key
            if key in stated and key in computed:
                _compare(stated[key], computed[key], here, found, leeway)
            else:
                found.append(difference(here, key in stated, key in computed))
    elif isinstance(stated, list) and isinstance(computed, list):
        if len(stated) != len(computed):
            found.append(difference(place, f"{len(stated)} entries", len(computed)))
        for i, (one, other) in enumerate(zip(stated, computed, strict=False)):
            _compare(one, other, f"{place}.{i}", found, leeway)
    elif isinstance(stated, float) and isinstance(computed, float):
        more = leeway.loss if place.endswith(".loss") else 0.0
        if abs(stated - computed) > TOLERANCE + more:
            found.append(difference(place, stated, computed))
    elif isinstance(stated, str) and isinstance(computed, str):
        if not _tells_the_same(stated, computed, place):
            found.append(difference(place, stated, computed))
    elif stated != computed or type(stated) is not type(computed):
        found.append(difference(place, stated, computed))


def _tells_the_same(stated: str, computed: str, place: str) -> bool:
    """Compare texts; a fit in a reason's sentence may be rounded otherwise elsewhere."""
    if stated == computed or ".reasons." not in place:
        return stated == computed
    one, other = (
        [float(figure.replace(",", ".")) for figure in _FIGURE.findall(text)]
        for text in (stated, computed)
    )
    is_same = _FIGURE.sub("", stated) == _FIGURE.sub("", computed) and len(one) == len(other)
    return is_same and np.allclose(one, other, rtol=0, atol=0.01 + WORDS_TOLERANCE)
