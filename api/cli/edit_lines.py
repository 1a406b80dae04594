"""What a hand edit gained and cost, as lines for the terminal."""

from collections.abc import Iterator

from api.documents.report.edits import Edits, Mover
from models.messages import say
from models.text import Text
from models.wording import listing


def edit_lines(edits: Edits) -> Iterator[Text]:
    """Say what happened to F, to each coalition that was touched, and to the rules."""
    yield edits.objective
    for edit in edits.coalitions:
        total = edit.changes[-1].difference
        yield say(
            "edit_line",
            title=edit.title,
            change=total,
            came=_names(edit.came),
            left=_names(edit.left),
        )
    for code, texts in (
        ("report_conflicts_came", edits.conflicts_came),
        ("report_conflicts_went", edits.conflicts_went),
    ):
        if texts:
            yield say(code)
            yield from texts


def _names(movers: tuple[Mover, ...]) -> Text:
    names = [Text.same(mover.actor.name) for mover in movers]
    return listing(names) if names else say("report_edit_nobody")
