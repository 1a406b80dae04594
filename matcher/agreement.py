"""Whether a proposal agrees with its season: every number, and the sentences of this version.

Numbers and codes are recomputed by `matcher.verify`, which shares nothing with what made them.
Sentences are composed anew by those who write them, and compared only where the proposal was
written by this version: texts age, proposals don't.
"""

from collections.abc import Iterator
from dataclasses import replace
from re import compile as pattern

import numpy as np

from matcher.constraints.registry import KINDS, is_off
from matcher.core.arrays import Floats, Ints
from matcher.core.changes import seats_of
from matcher.core.fits import Fits
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.core.version import this_engine
from matcher.criteria.registry import CRITERIA, weights_in_use
from matcher.embedding.reading import Reading
from matcher.explain.conflicts import find_conflicts
from matcher.explain.unplaced import explain_unplaced
from matcher.verify.case import Unchecked
from matcher.verify.criteria.registry import FORMULAS
from matcher.verify.difference import MACHINES, Difference, difference
from matcher.verify.document import check_document
from matcher.verify.rules.registry import FORMULAS as RULE_FORMULAS
from matcher.verify.rules.registry import PLACINGS
from matcher.verify.table import ReadFits
from matcher.verify.unplaced import OTHERS_FIT, RULES
from models.canonical import Json
from models.proposals import Coalition, Engine, Member, Proposal, Reserve
from models.seasons import Season
from models.text import Text

_FIGURE = pattern(r"\d[.,]\d\d+")


def verify(season: Season, document: Json, reading: Reading | None) -> tuple[Difference, ...]:
    """Compare a proposal with its season.

    Parameters
    ----------
    document : Json
        The parsed proposal.
    reading : Reading or None
        None trusts the stored relevance, and whatever only fits of words decide.

    Returns
    -------
    tuple of Difference
        Empty when the proposal agrees.
    """
    words = None if reading is None else _to_words(reading)
    found = check_document(season, document, words, find_unchecked(season))
    if found:
        return found
    proposal = Proposal.model_validate(document)
    return tuple(_check_engine(proposal.engine)) or tuple(
        _compare_sentences(season, proposal, reading)
    )


def find_unchecked(season: Season) -> Unchecked:
    """Give what installed packages add to a season without a formula for the checker.

    Its values are taken as stated, as far as they agree with themselves; whoever shows the
    answer says so.
    """
    stated = {rule.kind for rule in season.rules if not is_off(rule)}
    return Unchecked(
        criteria=frozenset(weights_in_use(season).keys() - FORMULAS.keys()),
        rules=frozenset(
            key
            for key, kind in KINDS.items()
            if key not in RULE_FORMULAS
            and key not in PLACINGS
            and (key in stated or kind.default(season) is not None)
        ),
    )


def _to_words(reading: Reading) -> ReadFits:
    """Give what was read as plain numbers."""
    offers = reading.fits.offers
    return ReadFits(
        embedding=reading.info,
        relevance=reading.relevance,
        facets=reading.fits.facets,
        offers=None if offers is None else offers.between,
    )


def _check_engine(stated: Engine | None) -> Iterator[Difference]:
    """One version of the package has one algorithm."""
    own = this_engine()
    if stated is not None and stated.version == own.version and stated != own:
        yield difference("engine.algorithm", stated.algorithm, own.algorithm)


def _compare_sentences(
    season: Season, proposal: Proposal, reading: Reading | None
) -> Iterator[Difference]:
    """Compare the sentences of a proposal whose numbers agree, if this version wrote them."""
    if proposal.engine is None or proposal.engine.version != this_engine().version:
        return
    groupings = [proposal.coalitions, *(each.coalitions for each in proposal.alternatives or ())]
    problem = problem_under(season, _fits(season, groupings, reading), proposal.settings)
    members = seats_of(problem, proposal.memberships)
    for i, (own, conflict) in enumerate(
        zip(proposal.conflicts, find_conflicts(problem, members), strict=True)
    ):
        yield from _compare(own.text, conflict.text, f"conflicts.{i}.text")
    for i, coalitions in enumerate(groupings):
        above = "" if i == 0 else f"alternatives.{i - 1}."
        for c, coalition in enumerate(coalitions):
            yield from _compare_reasons(problem, coalition, reading, f"{above}coalitions.{c}")
    yield from _compare_unplaced(problem, proposal, members, reading)


