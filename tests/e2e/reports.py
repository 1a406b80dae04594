"""The reports that the browser opens."""

from functools import lru_cache
from pathlib import Path

import numpy as np

from api.documents.report.render import render_report
from data.files.reading import read_season
from data.samples import __path__ as samples
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from matcher.propose import propose
from models.challenges import Challenge
from models.ports.progress import Silence
from models.proposals import EmbeddingInfo, Proposal
from models.seasons import Effort, Season
from models.text import Language
from tests.kit.report_seasons import make_actor, make_regional, propose_for

DEMO = Path(samples[0]) / "demo"


@lru_cache(maxsize=1)
def demo() -> tuple[Season, Proposal]:
    """Give the demo season, proposed with relevance drawn once instead of read."""
    season = read_season(DEMO, check_rule=check_rule, criteria=CRITERIA).season
    return season, _propose(season)


@lru_cache(maxsize=1)
def relaxed() -> tuple[Season, Proposal]:
    """Give a season whose sector floor gives way."""
    season = make_regional()
    proposal = propose_for(season)
    assert proposal.conflicts
    return season, proposal


@lru_cache(maxsize=1)
def large() -> tuple[Season, Proposal]:
    """Give the largest season that the page to send is made for: 8 coalitions of 18."""
    names = ("Länsstyrelsen i {} län, enhet {}", "Föreningen för {}s framtid, krets {}")
    actors = tuple(
        make_actor(i, name=names[i % 2].format(("Västernorrland", "Örebro", "Skåne")[i % 3], i))
        for i in range(150)
    )
    challenges = tuple(
        Challenge(
            id=f"c{i}",
            title=f"Hur håller vi ihop hela landet, del {i}?",
            min_size=12,
            max_size=18,
            areas=21,
            reference_km=380.16,
        )
        for i in range(8)
    )
    season = Season(name="Våren 2027", actors=actors, challenges=challenges)
    return season, _propose(season)


SEASONS = {"demo": demo, "relaxed": relaxed, "large": large}


def write(name: str, language: Language) -> str:
    """Write the report of one of the seasons; `edited` is the relaxed one with a member less."""
    if name == "edited":
        season, before = relaxed()
        (coalition,) = before.coalitions
        fewer = coalition.evolve(members=coalition.members[1:])
        after = before.evolve(coalitions=(fewer,), conflicts=())
        return render_report(season, after, language, before)
    return render_report(*SEASONS[name](), language)


def _propose(season: Season) -> Proposal:
    shape = (len(season.actors), len(season.challenges))
    relevance = np.round(0.1 + 0.8 * np.random.default_rng(3).random(shape), 6)
    vectors = np.zeros((shape[0], 4), dtype=np.float32)
    info = EmbeddingInfo(model="given", fingerprint="0", dim=4)
    options = Options(effort=Effort.QUICK, is_reproducible=True)
    return propose(season, Reading(Fits(relevance), vectors, info), options, Silence())
