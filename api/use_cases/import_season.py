"""Take a season's files into the store."""

from pydantic import ValidationError

from api.use_cases.call import Call
from api.use_cases.slugs import choose_slug
from api.use_cases.use_case import UseCase
from models.errors import NotFound, WrongState
from models.frozen import Frozen
from models.imports import ImportPlan
from models.kept_seasons import KeptSeason, SeasonContent
from models.merging import Decision, MergePlan, merge
from models.seasons import Season
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
    decide : Decision or None
        Which holds where the files and somebody's hand both changed a thing.
    """

    slug: str | None = None
    is_preview: bool = False
    decide: Decision | None = None


def import_season(call: Call, given: Import) -> ImportPlan:
    """Bring the season at hand into the store; what was changed there by hand stays.

    A season that stays as it is keeps its version.

    Raises
    ------
    BadRequest
        `slug_unfit`.
    WrongState
        `decisions_needed`; `import_unfit`; `season_moved`: somebody else changed the season at
        the same moment.
    """
    content, store = call.content, call.store
    slug = choose_slug(given.slug, content.season.name)
    kept = store.seasons.find(slug)
    if kept is None:
        plan, _ = merge(None, NOTHING, content, {})
        if not given.is_preview:
            store.seasons.add(slug, content)
            _keep_base(call, slug, content)
        return ImportPlan.of(slug, plan, is_new=True, is_same=False, version=1)
    plan, merged = _merge(call, kept, given)
    if plan.conflicts and not given.is_preview:
        raise WrongState("decisions_needed", rows=", ".join(plan.conflicts[:10]))
    is_same = merged == kept.content and not plan.conflicts
    if not given.is_preview:
        if not is_same:
            store.seasons.replace(slug, kept.version, merged)
        _keep_base(call, slug, content)
    version = kept.version + (not is_same)
    return ImportPlan.of(slug, plan, is_new=False, is_same=is_same, version=version)


def _merge(call: Call, kept: KeptSeason, given: Import) -> tuple[MergePlan, SeasonContent]:
    """Merge the files into a season, with every decision made alike where one is made."""
    base = call.store.imports.find_base(_id_of(call, kept.slug))
    try:
        found = merge(base, kept.content, call.content, {})
        if given.decide is None or not found[0].conflicts:
            return found
        decided = dict.fromkeys(found[0].conflicts, given.decide)
        return merge(base, kept.content, call.content, decided)
    except ValidationError as error:
        raise WrongState("import_unfit", reason=error.errors()[0]["msg"]) from error


def _keep_base(call: Call, slug: str, content: SeasonContent) -> None:
    """Keep what files brought, to tell next time what changed since."""
    call.store.imports.add_applied(_id_of(call, slug), content, call.caller.name)


def _id_of(call: Call, slug: str) -> str:
    place = call.store.seasons.locate(slug, call.caller)
    if place is None:
        raise NotFound("not_found")
    return place.id


NOTHING = SeasonContent(season=Season(name="-", challenges=(), actors=()))

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
