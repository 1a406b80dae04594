"""A season's folder in a database in memory, for its organiser alone, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.app import installation
from models.callers import LOCAL
from models.kept_seasons import KeptSeason, SeasonContent

if TYPE_CHECKING:
    from api.service import Service


def keep_alone(service: "Service", content: SeasonContent) -> KeptSeason:
    """Take a season in, frozen, so that it can be edited and run at once; give it as kept."""
    from api.use_cases.slugs import choose_slug

    with service.changing() as store:
        kept = store.seasons.add(choose_slug(None, content.season.name), content)
        for event in ("open", "freeze"):
            place = store.seasons.locate(kept.slug, LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
    return kept


def write_back(service: "Service", kept: KeptSeason, folder: Path) -> bool:
    """Write the season into its folder where it is another now; say whether it was."""
    from data.files.exports import write_over

    with service.reading() as store:
        now = store.seasons.get(kept.slug)
    if now.content == kept.content:
        return False
    write_over(folder, now.content, installation().open_season)
    return True
