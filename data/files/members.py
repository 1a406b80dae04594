"""Members of given coalitions, as a table for editing by hand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.files.beside import check_beside, choose_cell
from data.files.cells import RowReader
from data.files.columns import MEMBERS
from data.files.csv_files import write_csv
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.headers import note_ignored
from data.files.tables import read_table
from data.files.ties import read_actor_id
from models.errors import Fault
from models.scores import CoalitionMembers
from models.seasons import Season
from models.text import Language


@dataclass(frozen=True)
class GivenMembers:
    """Coalitions of a file, and where each member stands in it."""

    file: str
    coalitions: tuple[CoalitionMembers, ...]
    rows: dict[str, dict[str, int]]
    warnings: tuple[Fault, ...] = ()

    def find(self, fault: Fault) -> Fault:
        """Give a fault of what was given as one of the file: the row of an actor, or the first.

        Its way is `coalitions`, `coalitions.N.id`, `coalitions.N.members` or
        `coalitions.N.members.M`; any other is no fault of the file.
        """
        given, *way = (fault.column or "").split(".")
        if given != "coalitions":
            return fault
        coalition = self.coalitions[int(way[0])] if way else None
        rows = self.rows[coalition.id] if coalition else {}
        is_whole = way[1:] == ["id"]
        row = min(rows.values()) if is_whole else rows.get(fault.value or "")
        column = "coalition" if is_whole else "actor_id"
        return fault.evolve(file=self.file, row=row, column=column)


def read_members(path: Path, season: Season) -> GivenMembers:
    """Read coalitions from a table with the columns coalition, challenge_id, actor_id.

    A name or a title beside its id must be of the same, and stands for an id that is empty.

    Parameters
    ----------
    path : Path
        The table; actors by id or exact name.
    season : Season
        Whose actors and challenges they are.

    Returns
    -------
    GivenMembers
        In the order in which the coalitions first appear; members sorted by id.

    Raises
    ------
    InputError
        With every fault at once: an unknown actor or challenge, an actor twice in one
        coalition, a coalition with two challenges, an id and a name that are of two.
    """
    findings = Findings()
    table = read_table(path, MEMBERS, findings)
    if table:
        note_ignored(table.file, table.header_row, table.columns, MEMBERS, findings)
    actors = Directory("unknown_actor")
    for number, actor in enumerate(season.actors):
        actors.enter(actor.id, actor.name, number)
    challenges = Directory("unknown_challenge")
    for number, challenge in enumerate(season.challenges):
        challenges.enter(challenge.id, challenge.title, number)
    homes: dict[str, tuple[str, int]] = {}
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for row in table.rows if table else ():
        if not row.is_whole:
            continue
        cells = RowReader(path.name, row, findings)
        coalition = cells.needed("coalition")
        challenge_id = _read_challenge_id(cells, challenges)
        actor_id = read_actor_id(cells, choose_cell(cells, "actor_id", "name"), actors)
        if challenge_id:
            title = season.challenges[season.challenge_index[challenge_id]].title
            check_beside(cells, "title", title)
        if actor_id:
            check_beside(cells, "name", season.actors[season.actor_index[actor_id]].name)
        if not coalition:
            continue
        if challenge_id:
            home, first = homes.setdefault(coalition, (challenge_id, row.number))
            if home != challenge_id:
                cells.fault("challenge_id", "coalition_moved", challenge=home, row=first)
        if actor_id and (earlier := rows[coalition].setdefault(actor_id, row.number)) < row.number:
            cells.fault("actor_id", "doubled_member", row=earlier)
    if table and not table.rows and table.is_complete:
        findings.fault(path.name, None, None, None, "no_rows")
    findings.stop_if_faulty()
    coalitions = tuple(
        CoalitionMembers(id=id_, challenge_id=home, members=tuple(sorted(rows[id_])))
        for id_, (home, _) in homes.items()
    )
    return GivenMembers(path.name, coalitions, dict(rows), tuple(findings.warnings))


def write_members(
    path: Path, coalitions: Iterable[CoalitionMembers], season: Season, language: Language
) -> None:
    """Write coalitions as `read_members` reads them, one row for each member.

    Names and titles stand beside the ids, under headers in the language asked for.

    Raises
    ------
    InputError
        With `unwritable_file` where the file can't be written.
    """
    names = {actor.id: actor.name for actor in season.actors}
    titles = {challenge.id: challenge.title for challenge in season.challenges}
    rows = [
        (each.id, each.challenge_id, actor_id, names[actor_id], titles[each.challenge_id])
        for each in coalitions
        for actor_id in each.members
    ]
    write_csv(path, ([column.header(language) for column in MEMBERS], *rows), ids=3)


def _read_challenge_id(cells: RowReader, challenges: Directory) -> str | None:
    """Give the id of a known challenge; None, with a fault, for another word."""
    column = choose_cell(cells, "challenge_id", "title")
    word = cells.needed(column)
    id_ = challenges.find(word) if word else None
    if word and id_ is None and (trouble := challenges.explain(word)):
        code, params = trouble
        cells.fault(column, code, **params)
    return id_
