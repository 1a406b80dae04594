"""The composition root: an installation joins settings, files, words and use cases."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import InstallationSettings
from api.use_cases.call import Call, Words
from api.words import InstalledWords
from data.files.reading import SeasonFile, read_season
from models.ports.progress import Progress, Silence
from models.ports.unit_of_work import UnitOfWork
from models.seasons import Season

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.core.fits import Fits
    from matcher.embedding.cache import CachedEmbedder
    from matcher.embedding.partners import Partners
    from matcher.embedding.reading import Reading
    from models.facets import ProposedFacets
    from models.idea_maps import Idea, IdeaMap
    from models.scores import CoalitionMembers


class Installation:
    """What every edge works in: made once, from the environment or from given settings.

    Parameters
    ----------
    settings : InstallationSettings, optional
        Those of the environment where they are left out.
    words : Words, optional
        Who reads words; the model that the settings name where it is left out.
    """

    def __init__(
        self, settings: InstallationSettings | None = None, words: Words | None = None
    ) -> None:
        self._settings = settings
        self.words: Words = words or InstalledWords(self.open_embedder)

    @cached_property
    def settings(self) -> InstallationSettings:
        """Those that were given, or else those of the environment, read at the first need."""
        return self._settings or InstallationSettings()

    def open_season(self, folder: Path) -> SeasonFile:
        """Read a season's folder with the rules and criteria that this version has."""
        from matcher.constraints.registry import check_rule
        from matcher.criteria.registry import CRITERIA

        return read_season(folder, check_rule=check_rule, criteria=CRITERIA)

    def open_embedder(self) -> "CachedEmbedder":
        """Open the model that the settings name, with its vectors cached."""
        from matcher.embedding.factory import make_embedder

        return make_embedder(self.settings.embedding_model, self.settings.cache_dir)

    def call(self, work: UnitOfWork, progress: Progress) -> Call:
        """Make ready for a use case about a season."""
        return Call(work, self.words, progress)


def open_season(folder: Path) -> SeasonFile:
    """Read a season's folder with the rules and criteria that this version has."""
    from matcher.constraints.registry import check_rule
    from matcher.criteria.registry import CRITERIA

    return read_season(folder, check_rule=check_rule, criteria=CRITERIA)


def open_embedder(settings: InstallationSettings) -> "CachedEmbedder":
    """Open the model that the settings name, with its vectors cached."""
    from matcher.embedding.factory import make_embedder

    return make_embedder(settings.embedding_model, settings.cache_dir)


def read_season_words(
    season: Season,
    settings: InstallationSettings,
    progress: Progress,
    *,
    with_offers: bool = True,
) -> "Reading":
    """Read the words of a season with the model that the settings name."""
    from matcher.embedding.reading import read_words

    embedder = open_embedder(settings)
    return read_words(season, embedder, progress, with_offers=with_offers)


def read_partner_words(
    season: Season, settings: InstallationSettings, progress: Progress
) -> "Partners":
    """Read only what partner suggestions need of a season's words, which is quicker."""
    from matcher.embedding.reading import read_partners

    embedder = open_embedder(settings)
    return read_partners(season, embedder, progress)


def propose_season_facets(
    season: Season,
    settings: InstallationSettings,
    progress: Progress,
    challenge_id: str | None = None,
    count: int | None = None,
) -> "tuple[ProposedFacets, ...]":
    """Propose facets for a challenge, or for all of them, with the model of the settings."""
    from matcher.facets.proposing import propose_facets

    embedder = open_embedder(settings)
    return propose_facets(season, embedder, progress, challenge_id, count)


def draw_coalition_ideas(
    season: Season,
    coalition: "CoalitionMembers",
    ideas: "Sequence[Idea]",
    settings: InstallationSettings,
    progress: Progress,
) -> "IdeaMap":
    """Map the ideas and needs of a coalition with the model that the settings name."""
    from matcher.ideas.compose import draw_idea_map

    embedder = open_embedder(settings)
    return draw_idea_map(season, coalition, ideas, embedder, progress)


def read_known_fits(season: Season, settings: InstallationSettings) -> "Fits | None":
    """Give the fits that rules need, where every word has been read before.

    Neither loads a model nor reads any words; None where no rule needs them, or some of
    them are unknown.
    """
    from matcher.check import needs_words

    if not needs_words(season):
        return None
    from matcher.embedding.reading import has_been_read, read_words

    embedder = open_embedder(settings)
    if not has_been_read(season, embedder):
        return None
    return read_words(season, embedder, Silence()).fits
