"""Take a season's files into the store."""

from api.use_cases.call import Call
from api.use_cases.slugs import choose_slug
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.imports import ImportPlan, plan_import
from models.text import Text


class Import(Frozen):
    """What the season at hand is to be called, and whether its import is only shown.

    Attributes
    ----------
    slug : str or None
        What the season is to be called: small letters and digits, with hyphens between; made
        of its name where it is left out.
    is_preview : bool
        Only say what would change.
    """

    slug: str | None = None
    is_preview: bool = False


def import_season(call: Call, given: Import) -> ImportPlan:
    """Keep the season at hand in the store, in the place of what stood there under its slug.

    A season that stays as it is keeps its version.

    Raises
    ------
    BadRequest
        `slug_unfit`.
    WrongState
        `season_moved`: somebody else changed the season at the same moment.
    """
    content = call.content
    slug = choose_slug(given.slug, content.season.name)
    kept = call.store.seasons.find(slug)
    plan = plan_import(slug, kept.content if kept else None, content)
    if kept is None:
        if not given.is_preview:
            call.store.seasons.add(slug, content)
        return plan
    if plan.is_same:
        return plan.evolve(version=kept.version)
    if not given.is_preview:
        call.store.seasons.replace(slug, kept.version, content)
    return plan.evolve(version=kept.version + 1)


IMPORT_SEASON = UseCase(
    action="season.import",
    input=Import,
    run=import_season,
    title=Text(sv="Importera en säsong", en="Import a season"),
    description=Text(
        sv="Tar in säsongens filer i databasen och säger vad som ändras.",
        en="Takes a season's files into the database, and says what changes.",
    ),
)
