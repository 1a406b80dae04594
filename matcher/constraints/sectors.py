"""The `sector` key that several rule kinds share."""

from matcher.constraints.kind import Key
from matcher.core.arrays import Bools
from matcher.core.pool import Pool
from models.rules import Rule
from models.sectors import Sector
from models.text import Text


def _is_sector(value: object) -> bool:
    return value in [str(sector) for sector in Sector]


def mark_sector(pool: Pool, rule: Rule) -> tuple[Bools, dict[str, object], Text]:
    """Give who is of the rule's sector, the rule's keys, and a name for these actors."""
    sector = Sector(str(rule.get("sector")))
    whom = _WHOM.format(origin=sector.origin)
    return pool.sectors == list(Sector).index(sector), {"sector": str(sector)}, whom


_WHOM = Text(sv="aktörer från {origin}", en="actors from {origin}")
SECTOR_KEY = Key(
    "sector",
    _is_sector,
    Text(
        sv="Skriv public, private, civil_society eller academia.",
        en="Write public, private, civil_society or academia.",
    ),
)
