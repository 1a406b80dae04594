"""The season as everybody may see it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.http.asking import ask
from api.http.examples import SEASON
from api.http.preview import Preview, preview_of
from api.http.responses import answers
from api.http.schemas import ActorView, ChallengeView, LanguageQuery, SeasonView, TieView
from api.use_cases.read_season import READ_SEASON, Nothing
from models.challenges import Challenge
from models.viewers import PUBLIC, SeenActor

router = APIRouter(tags=["season"])


@router.get(
    "/season", operation_id="readSeason", responses=answers({200: SEASON}, "invalid_request")
)
async def read_season(
    query: Annotated[LanguageQuery, Query()],
    preview: Annotated[Preview, Depends(preview_of)],
) -> SeasonView:
    """Read the season: its challenges, visible actors and the ties between these.

    Left out: email addresses, columns that are the organiser's own, coordinates, wishes,
    every actor that chose not to be visible, and, in the others' own words, its name,
    addresses and telephone numbers.
    """
    season = ask(READ_SEASON, preview.call(PUBLIC), Nothing())
    return SeasonView(
        name=season.name,
        year=season.year,
        country=season.country,
        challenges=tuple(map(_show_challenge, season.challenges)),
        actors=tuple(map(_show_actor, season.actors)),
        ties=tuple(
            TieView(actor_a=tie.actor_a, actor_b=tie.actor_b, kind=tie.kind, since=tie.since)
            for tie in season.ties
        ),
    )


def _show_challenge(challenge: Challenge) -> ChallengeView:
    """Give the public view of a challenge."""
    return ChallengeView(
        id=challenge.id,
        title=challenge.title,
        description=challenge.description,
        scope=challenge.scope,
        place=challenge.place.name if challenge.place else None,
        radius_km=challenge.radius_km,
        min_size=challenge.min_size,
        max_size=challenge.max_size,
        size=challenge.size,
        coalitions=challenge.coalitions,
        facets=challenge.facets,
    )


def _show_actor(actor: SeenActor) -> ActorView:
    """Give the public view of an actor."""
    return ActorView(
        id=actor.id,
        name=actor.name,
        sector=actor.sector,
        place=actor.place,
        municipality=actor.municipality,
        county=actor.county,
        country=actor.country,
        description=actor.description,
        offers=actor.offers,
        seeks=actor.seeks,
        languages=actor.languages,
    )
