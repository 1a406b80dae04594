"""Members' answers after the meetings, from a table with a row for each member."""

from collections.abc import Sequence
from pathlib import Path

from data.files.beside import check_beside
from data.files.cells import RowReader
from data.files.columns import ANSWERS
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.lists import LOOSE, part_list
from data.files.tables import read_table
from data.files.ties import read_actor_id
from data.reference.sectors import to_sector, words_to_suggest
from models.outcomes import Answer
from models.scores import CoalitionMembers
from models.seasons import Season
from models.sectors import SECTOR_CHOICES, Sector

MOST_CONTACTS = 10_000
"""More new contacts than four meetings give anybody."""


def read_answers(
    path: Path,
    season: Season,
    coalitions: Sequence[CoalitionMembers],
    findings: Findings | None = None,
) -> tuple[Answer, ...]:
    """Read the answers of a season's members.

    Parameters
    ----------
    path : Path
        A CSV or .xlsx table with the columns `ANSWERS`. A row without answers counts as no
        answer, and so does a member without a row.
    season : Season
        Whose actors may be named, by id or exact name.
    coalitions : sequence of CoalitionMembers
        Of the proposal.
    findings : Findings, optional
        Takes the warnings.

    Returns
    -------
    tuple of Answer
        Of those who answered anything, by the coalitions' order, then by id.

    Raises
    ------
    InputError
        With every fault at once, among them a row for somebody who is no member, two rows
        for one member, and a member who will collaborate with itself.
    """
    findings = findings or Findings()
    table = read_table(path, ANSWERS, findings)
    actors = Directory("unknown_actor")
    for number, actor in enumerate(season.actors):
        actors.enter(actor.id, actor.name, number)
    known = Directory("unknown_coalition")
    for number, coalition in enumerate(coalitions):
        known.enter(coalition.id, "", number)
    members = {coalition.id: frozenset(coalition.members) for coalition in coalitions}
    rows: dict[tuple[str, str], int] = {}
    answers: dict[tuple[str, str], Answer] = {}
    for row in table.rows if table else ():
        if not row.is_whole:
            continue
        cells = RowReader(path.name, row, findings)
        coalition_id = _read_coalition_id(cells, known)
        actor_id = read_actor_id(cells, "actor_id", actors)
        if actor_id:
            check_beside(cells, "name", season.actors[season.actor_index[actor_id]].name)
        answer = _read_answer(cells, coalition_id or "", actor_id or "", actors)
        if not (coalition_id and actor_id):
            continue
        key = (coalition_id, actor_id)
        if actor_id not in members[coalition_id]:
            cells.fault("actor_id", "not_of_coalition", name=actor_id, coalition=coalition_id)
        elif (earlier := rows.setdefault(key, row.number)) < row.number:
            cells.fault("actor_id", "doubled_answer", row=earlier)
        elif answer.is_given:
            answers[key] = answer
    if table and not table.rows and table.is_complete:
        findings.fault(path.name, None, None, None, "no_rows")
    findings.stop_if_faulty()
    return tuple(
        answers[coalition.id, actor_id]
        for coalition in coalitions
        for actor_id in sorted(coalition.members)
        if (coalition.id, actor_id) in answers
    )


def _read_coalition_id(cells: RowReader, known: Directory) -> str | None:
    """Give the id of a coalition of the proposal; None, with a fault, for another word."""
    word = cells.needed("coalition")
    id_ = known.find(word) if word else None
    if word and id_ is None and (trouble := known.explain(word)):
        code, params = trouble
        cells.fault("coalition", code, **params)
    return id_


def _read_answer(cells: RowReader, coalition_id: str, actor_id: str, actors: Directory) -> Answer:
    """Read the answers of one row; None for a question that was passed by."""
    contacts = cells.whole("new_contacts", default=0, least=0, most=MOST_CONTACTS)
    is_counted = bool(cells.text("new_contacts"))
    partners = _read_partners(cells, actor_id, actors)
    will = _read_yes_no(cells, "will_collaborate")
    if will is False and partners:
        cells.fault("partners", "partners_unwanted")
    return Answer(
        coalition=coalition_id,
        actor_id=actor_id,
        widened=_read_yes_no(cells, "widened"),
        new_contacts=contacts if is_counted else None,
        sectors=_read_sectors(cells) or (() if is_counted and contacts == 0 else None),
        will_collaborate=True if will is None and partners else will,
        partners=partners,
        comment=cells.text("comment"),
    )


def _read_yes_no(cells: RowReader, column: str) -> bool | None:
    """Read a yes or a no; None for an empty or a bad cell."""
    return cells.yes_no(column, default=None)


def _read_sectors(cells: RowReader) -> tuple[Sector, ...]:
    """Read the sectors met, by any of their words, in the order of every table."""
    listed = cells.listed("sectors", lambda word: to_sector(word) is not None)
    if listed.unknown:
        cells.unknown_word("sectors", words_to_suggest(), SECTOR_CHOICES)
    met = set(map(to_sector, listed.known))
    return tuple(sector for sector in Sector if sector in met)


def _read_partners(cells: RowReader, actor_id: str, actors: Directory) -> tuple[str, ...]:
    """Read with whom a member will collaborate, by id; a bad cell is one fault."""
    listed = part_list(cells.text("partners"), lambda word: actors.find(word) is not None)
    partners = {id_ for word in listed.known if (id_ := actors.find(word))}
    if listed.is_parted or any(LOOSE.search(word) for word in listed.unknown):
        cells.fault("partners", "list_needs_semicolons")
    elif listed.unknown and (trouble := actors.explain(listed.unknown[0])):
        code, params = trouble
        if code == "unknown_actor":
            params["name"] = ", ".join(listed.unknown)
        cells.fault("partners", code, **params)
    elif actor_id in partners:
        cells.fault("partners", "partner_with_itself")
    return tuple(sorted(partners - {actor_id}))
