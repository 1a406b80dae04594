"""The columns of a season's tables; a new column or Swedish header has its home here."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.reference.appearance import strip_invisible
from models.text import Language


@dataclass(frozen=True)
class Column:
    """A column: its English name, its other headers and whether it must be there.

    `likely` are headers of other people's sheets, which are taken for it only where nothing
    else is; see `find_likely`.
    """

    name: str
    aliases: tuple[str, ...] = ()
    is_required: bool = False
    likely: tuple[str, ...] = ()

    @property
    def spellings(self) -> str:
        """Every header that the column goes by, for people."""
        return ", ".join((self.name, *self.aliases))

    def header(self, language: Language) -> str:
        """Give the header in a language, in Swedish the first of the others."""
        return self.name if language is Language.EN else next(iter(self.aliases), self.name)


ACTORS = (
    Column("id"),
    Column(
        "name",
        ("namn", "organisation"),
        is_required=True,
        likely=("organisationsnamn", "organisationens namn", "aktör", "organization"),
    ),
    Column(
        "sector",
        ("sektor",),
        is_required=True,
        likely=(
            "typ av organisation",
            "organisationstyp",
            "organisationsform",
            "typ",
            "type of organisation",
            "type",
        ),
    ),
    Column("place", ("ort", "kommun"), likely=("stad", "postort", "hemort", "city", "town")),
    Column("lat", ("latitud", "latitude")),
    Column("lon", ("longitud", "longitude")),
    Column("country", ("land",)),
    Column(
        "description",
        ("beskrivning",),
        is_required=True,
        likely=(
            "vad gör ni",
            "om er",
            "om oss",
            "om organisationen",
            "verksamhet",
            "what do you do",
            "about you",
        ),
    ),
    Column(
        "offers",
        ("erbjuder",),
        likely=("kan bidra med", "bidrar med", "vad kan ni bidra med", "can contribute"),
    ),
    Column(
        "seeks",
        ("söker",),
        likely=("behöver", "letar efter", "vad söker ni", "vad behöver ni", "looking for"),
    ),
    Column("languages", ("språk",), likely=("mötesspråk", "språk att mötas på", "language")),
    Column("wishes", ("önskemål",)),
    Column("capacity", ("kapacitet",)),
    Column("group", ("koncern",)),
    Column("available", ("tider",)),
    Column("passed_over", ("förbigången",)),
    Column("visible", ("synlig",)),
    Column("email", ("e-post", "epost", "e-mail", "mail", "e-postadress", "email address")),
)

CHALLENGES = (
    Column("id", is_required=True),
    Column(
        "title",
        ("titel",),
        is_required=True,
        likely=("utmaning", "samhällsutmaning", "rubrik", "challenge"),
    ),
    Column("description", ("beskrivning",)),
    Column("scope", ("omfattning",)),
    Column("place", ("ort", "kommun")),
    Column("lat", ("latitud", "latitude")),
    Column("lon", ("longitud", "longitude")),
    Column("radius_km", ("radie_km",)),
    Column("min_size", ("minsta_storlek", "min_storlek")),
    Column("max_size", ("största_storlek", "max_storlek")),
    Column("size", ("storlek",), likely=("antal medlemmar", "antal platser")),
    Column("coalitions", ("koalitioner",)),
    Column("facets", ("delfrågor",)),
)

TIES = (
    Column("actor_a", ("aktör_a",), is_required=True),
    Column("actor_b", ("aktör_b",), is_required=True),
    Column("kind", ("slag", "typ")),
    Column("since", ("sedan",)),
)

MEMBERS = (
    Column("coalition", ("koalition",), is_required=True),
    Column("challenge_id", ("utmaning", "challenge"), is_required=True),
    Column("actor_id", ("aktör", "actor"), is_required=True),
    Column("name", ("namn", "organisation")),
    Column("title", ("titel",)),
)

ANSWERS = (
    Column("coalition", ("koalition",), is_required=True),
    Column("actor_id", ("aktör", "actor"), is_required=True),
    Column("name", ("namn", "organisation")),
    Column("widened", ("vidgat nätverk", "widened network")),
    Column("new_contacts", ("nya kontakter",)),
    Column("sectors", ("sektorer",)),
    Column("will_collaborate", ("samarbetar",)),
    Column("partners", ("samarbetar med", "collaborate with")),
    Column("comment", ("kommentar",)),
)

IDEAS = (
    Column("actor", ("aktör", "organisation")),
    Column("kind", ("slag", "typ")),
    Column("text", ("idé", "innehåll"), is_required=True),
)

SHEETS = {
    "actors": ("actors", "aktörer"),
    "challenges": ("challenges", "utmaningar"),
    "ties": ("ties", "relationer"),
    "ideas": ("ideas", "idéer"),
}
"""What the sheet of a workbook, or the file itself, that holds a table may be called."""


def tidy_header(header: str) -> str:
    """Give a header in lower case with single spaces: the name of an unknown column.

    Examples
    --------
    >>> tidy_header(" Antal  Anställda ")
    'antal anställda'
    """
    return " ".join(strip_invisible(unicodedata.normalize("NFC", header)).split()).lower()


def name_headers(headers: Sequence[str], known: Sequence[Column]) -> list[str]:
    """Give each header the name of its column.

    A header for municipalities beside one for towns is a column of its own, which says
    where the town lies.

    Examples
    --------
    >>> name_headers(["Namn", "Kommun", "Ort"], ACTORS)
    ['name', 'kommun', 'place']
    """
    columns = [find_column(header, known) for header in headers]
    names = [c.name if c else tidy_header(h) for c, h in zip(columns, headers, strict=True)]
    at = [number for number, name in enumerate(names) if name == "place"]
    homes = [number for number in at if tidy_header(headers[number]) == "kommun"]
    if len(at) == 2 and len(homes) == 1 and "kommun" not in names:
        names[homes[0]] = "kommun"
    return names


def name_likely(
    headers: Sequence[str], known: Sequence[Column]
) -> tuple[list[str], dict[int, Column]]:
    """Name headers, and take those of other people's sheets for what they likely mean.

    A column that has a header already, or that several headers may mean, gets none; a town
    is taken beside a municipality, which then says where the town lies.

    Parameters
    ----------
    headers : sequence of str
        All headers of a table.
    known : sequence of Column
        The columns that mean something.

    Returns
    -------
    tuple of list of str and dict of int to Column
        The names, and the columns that were taken for granted by their header's place.

    Examples
    --------
    >>> name_likely(["Organisation", "Kommun", "Stad", "Vad gör ni?"], ACTORS)[0]
    ['name', 'kommun', 'place', 'description']
    """
    names = name_headers(headers, known)
    keys = ["" if find_column(h, known) else _to_key(h.rstrip("?:* ")) for h in headers]
    likely = {}
    for column in known:
        spellings = {_to_key(spelling) for spelling in column.likely}
        at = [number for number, key in enumerate(keys) if key in spellings]
        there = [number for number, name in enumerate(names) if name == column.name]
        is_home = len(there) == 1 and tidy_header(headers[there[0]]) == "kommun"
        if len(at) == 1 and (not there or is_home):
            likely[at[0]] = column
            for number in there:
                names[number] = "kommun"
            names[at[0]] = column.name
    return names, likely


def find_column(header: str, known: Sequence[Column]) -> Column | None:
    """Find the column that a header means, in any case, with spaces, hyphens or underscores.

    Examples
    --------
    >>> find_column("Passed over", ACTORS).name
    'passed_over'
    """
    key = _to_key(header)
    return next((c for c in known if key in (_to_key(name) for name in (c.name, *c.aliases))), None)


@lru_cache(maxsize=4096)
def _to_key(header: str) -> str:
    """Fold what headers may differ in."""
    return re.sub(r"[ _-]+", "_", tidy_header(header))
