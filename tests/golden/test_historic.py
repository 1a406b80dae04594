"""The first coalition of 2020 has the figures that the contract states."""

from pathlib import Path

import numpy as np
import pytest

from data.files.members import read_members
from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from matcher.scoring import score_coalitions
from models.proposals import EmbeddingInfo

FOLDER = Path(__file__).parents[2] / "data" / "samples" / "historic"


def test_sector_diversity_and_geographic_spread() -> None:
    season = read_season(FOLDER, check_rule=check_rule, criteria=CRITERIA).season
    words = Reading(
        Fits(np.zeros((18, 1))),
        np.zeros((18, 1), np.float32),
        EmbeddingInfo(model="", fingerprint="", dim=1),
    )
    sheet = score_coalitions(season, words, read_members(FOLDER / "members.csv", season).coalitions)
    scores = sheet.coalitions[0].scores
    assert scores["sector_diversity"] == pytest.approx(0.950, abs=5e-4)
    assert scores["geographic_spread"] == pytest.approx(0.716, abs=5e-4)
    assert sheet.coalitions[0].violations == ()
