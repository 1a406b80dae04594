"""Words for the four sectors, in Swedish and English; a new synonym has its home here."""

from data.reference.names import fold
from models.sectors import Sector

SYNONYMS: dict[Sector, tuple[str, ...]] = {
    Sector.PUBLIC: (
        "public",
        "public sector",
        "offentlig",
        "offentliga",
        "offentlig sektor",
        "offentlig verksamhet",
        "kommun",
        "region",
        "myndighet",
        "stat",
        "statlig",
        "government",
        "municipality",
        "authority",
        "agency",
    ),
    Sector.PRIVATE: (
        "private",
        "private sector",
        "privat",
        "privata",
        "privat sektor",
        "näringsliv",
        "näringslivet",
        "företag",
        "business",
        "company",
        "industry",
    ),
    Sector.CIVIL_SOCIETY: (
        "civil_society",
        "civil society",
        "civil",
        "idéburen",
        "idéburna",
        "idéburen sektor",
        "ideell",
        "ideella",
        "ideell sektor",
        "ideell förening",
        "civilsamhälle",
        "civilsamhället",
        "förening",
        "nonprofit",
        "non profit",
        "ngo",
        "association",
        "third sector",
    ),
    Sector.ACADEMIA: (
        "academia",
        "academic",
        "akademi",
        "akademin",
        "universitet",
        "högskola",
        "forskning",
        "lärosäte",
        "university",
        "research",
    ),
}

_BY_WORD = {fold(word): sector for sector, words in SYNONYMS.items() for word in words}


def to_sector(text: str) -> Sector | None:
    """Give the sector that a word means, in any case, or None for an unknown word.

    Examples
    --------
    >>> to_sector("Näringsliv")
    <Sector.PRIVATE: 'private'>
    """
    return _BY_WORD.get(fold(text))
