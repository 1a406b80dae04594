"""Ideas that members wrote in a meeting, as a table."""

from collections.abc import Collection
from pathlib import Path

from data.files.cells import RowReader
from data.files.columns import IDEAS
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.headers import note_ignored
from data.files.tables import read_table
from data.files.ties import read_actor_id
from models.errors import Fault
from models.frozen import Frozen
from models.idea_maps import CardKind, Idea
from models.seasons import Season

KINDS = {
    **dict.fromkeys(("need", "needs", "seeks", "behov", "söker"), CardKind.NEED),
    **dict.fromkeys(("offer", "offers", "erbjudande", "erbjuder"), CardKind.OFFER),
    **dict.fromkeys(("idea", "ideas", "idé", "idéer", "ide"), CardKind.IDEA),
}


class IdeasFile(Frozen):
    """Ideas as read, in the order of the file, with what was odd about it."""

    ideas: tuple[Idea, ...]
    warnings: tuple[Fault, ...]


def read_ideas(path: Path, season: Season, members: Collection[str]) -> IdeasFile:
    """Read ideas from a table with the columns actor, kind, text.

    Parameters
    ----------
    path : Path
        The table. An actor stands by id or exact name, or nobody does where the idea is the
        whole group's; without a kind it is an idea.
    season : Season
        Whose actors may be named.
    members : collection of str
        Ids of the coalition's members, whose ideas they are.

    Raises
    ------
    InputError
        With every fault at once: an unknown actor, one who is no member, an unknown kind, a
        row without text.
    """
    findings = Findings()
    table = read_table(path, IDEAS, findings)
    actors = Directory("unknown_actor")
    for number, actor in enumerate(season.actors):
        actors.enter(actor.id, actor.name, number)
    ideas = []
    if table:
        note_ignored(table.file, table.header_row, table.columns, IDEAS, findings)
    for row in table.rows if table else ():
        if not row.is_whole:
            continue
        cells = RowReader(path.name, row, findings)
        actor_id = read_actor_id(cells, "actor", actors) if cells.text("actor") else None
        kind = cells.choice("kind", KINDS, CardKind.IDEA)
        text = cells.needed("text")
        if actor_id is not None and actor_id not in members:
            cells.fault("actor", "idea_of_no_member")
        if kind is not None and text:
            ideas.append(Idea(kind=kind, text=text, actor_id=actor_id))
    if table and not table.rows and table.is_complete:
        findings.fault(path.name, None, None, None, "no_rows")
    findings.stop_if_faulty()
    return IdeasFile(ideas=tuple(ideas), warnings=tuple(findings.warnings))
