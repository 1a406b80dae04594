"""A proposal's document."""

from typing import Any

from pydantic import BaseModel

from models.proposals import (
    Certificate,
    Coalition,
    EmbeddingInfo,
    EndedBy,
    Engine,
    Member,
    Proposal,
    Reserve,
    Settings,
    Status,
    Unplaced,
    UnplacedReason,
)
from models.scores import Reason
from models.sectors import Sector
from models.text import Text

CHALLENGE = "ungas-kraft"
VALUES = {"relevance": 0.8, "sector_diversity": 0.99, "geographic_spread": 0.74, "novelty": 0.97}


def as_example(value: BaseModel) -> Any:
    """Give a vocabulary object as JSON types."""
    return value.model_dump(mode="json", by_alias=True)


_MEMBER = Member(
    actor_id="a17",
    name="Karlshamns kommun",
    sector=Sector.PUBLIC,
    place="Karlshamn",
    county="Blekinge län",
    relevance=0.83,
    new_contacts=13,
    reasons=(
        Reason(
            criterion="relevance",
            value=0.83,
            contribution=0.01537,
            text=Text(sv="Relevans 0,83.", en="Relevance 0.83."),
        ),
    ),
)
PROPOSAL = as_example(
    Proposal(
        season="Hösten 2026",
        created_at="2026-11-23T20:00:00Z",
        seed=1,
        input_sha256="0" * 64,
        content_sha256="0" * 64,
        engine=Engine(version="1.0.0", algorithm=2),
        settings=Settings(
            weights={
                "relevance": 1.0,
                "sector_diversity": 1.0,
                "geographic_spread": 0.5,
                "novelty": 0.5,
            },
            balance=0.5,
            effort="normal",
            time_limit_s=600,
            seed=1,
        ),
        embedding=EmbeddingInfo(model="a model", fingerprint="0" * 64, dim=384),
        coalitions=(
            Coalition(
                id=f"{CHALLENGE}/1",
                challenge_id=CHALLENGE,
                size=1,
                total=0.881667,
                scores=VALUES,
                members=(_MEMBER,),
                reserves=(Reserve(actor_id="a40", for_="a17", loss=0.004, relevance=0.79),),
            ),
        ),
        unplaced=(
            Unplaced(
                actor_id="a99",
                reason=UnplacedReason.of(
                    "unplaced_no_capacity",
                    Text(
                        sv="Kapaciteten är 0 den här säsongen.", en="Its capacity is 0 this season."
                    ),
                ),
            ),
        ),
        certificate=Certificate(
            objective=0.881667,
            bound=0.882,
            gap=0.000378,
            status=Status.FEASIBLE,
            ended_by=EndedBy.WORK,
            solver="HiGHS 1.16",
            seconds=9.1,
        ),
    )
)
