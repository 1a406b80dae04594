"""Actors from `actors.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.files.cells import RowReader
from data.files.columns import ACTORS
from data.files.directory import Directory
from data.files.findings import Findings, ask_if_meant
from data.files.headers import find_meant, is_free, note_empty, note_missing
from data.files.home_country import find_home_country
from data.files.places import read_place
from data.files.tables import Table
from data.files.times import gather_times
from data.reference.countries import SWEDEN, to_country, to_country_named
from data.reference.gazetteer import Gazetteer
from data.reference.languages import WORDS, to_language
from data.reference.names import to_slug
from data.reference.nothing import count_words
from data.reference.sectors import part_sectors, read_sector, words_to_suggest
from data.reference.spelling import find_nearest
from models.actors import Actor
from models.contact_details import find_contact_details
from models.messages import say
from models.people import Contact, People
from models.sectors import SECTOR_CHOICES, Sector
from models.wording import listing

KNOWN = frozenset(column.name for column in ACTORS)
FEW_WORDS, SHORT = 3, 40
"""Words, and characters, up to which a description hardly says anything."""


@dataclass(frozen=True)
class ActorDefaults:
    """What a season says of all its actors' rows.

    Attributes
    ----------
    country : str or None
        Of rows that name none; None where the season's is itself at fault.
    sector_words : mapping of str to Sector
        The season's own words, which count before those of the table.
    """

    country: str | None = SWEDEN
    sector_words: Mapping[str, Sector] = field(default_factory=dict)


def enter_actors(table: Table | None) -> tuple[Directory, dict[int, str]]:
    """Enter every row that can be named, and give each its id by row number."""
    is_complete = table is not None and table.is_complete and "name" in table.columns
    directory = Directory("unknown_actor", is_complete)
    ids: dict[int, str] = {}
    for row in table.rows if table else ():
        name = row.cells.get("name", "")
        if id_ := row.cells.get("id", "") or to_slug(name):
            ids[row.number] = id_
            directory.enter(id_, name, row.number)
    return directory, ids


def read_actors(
    table: Table,
    directory: Directory,
    ids: dict[int, str],
    challenges: Directory,
    defaults: ActorDefaults,
    gazetteer: Gazetteer,
    findings: Findings,
) -> tuple[tuple[Actor, ...], People]:
    """Read every row as an actor, sorted by id, and how to reach it.

    Faulty rows are left out and noted.

    Parameters
    ----------
    table : Table
        The actors' table.
    directory, ids
        What `enter_actors` gave.
    challenges : Directory
        What wishes may name.
    defaults : ActorDefaults
        What the season says of all rows.
    gazetteer : Gazetteer
        Knows the places.
    findings : Findings
        Takes faults and warnings.
    """
    has_places = _has_places(table, findings)
    for column in sorted(table.columns - KNOWN):
        if (near := find_meant(column, ACTORS)) and is_free(near, table.columns, ACTORS):
            findings.warn(table.file, table.header_row, column, column, "similar_column", near=near)
    if not table.rows and table.is_complete:
        findings.fault(table.file, None, None, None, "no_rows")
    if has_places:
        defaults = replace(
            defaults, country=find_home_country(table, defaults.country, gazetteer, findings)
        )
    times = gather_times(table)
    actors, contacts = [], []
    for row in table.rows:
        if row.is_whole:
            cells = RowReader(table.file, row, findings)
            before = len(findings.faults)
            id_ = _read_id(cells, directory, ids)
            known = gazetteer if has_places else None
            actor = _read_actor(cells, id_, challenges, defaults, known)
            available = times.read(cells)
            if actor and len(findings.faults) == before:
                actors.append(actor.evolve(available=available))
                if email := cells.text("email"):
                    contacts.append(Contact(actor_id=id_, email=email))
    by_id = tuple(sorted(actors, key=lambda actor: actor.id))
    return by_id, People(contacts=tuple(contacts))


def _has_places(table: Table, findings: Findings) -> bool:
    """Say whether rows have a place of any kind; note columns that are missing or empty."""
    if {"lat", "lon"} <= table.columns:
        return True
    if "place" not in table.columns:
        place = next(column for column in ACTORS if column.name == "place")
        headers = sorted(table.columns - KNOWN)
        note_missing(table.file, table.header_row, place, headers, ACTORS, findings)
        return False
    whole = [row for row in table.rows if row.is_whole]
    is_empty = not any(row.cells.get("place") or row.cells.get("country") for row in whole)
    if is_empty and len(whole) > 1:
        note_empty(table.file, "place", [row.number for row in whole], findings)
        return False
    return True


def _read_id(cells: RowReader, directory: Directory, ids: dict[int, str]) -> str:
    """Give a row's id, noting one that an earlier row has or that a name can't give."""
    number = cells.row.number
    id_ = ids.get(number, "")
    if not id_ and cells.text("name"):
        cells.fault("id", "no_id_in_name")
    elif id_ and directory.rows[id_] != number:
        code = "doubled_id" if cells.text("id") else "doubled_name"
        mend = say(code, id=id_, row=directory.rows[id_])
        cells.fault_in_words("id", "doubled_id", mend)
    return id_


def _read_actor(
    cells: RowReader,
    id_: str,
    challenges: Directory,
    defaults: ActorDefaults,
    gazetteer: Gazetteer | None,
) -> Actor | None:
    """Read one row; None where something that an actor can't be without is at fault."""
    name, description = cells.needed("name"), cells.needed("description")
    if description and len(description) < SHORT and count_words(description) <= FEW_WORDS:
        cells.warn("description", "few_words")
    if name and find_contact_details(name):
        cells.warn("name", "contact_in_name")
    sector = _read_sector(cells, defaults.sector_words)
    stated = cells.text("country")
    country = (to_country(stated) or to_country_named(stated)) if stated else defaults.country
    if stated and country is None:
        cells.fault("country", "unknown_country")
    place = read_place(cells, country, gazetteer, is_stated=bool(stated)) if gazetteer else None
    wishes = _read_wishes(cells, challenges)
    capacity = cells.whole("capacity", default=1, least=0)
    passed_over = cells.whole("passed_over", default=0, least=0)
    visible = cells.yes_no("visible", default=True)
    if not (id_ and name and description and sector and place):
        return None
    if capacity is None or passed_over is None:
        return None
    unknown = cells.row.cells.keys() - KNOWN
    return Actor(
        id=id_,
        name=name,
        sector=sector,
        place=place,
        description=description,
        offers=cells.text("offers"),
        seeks=cells.text("seeks"),
        languages=_read_languages(cells),
        wishes=wishes,
        capacity=capacity,
        group=cells.text("group"),
        passed_over=passed_over,
        visible=visible,
        attributes=tuple((column, cells.text(column)) for column in sorted(unknown)),
    )


