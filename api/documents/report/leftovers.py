"""The actors without a place, grouped by why."""

from dataclasses import dataclass

from api.show.showing import Showing
from models.actors import Actor
from models.messages import MESSAGES, say
from models.proposals import Proposal
from models.text import Text
from models.wording import word


@dataclass(frozen=True)
class LeftoverRow:
    """An actor without a place, with its own sentence."""

    actor: Actor
    sentence: Text


@dataclass(frozen=True)
class LeftoverGroup:
    """Actors who got no place for the same kind of reason."""

    title: Text
    rows: tuple[LeftoverRow, ...]


def leftover_groups(showing: Showing, proposal: Proposal) -> tuple[LeftoverGroup, ...]:
    """Give the groups, the largest first; within one the proposal's order."""
    groups: dict[str, list[LeftoverRow]] = {}
    for item in proposal.unplaced:
        actor = showing.actor(item.actor_id)
        sentence = Text(sv=item.reason.sv, en=item.reason.en)
        groups.setdefault(item.reason.code, []).append(LeftoverRow(actor, sentence))
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple(LeftoverGroup(_title(code), tuple(rows)) for code, rows in ordered)


def _title(code: str) -> Text:
    """Name a kind of reason; one of another version has no name of its own."""
    if f"report_{code}" in MESSAGES:
        return word("report", code)
    return say("report_unplaced_other")
