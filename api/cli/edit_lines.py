"""What a hand edit gained and cost, as lines for the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.comparisons import Comparison
from models.messages import say
from models.seasons import Season
from models.text import Language, Text
from models.viewers import ORGANISER
from models.wording import listing

if TYPE_CHECKING:
    from api.show.edits import MoverView


def edit_lines(season: Season, comparison: Comparison) -> Iterator[Text]:
    """Say what happened to F, to each coalition that was touched, and to the rules."""
    from api.show.edits import tell_edits
    from api.show.showing import Showing
    from matcher.glossary import read_glossary

    showing = Showing(season, Language.EN, ORGANISER, read_glossary())
    edits = tell_edits(showing, comparison)
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


def _names(movers: "tuple[MoverView, ...]") -> Text:
    names = [Text.same(mover.actor.name) for mover in movers]
    return listing(names) if names else say("report_edit_nobody")