def _read_sector(cells: RowReader, own: Mapping[str, Sector]) -> Sector | None:
    """Read the sector by any of its words; one that may mean another is told."""
    word = cells.needed("sector")
    if word is None:
        return None
    found = read_sector(word, own)
    if found is None:
        several = part_sectors(word, own)
        if len(several) > 1:
            named = listing([sector.text for sector in several])
            cells.fault("sector", "several_sectors", sectors=named)
        else:
            cells.unknown_word("sector", {**words_to_suggest(), **own}, SECTOR_CHOICES)
        return None
    if found.also:
        also = listing([sector.text for sector in found.also])
        cells.warn("sector", "doubtful_sector", sector=found.sector.text, also=also)
    return found.sector


def _read_languages(cells: RowReader) -> tuple[str, ...]:
    """Read the languages to meet in as codes, each once; what is no language is told."""
    listed = cells.listed("languages", lambda word: to_language(word) is not None)
    codes = tuple(dict.fromkeys(filter(None, map(to_language, listed.known))))
    if listed.unknown:
        unknown, name = ", ".join(listed.unknown), cells.text("name")
        hint = ask_if_meant(find_nearest(listed.unknown[0], WORDS, limit=1))
        effect = say("no_language_known_effect", name=name)
        if codes:
            effect = say("unknown_language_effect", name=name, codes=", ".join(codes))
        cells.warn("languages", "unknown_language", word=unknown, effect=effect, hint=hint)
    return codes


def _read_wishes(cells: RowReader, challenges: Directory) -> tuple[str, ...]:
    """Read the wished challenges, best first; several unknown ones are one bad cell."""
    listed = cells.listed("wishes", lambda word: challenges.find(word) is not None)
    unknown = listed.unknown
    if unknown and challenges.is_complete:
        cells.fault(
            "wishes",
            "unknown_challenge",
            name=", ".join(unknown),
            hint=challenges.suggest(unknown[0]),
        )
    return tuple(dict.fromkeys(filter(None, map(challenges.find, listed.known))))
