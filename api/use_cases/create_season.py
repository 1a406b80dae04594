"""Begin a season in the store, empty."""

from typing import Any

from api.use_cases.call import Call
from api.use_cases.slugs import choose_slug
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_seasons import SeasonContent
from models.seasons import Season
from models.text import Text


class NewSeason(Frozen):
    """What a season is called, and those of its settings that are given."""

    slug: str | None = None
    settings: dict[str, Any]


class SeasonSummary(Frozen):
    """A season's own values, and how many of each kind of thing it has."""

    values: dict[str, Any]


def create_season(call: Call, given: NewSeason) -> SeasonSummary:
    """Keep a season without actors, which its maker owns.

    Raises
    ------
    InputError
        With every fault of its settings.
    BadRequest
        `slug_unfit`.
    WrongState
        `season_exists`.
    """
    settings = call.reader.read_settings(given.settings)
    season = Season(**settings, challenges=(), actors=())
    slug = choose_slug(given.slug, season.name)
    store = call.store
    kept = store.seasons.add(slug, SeasonContent(season=season), call.caller.account)
    place = store.seasons.locate(kept.slug, call.caller)
    assert place is not None
    return SeasonSummary(values=store.seasons.summarise(place.id))


CREATE_SEASON = UseCase(
    action="season.create",
    input=NewSeason,
    run=create_season,
    title=Text(sv="Börja en säsong", en="Begin a season"),
    description=Text(
        sv="Skapar en tom säsong som den som frågar äger.",
        en="Makes an empty season that whoever asks owns.",
    ),
    reach=Reach.CHANGE,
    right="season.create",
    event="season_created",
)
