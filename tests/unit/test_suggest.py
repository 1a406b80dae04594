"""Suggestions name new, visible partners and say why."""

import numpy as np
import pytest

from matcher.embedding.reading import Reading
from matcher.fits import Fits
from matcher.suggest import suggest_partners
from models.actors import Actor
from models.challenges import Challenge
from models.errors import NotFound
from models.places import Place
from models.proposals import EmbeddingInfo
from models.seasons import Season
from models.sectors import Sector
from models.ties import Tie

HERE = Place(name="Lund", municipality="Lund", county="Skåne", lat=55.7, lon=13.2)
FAR = Place(name="Umeå", municipality="Umeå", county="Västerbotten", lat=63.8, lon=20.3)


def actor(id_: str, sector: Sector, place: Place = HERE, visible: bool = True) -> Actor:
    return Actor(
        id=id_, name=id_.upper(), sector=sector, place=place, description="d", visible=visible
    )


SEASON = Season(
    name="s",
    actors=(
        actor("a", Sector.PUBLIC),
        actor("b", Sector.PRIVATE),
        actor("c", Sector.PUBLIC),
        actor("d", Sector.ACADEMIA, FAR),
        actor("e", Sector.ACADEMIA, visible=False),
        actor("f", Sector.PRIVATE),
    ),
    challenges=(Challenge(id="q", title="t", areas=21, reference_km=380.16),),
    ties=(Tie(actor_a="a", actor_b="f"),),
)
VECTORS = np.eye(6, dtype=np.float32)
READING = Reading(Fits(np.zeros((6, 1))), VECTORS, EmbeddingInfo(model="m", fingerprint="f", dim=6))


def ids(**options: object) -> list[str]:
    return [s.actor_id for s in suggest_partners(SEASON, READING, "a", **options)]  # type: ignore[arg-type]


def test_other_sectors_first_and_nobody_known_or_hidden() -> None:
    assert ids() == ["b", "d", "c"]


def test_filters() -> None:
    assert ids(include_known=True) == ["b", "d", "f", "c"]
    assert ids(within_km=100) == ["b", "c"]
    assert ids(sector=Sector.ACADEMIA) == ["d"]
    assert ids(k=1) == ["b"]


def test_unknown_actor() -> None:
    with pytest.raises(NotFound, match="zz"):
        suggest_partners(SEASON, READING, "zz")
