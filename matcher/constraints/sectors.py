"""The `sector` key that several rule kinds share."""

from matcher.constraints.kind import Key
from models.rules import Rule
from models.sectors import Sector
from models.text import Text


def _is_sector(value: object) -> bool:
    return value in [str(sector) for sector in Sector]


def sector_of(rule: Rule) -> Sector:
    """Give the rule's sector, which has been checked."""
    return Sector(str(rule.get("sector")))


SECTOR_KEY = Key(
    "sector",
    _is_sector,
    Text(
        sv="Skriv public, private, civil_society eller academia.",
        en="Write public, private, civil_society or academia.",
    ),
)
