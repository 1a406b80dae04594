"""Challenges from `challenges.csv`."""

from data.files.cells import RowReader
from data.files.columns import CHALLENGES
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.headers import note_ignored
from data.files.places import read_place
from data.files.tables import Table
from data.reference.gazetteer import FullSpread, Gazetteer
from models.challenges import Challenge, Scope
from models.contact_details import find_contact_details
from models.messages import say
from models.places import Place

SCOPES = {
    "national": Scope.NATIONAL,
    "nationell": Scope.NATIONAL,
    "nationellt": Scope.NATIONAL,
    "hela landet": Scope.NATIONAL,
    "the whole country": Scope.NATIONAL,
    "regional": Scope.REGIONAL,
    "regionalt": Scope.REGIONAL,
    "regionell": Scope.REGIONAL,
    "regionellt": Scope.REGIONAL,
}
LARGEST = 1_000
"""More seats or coalitions than any challenge has."""
DEFAULT_MIN_SIZE, DEFAULT_MAX_SIZE = 12, 18
LARGEST_RADIUS_KM = 20_000.0


def enter_challenges(table: Table | None) -> Directory:
    """Enter every row that has an id."""
    is_complete = table is not None and table.is_complete and "id" in table.columns
    directory = Directory("unknown_challenge", is_complete)
    for row in table.rows if table else ():
        if id_ := row.cells.get("id", ""):
            directory.enter(id_, row.cells.get("title", ""), row.number)
    return directory


def read_challenges(
    table: Table,
    directory: Directory,
    country: str | None,
    gazetteer: Gazetteer,
    findings: Findings,
) -> tuple[Challenge, ...]:
    """Read every row in the file's order; faulty rows are left out and noted.

    Parameters
    ----------
    table : Table
        The challenges' table.
    directory : Directory
        What `enter_challenges` gave.
    country : str or None
        The season's country; None where it is itself at fault.
    gazetteer : Gazetteer
        Knows places and scales.
    findings : Findings
        Takes faults and warnings.
    """
    note_ignored(table.file, table.header_row, table.columns, CHALLENGES, findings)
    if not table.rows and table.is_complete:
        findings.fault(table.file, None, None, None, "no_rows")
    challenges = []
    for row in table.rows:
        if row.is_whole:
            before = len(findings.faults)
            cells = RowReader(table.file, row, findings)
            challenge = _read_challenge(cells, directory, country, gazetteer)
            if challenge and len(findings.faults) == before:
                challenges.append(challenge)
    return tuple(challenges)


def _read_challenge(
    cells: RowReader, directory: Directory, country: str | None, gazetteer: Gazetteer
) -> Challenge | None:
    """Read one row; None where something that a challenge can't be without is at fault."""
    id_, title = cells.needed("id"), cells.needed("title")
    if id_ and directory.rows[id_] != cells.row.number:
        cells.fault("id", "doubled_id", id=id_, row=directory.rows[id_])
    for column in ("title", "facets"):
        if find_contact_details(cells.text(column)):
            cells.warn(column, "contact_in_name")
    scope = cells.choice("scope", SCOPES, Scope.NATIONAL)
    place, radius_km = _read_disc(cells, scope, country, gazetteer)
    sizes = _read_sizes(cells)
    coalitions = cells.whole("coalitions", default=1, least=1, most=LARGEST)
    scale = _scale_of(scope, place, radius_km, country, gazetteer)
    if not (id_ and title and scope and sizes and coalitions and scale):
        return None
    return Challenge(
        id=id_,
        title=title,
        description=cells.text("description"),
        scope=scope,
        place=place,
        radius_km=radius_km,
        min_size=sizes[0],
        max_size=sizes[1],
        size=sizes[2],
        coalitions=coalitions,
        facets=cells.labels("facets"),
        areas=scale.areas,
        reference_km=scale.reference_km,
    )


def _read_disc(
    cells: RowReader, scope: Scope | None, country: str | None, gazetteer: Gazetteer
) -> tuple[Place | None, float | None]:
    """Read place and radius; a regional challenge needs both."""
    is_regional = scope is Scope.REGIONAL
    radius_km = cells.decimal("radius_km", 0.001, LARGEST_RADIUS_KM)
    if is_regional and not cells.text("radius_km"):
        cells.fault("radius_km", "regional_needs")
    is_placed = any(cells.text(column) for column in ("place", "lat", "lon"))
    if is_placed:
        place = read_place(cells, country, gazetteer)
        if is_regional and place and place.is_whole_country:
            cells.fault("place", "region_without_place")
            return None, radius_km
        return place, radius_km
    if is_regional:
        cells.fault("place", "regional_needs")
    return None, radius_km


def _read_sizes(cells: RowReader) -> tuple[int, int, int | None] | None:
    """Read least, largest and wished size; None where one is bad or they disagree."""
    least = cells.whole("min_size", DEFAULT_MIN_SIZE, least=2, most=LARGEST)
    most = cells.whole("max_size", DEFAULT_MAX_SIZE, least=2, most=LARGEST)
    size = cells.whole("size", default=0, least=1)
    if least is None or most is None or size is None:
        return None
    if most < least:
        at = "max_size" if cells.text("max_size") else "min_size"
        cells.fault(at, "sizes_disagree", least=least, most=most)
        return None
    if size and not least <= size <= most:
        cells.findings.fault_in_words(
            cells.file,
            cells.row.number,
            "size",
            cells.text("size"),
            "not_whole_between",
            say("size_outside", least=least, most=most),
            {"least": least, "most": most},
        )
        return None
    return least, most, size or None


def _scale_of(
    scope: Scope | None,
    place: Place | None,
    radius_km: float | None,
    country: str | None,
    gazetteer: Gazetteer,
) -> FullSpread | None:
    """Give what counts as fully spread, where it can be told."""
    if scope is Scope.NATIONAL and country:
        return gazetteer.national_scale(country)
    if scope is Scope.REGIONAL and place and radius_km:
        return gazetteer.regional_scale(place, radius_km)
    return None