def _compare_reasons(
    problem: Problem, coalition: Coalition, reading: Reading | None, place: str
) -> Iterator[Difference]:
    """Compare what is said of each member by each criterion."""
    slot = next(slot for slot in problem.slots if slot.id == coalition.id)
    index = problem.pool.season.actor_index
    chosen = np.array([index[member.actor_id] for member in coalition.members])
    for r, reason in enumerate(coalition.members[0].reasons):
        criterion = CRITERIA[reason.criterion]
        if criterion.needs_fits and reading is None:
            continue
        texts = criterion.describe(problem.pool, slot.challenge, chosen)
        for m, (member, text) in enumerate(zip(coalition.members, texts, strict=True)):
            yield from _compare(
                member.reasons[r].text, text, f"{place}.members.{m}.reasons.{r}.text"
            )


def _compare_unplaced(
    problem: Problem, proposal: Proposal, members: tuple[Ints, ...], reading: Reading | None
) -> Iterator[Difference]:
    """Compare why actors are unplaced; which coalition was nearest, the words decide."""
    told = [Text(sv=each.reason.sv, en=each.reason.en) for each in proposal.unplaced]
    codes = [each.reason.code for each in proposal.unplaced]
    reasons = [each.reason for each in explain_unplaced(problem, members)]
    unread = set()
    if reading is None:
        needs_words = any(
            KINDS[rule.rule.kind].needs_words for slot in problem.slots for rule in slot.rules
        )
        unread = {OTHERS_FIT, RULES} if needs_words else {OTHERS_FIT}
    meant = [
        Text(sv=reason.sv, en=reason.en) if reason.code == code and code not in unread else None
        for reason, code in zip(reasons, codes, strict=True)
    ]
    for u, (one, other) in enumerate(zip(told, meant, strict=True)):
        if other is not None:
            yield from _compare(one, other, f"unplaced.{u}.reason")


def _fits(season: Season, groupings: list[tuple[Coalition, ...]], reading: Reading | None) -> Fits:
    """Lay the stored relevance over what was read."""
    shape = (len(season.actors), len(season.challenges))
    read = Fits(np.zeros(shape)) if reading is None else reading.fits
    relevance: Floats = read.relevance.copy()
    for coalition in (each for coalitions in groupings for each in coalitions):
        column = season.challenge_index[coalition.challenge_id]
        entries: tuple[Member | Reserve, ...] = (*coalition.members, *coalition.reserves)
        for entry in entries:
            relevance[season.actor_index[entry.actor_id], column] = entry.relevance
    return replace(read, relevance=relevance)


def _compare(stated: Text, computed: Text, place: str) -> Iterator[Difference]:
    """Compare sentences; a fit in one may be rounded otherwise on another machine."""
    for language in ("sv", "en"):
        one, other = getattr(stated, language), getattr(computed, language)
        if one != other and not _differ_as_machines_do(one, other):
            yield difference(f"{place}.{language}", one, other)


def _differ_as_machines_do(one: str, other: str) -> bool:
    """Say whether two sentences are the same but for figures that are nearly the same."""
    ours, theirs = (
        [float(figure.replace(",", ".")) for figure in _FIGURE.findall(text)]
        for text in (one, other)
    )
    is_same = _FIGURE.sub("", one) == _FIGURE.sub("", other) and len(ours) == len(theirs)
    return is_same and bool(np.allclose(ours, theirs, rtol=0, atol=0.01 + MACHINES))
