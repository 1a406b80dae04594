"""Who knows whom already, and who is new to whom between sectors."""

from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from api.show.svg import tag
from models.actors import Actor
from models.seasons import Season
from models.sectors import Sector

BAR_WIDTH, BAR_HEIGHT = 64.0, 6.0


@dataclass(frozen=True)
class MemberPairs:
    """Pairs of members by position: old ties, and strangers from different sectors."""

    old: tuple[tuple[int, int], ...]
    new: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class SectorCell:
    """How many pairs there are between two sectors, and how many of them have no tie."""

    new: int
    every: int

    @property
    def bar(self) -> Markup:
        """The share without a tie as a picture; the numbers beside it say the same."""
        share = self.new / self.every if self.every else 0.0
        return tag(
            "svg",
            Markup("").join(
                tag("rect", x=0, y=0, width=BAR_WIDTH * part, height=BAR_HEIGHT, rx=3, class_=name)
                for part, name in ((1.0, "track"), (share, "fill"))
            ),
            viewBox=f"0 0 {BAR_WIDTH:g} {BAR_HEIGHT:g}",
            width=BAR_WIDTH,
            height=BAR_HEIGHT,
            aria_hidden="true",
        )


@dataclass(frozen=True)
class SectorPairs:
    """A sector with its pairs to every sector that has members, its own among them."""

    sector: Sector
    cells: tuple[SectorCell, ...]


def find_pairs(season: Season, members: tuple[Actor, ...]) -> MemberPairs:
    """Sort the pairs of members by whether they have a tie."""
    tied = {(tie.actor_a, tie.actor_b) for tie in season.ties}
    old, new = [], []
    for (i, one), (j, other) in combinations(enumerate(members), 2):
        if (one.id, other.id) in tied or (other.id, one.id) in tied:
            old.append((i, j))
        elif one.sector is not other.sector:
            new.append((i, j))
    return MemberPairs(tuple(old), tuple(new))


def count_sector_pairs(members: tuple[Actor, ...], pairs: MemberPairs) -> tuple[SectorPairs, ...]:
    """Count pairs between the sectors that have members, in the order of sectors."""
    own = [actor.sector for actor in members]
    known = [{own[i], own[j]} for i, j in pairs.old]
    sectors = [sector for sector in Sector if sector in own]
    return tuple(
        SectorPairs(one, tuple(_count(own, known, one, other) for other in sectors))
        for one in sectors
    )


def _count(own: list[Sector], known: list[set[Sector]], one: Sector, other: Sector) -> SectorCell:
    mine, theirs = own.count(one), own.count(other)
    every = mine * (mine - 1) // 2 if one is other else mine * theirs
    return SectorCell(every - known.count({one, other}), every)
