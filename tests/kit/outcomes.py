"""Builders of proposals and answers after the meetings, without any solving."""

from collections.abc import Mapping, Sequence

from models.outcomes import Answer
from models.proposals import (
    Certificate,
    Coalition,
    EmbeddingInfo,
    EndedBy,
    Member,
    Proposal,
    Settings,
    Status,
    Unplaced,
    UnplacedReason,
)
from models.seasons import Season


def make_proposal(
    season: Season,
    coalitions: Mapping[str, Sequence[str]],
    unplaced: Mapping[str, str] | None = None,
    relevance: float = 0.5,
) -> Proposal:
    """Give a proposal with these members; new contacts are counted pair by pair."""
    actors = {actor.id: actor for actor in season.actors}
    ties = {frozenset((tie.actor_a, tie.actor_b)) for tie in season.ties}

    def contacts(own: str, members: Sequence[str]) -> int:
        return sum(
            actors[own].sector is not actors[other].sector and frozenset((own, other)) not in ties
            for other in members
            if other != own
        )

    return Proposal(
        season=season.name,
        seed=1,
        input_sha256="0",
        content_sha256=f"of {season.name}",
        settings=Settings(
            weights={"relevance": 1.0}, balance=0.5, effort="quick", time_limit_s=60, seed=1
        ),
        embedding=EmbeddingInfo(model="given", fingerprint="0", dim=4),
        coalitions=tuple(
            Coalition(
                id=id_,
                challenge_id=id_.split("/")[0],
                size=len(members),
                total=0.5,
                scores={"relevance": relevance},
                members=tuple(
                    Member(
                        actor_id=own,
                        name=actors[own].name,
                        sector=actors[own].sector,
                        place=actors[own].place.name,
                        county=actors[own].place.county,
                        relevance=relevance,
                        new_contacts=contacts(own, members),
                        reasons=(),
                    )
                    for own in sorted(members)
                ),
            )
            for id_, members in coalitions.items()
        ),
        unplaced=tuple(
            Unplaced(actor_id=id_, reason=UnplacedReason(code=code, sv="–", en="–"))
            for id_, code in (unplaced or {}).items()
        ),
        certificate=Certificate(
            objective=0.5,
            bound=0.5,
            gap=0.0,
            status=Status.OPTIMAL,
            ended_by=EndedBy.OPTIMAL,
            solver="HiGHS 1",
        ),
    )


def answer(coalition: str, actor_id: str, **fields: object) -> Answer:
    """Give an answer to every question, and to others than those given the plain one."""
    given: dict[str, object] = {
        "coalition": coalition,
        "actor_id": actor_id,
        "widened": True,
        "new_contacts": 2,
        "sectors": ("public",),
        "will_collaborate": False,
    }
    return Answer.model_validate(given | fields)
