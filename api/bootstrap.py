"""The composition root: joins reading, words and engine."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import InstallationSettings
from data.files.reading import SeasonFile, read_season
from models.people import People
from models.ports.progress import Progress, Silence
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.core.fits import Fits
    from matcher.embedding.cache import CachedEmbedder
    from matcher.embedding.partners import Partners
    from matcher.embedding.reading import Reading
    from models.facets import ProposedFacets
    from models.idea_maps import Idea, IdeaMap
    from models.scores import CoalitionMembers


def open_season(folder: Path) -> SeasonFile:
    """Read a season's folder with the rules and criteria that this version has."""
    from matcher.constraints.registry import check_rule
    from matcher.criteria.registry import CRITERIA

    return read_season(folder, check_rule=check_rule, criteria=CRITERIA)


def open_embedder(settings: InstallationSettings) -> "CachedEmbedder":
    """Open the model that the settings name, with its vectors cached.

    Nothing heavy is loaded here; a run whose vectors are all cached never needs torch.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    """
    from data.store.vectors import SqliteVectors
    from matcher.embedding.cache import CachedEmbedder
    from matcher.embedding.factory import open_model

    model = open_model(settings.embedding_model, settings.cache_dir)
    return CachedEmbedder(model, SqliteVectors(settings.cache_dir, model.fingerprint, model.model))


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
    people: People,
    settings: InstallationSettings,
    progress: Progress,
    challenge_id: str | None = None,
    count: int | None = None,
) -> "tuple[ProposedFacets, ...]":
    """Propose facets for a challenge, or for all of them, with the model of the settings."""
    from matcher.facets.proposing import propose_facets

    embedder = open_embedder(settings)
    return propose_facets(season, people, embedder, progress, challenge_id, count)


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
