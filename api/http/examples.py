"""Examples of the OpenAPI document, made of the vocabulary so that they stay true."""

from typing import Any

from pydantic import BaseModel

from api.errors import InvalidRequest
from api.http.faults import fault_at
from api.http.runs import KEPT, WAITING
from models.errors import (
    BadRequest,
    Busy,
    KoalitionError,
    ModelMissing,
    NotAllowed,
    NotDone,
    NotFound,
)
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
from models.scores import CoalitionScore, Reason, ScoreSheet
from models.sectors import Sector
from models.suggestions import Ranked, Suggestion, SuggestionReason
from models.text import Text

RUN_ID = "9f2c4b1a6d3e5f70"
RUN = f"/api/v1/runs/{RUN_ID}"
CHALLENGE = "ungas-kraft"


def _dump(value: BaseModel) -> Any:
    """Give a vocabulary object as JSON types."""
    return value.model_dump(mode="json", by_alias=True)


LIVE = {"status": "live"}
READY = {"status": "ready"}

RUN_QUEUED = {"id": RUN_ID, "state": "queued", "progress": 0.0, "gap": None, "error": None}
RUN_RUNNING = {**RUN_QUEUED, "state": "running", "progress": 0.8, "gap": 0.0021}
RUN_DONE = {**RUN_QUEUED, "state": "done", "progress": 1.0, "gap": 0.000378}
CANCELLING = {**RUN_RUNNING, "progress": 0.2, "gap": None}
RUN_REQUEST = {
    "as the season says": {"value": {}},
    "one challenge, more work": {
        "value": {"challenge": CHALLENGE, "seed": 7, "effort": "thorough"}
    },
}

SEASON = {
    "name": "Hösten 2026",
    "year": 2026,
    "country": "SE",
    "challenges": [
        {
            "id": CHALLENGE,
            "title": "Hur tar vi vara på ungas kraft?",
            "description": "Unga har kunskap och idéer som få efterfrågar.",
            "scope": "national",
            "place": None,
            "radius_km": None,
            "min_size": 12,
            "max_size": 18,
            "size": None,
            "coalitions": 1,
            "facets": [],
        }
    ],
    "actors": [
        {
            "id": "a17",
            "name": "Karlshamns kommun",
            "sector": "public",
            "place": "Karlshamn",
            "municipality": "Karlshamn",
            "county": "Blekinge län",
            "country": "SE",
            "description": "Vi prövar nya vägar in i arbetslivet.",
            "offers": "lokaler",
            "seeks": "handledare",
            "languages": ["sv"],
        }
    ],
    "ties": [{"actor_a": "a17", "actor_b": "a40", "kind": "know", "since": 2024}],
}

SUGGESTIONS = [
    _dump(
        Suggestion(
            actor_id="a40",
            name="Lunds universitet",
            score=0.895333,
            sector=Sector.ACADEMIA,
            place="Lund",
            distance_km=101.4,
            known=False,
            reasons=(
                SuggestionReason(
                    criterion="kinship",
                    value=0.81,
                    text=Text(
                        sv="Era ord handlar om närliggande saker (0,81 av 1).",
                        en="Your words are about kindred things (0.81 of 1).",
                    ),
                ),
                SuggestionReason(
                    criterion="offers",
                    value=0.92,
                    text=Text(
                        sv="De erbjuder sådant som ni söker (0,92 av 1) – de: ”handledare”.",
                        en="They offer what you seek (0.92 of 1) – they: “handledare”.",
                    ),
                ),
                SuggestionReason(
                    criterion="sector",
                    value=1.0,
                    text=Text(
                        sv="Från en annan sektor: akademi.", en="From another sector: academia."
                    ),
                ),
                SuggestionReason(
                    criterion="novelty",
                    value=1.0,
                    text=Text(
                        sv="Ni känner inte varandra än.", en="You do not know each other yet."
                    ),
                ),
                SuggestionReason(
                    criterion="path",
                    value=0.5,
                    text=Text(sv="Ni känner båda Kulturhuset.", en="You both know Kulturhuset."),
                ),
            ),
        )
    )
]
RANKING = [
    _dump(Ranked(actor_id="a17", relevance=0.83, rank=1)),
    _dump(Ranked(actor_id="a40", relevance=0.79, rank=2)),
]

SCORE_REQUEST = {
    "two members": {
        "value": {
            "coalitions": [
                {"id": f"{CHALLENGE}/1", "challenge_id": CHALLENGE, "members": ["a17", "a40"]}
            ]
        }
    }
}
_VALUES = {"relevance": 0.8, "sector_diversity": 0.99, "geographic_spread": 0.74, "novelty": 0.97}
SCORES = _dump(
    ScoreSheet(
        coalitions=(
            CoalitionScore(
                id=f"{CHALLENGE}/1", challenge_id=CHALLENGE, size=18, scores=_VALUES, total=0.881667
            ),
        ),
        objective=0.881667,
    )
)

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
PROPOSAL = _dump(
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
                scores=_VALUES,
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

ERRORS: dict[str, tuple[KoalitionError, str]] = {
    error.code: (error, instance)
    for error, instance in (
        (BadRequest("foreign_host"), RUN),
        (NotAllowed("cross_site"), RUN),
        (KoalitionError("internal_error"), RUN),
        (NotFound("run_not_found", name=RUN_ID, kept=KEPT), RUN),
        (NotFound("actor_not_found", name="a18", known="a17"), "/api/v1/actors/a18/suggestions"),
        (
            NotFound("challenge_not_found", name="ungas", known=CHALLENGE),
            "/api/v1/challenges/ungas/ranking",
        ),
        (NotDone("run_not_done", address=RUN), f"{RUN}/proposal"),
        (NotDone("run_failed", address=RUN), f"{RUN}/proposal"),
        (NotDone("run_cancelled", address=RUN), f"{RUN}/proposal"),
        (Busy("queue_full", count=WAITING), "/api/v1/runs"),
        (Busy("server_stopping"), "/api/v1/health/ready"),
        (ModelMissing("model_not_found", name="a-model"), "/api/v1/scores"),
        (InvalidRequest((fault_at("query", "x", "1", "key_unknown"),)), "/api/v1/season"),
    )
}
"""One error of each kind that an address may answer with, and where."""
