"""From members to a full proposal: everything but the bound follows from the members."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.certifying import certify, gap_of
from matcher.core.problem import Problem, Slot
from matcher.core.version import this_engine
from matcher.criteria.criterion import measure_members
from matcher.criteria.registry import CRITERIA
from matcher.explain.conflicts import find_conflicts, penalties_of
from matcher.explain.reserves import find_reserves, loss_of, totals_of
from matcher.explain.unplaced import explain_unplaced
from models.canonical import DECIMALS, hash_canonical, round_number
from models.proposals import (
    Certificate,
    Coalition,
    EmbeddingInfo,
    EndedBy,
    Member,
    Proposal,
    Reserve,
    Settings,
    Status,
    is_proven,
)
from models.scores import Reason
from models.seasons import Season

Reserves = dict[int, dict[int, int]]
"""By slot and member, the actor who would take the seat."""


def hash_input(season: Season, settings: Settings) -> str:
    """SHA-256 of the validated season with its effective settings."""
    return hash_canonical(
        {
            "season": season.model_dump(mode="json"),
            "settings": settings.model_dump(mode="json", by_alias=True),
        }
    )


def compose(
    problem: Problem,
    settings: Settings,
    embedding: EmbeddingInfo,
    members: tuple[Ints, ...],
    *,
    bound: float,
    ended_by: EndedBy,
    solver: str,
    reserves: Reserves | None = None,
) -> Proposal:
    """Write the proposal that members make; dates, seconds and its own hash are left out.

    Parameters
    ----------
    members : tuple of (n,) int arrays
        Sorted, by slot; empty where the coalition is not formed.
    bound : float
        Proven upper bound of F.
    reserves : Reserves, optional
        Stated reserves, of which only the losses are computed; else the best are found.

    Raises
    ------
    SolverFailure
        `bound_below_objective` where the bound lies below what the members are worth.
    """
    season = problem.pool.season
    conflicts = find_conflicts(problem, members)
    worth = problem.objective(list(totals_of(problem, members).values()))
    objective = round_number(worth)
    bound = certify(objective, _round_up(certify(worth, bound)))
    is_best = is_proven(objective, bound)
    status = Status.OPTIMAL if is_best else Status.FEASIBLE
    found = reserves if reserves is not None else _all_reserves(problem, members)
    return Proposal(
        season=season.name,
        seed=settings.seed,
        input_sha256=hash_input(season, settings),
        engine=this_engine(),
        settings=settings,
        embedding=embedding,
        coalitions=tuple(
            _coalition(problem, s, members, found.get(s, {}))
            for s, chosen in enumerate(members)
            if len(chosen)
        ),
        unplaced=explain_unplaced(problem, members),
        certificate=Certificate(
            objective=objective,
            bound=bound,
            gap=round_number(gap_of(objective, bound)),
            status=Status.RELAXED if conflicts else status,
            ended_by=EndedBy.OPTIMAL if is_best else ended_by,
            solver=solver,
        ),
        conflicts=conflicts,
    )


def _all_reserves(problem: Problem, members: tuple[Ints, ...]) -> Reserves:
    return {
        s: find_reserves(problem, members, s) for s, chosen in enumerate(members) if len(chosen)
    }


def _round_up(value: float) -> float:
    scale = 10.0**DECIMALS
    nearest = round_number(value)
    return nearest if nearest >= value - 1e-12 else round_number(np.ceil(value * scale) / scale)


def _coalition(
    problem: Problem, s: int, members: tuple[Ints, ...], reserves: dict[int, int]
) -> Coalition:
    slot, chosen = problem.slots[s], members[s]
    column = _relevance(problem, slot)
    actors = problem.pool.season.actors
    return Coalition(
        id=slot.id,
        challenge_id=slot.challenge.id,
        size=len(chosen),
        total=round_number(problem.total(slot, chosen)),
        scores={key: round_number(v) for key, v in problem.scores(slot, chosen).items()},
        members=_members(problem, slot, chosen),
        penalties=tuple(penalties_of(problem, slot, chosen)),
        reserves=tuple(
            Reserve(
                actor_id=actors[comer].id,
                for_=actors[leaver].id,
                loss=round_number(loss_of(problem, members, s, leaver, comer)),
                relevance=round_number(column[comer]),
            )
            for leaver, comer in sorted(reserves.items())
        ),
    )


def _relevance(problem: Problem, slot: Slot) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    column = problem.pool.season.challenge_index[slot.challenge.id]
    relevance: np.ndarray[tuple[int], np.dtype[np.float64]] = problem.pool.relevance[:, column]
    return relevance


def _members(problem: Problem, slot: Slot, chosen: Ints) -> tuple[Member, ...]:
    pool, n = problem.pool, len(chosen)
    weight = sum(problem.weights.values())
    values = {key: measure_members(terms, chosen) for key, terms in slot.terms.items()}
    texts = {key: CRITERIA[key].describe(pool, slot.challenge, chosen) for key in slot.terms}
    contacts = pool.is_new(chosen, chosen).sum(axis=1)
    column = _relevance(problem, slot)
    members = []
    for i, a in enumerate(chosen.tolist()):
        actor = pool.season.actors[a]
        members.append(
            Member(
                actor_id=actor.id,
                name=actor.name,
                sector=actor.sector,
                place=actor.place.name,
                county=actor.place.county,
                relevance=round_number(column[a]),
                new_contacts=int(contacts[i]),
                reasons=tuple(
                    Reason(
                        criterion=key,
                        value=round_number(values[key][i]),
                        contribution=round_number(
                            problem.weights[key] * values[key][i] / (n * weight)
                        ),
                        text=texts[key][i],
                    )
                    for key in slot.terms
                ),
            )
        )
    return tuple(members)
