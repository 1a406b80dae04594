"""What gave way, coalition by coalition: by how much, and what would mend it."""

from dataclasses import dataclass

from api.show.coalitions import CoalitionSection
from api.show.naming import name_coalition
from api.show.rules import name_rule, tell_key
from api.show.showing import Showing
from models.messages import say
from models.numbers import count
from models.proposals import Proposal
from models.scores import Conflict
from models.text import Text
from models.wording import listing


@dataclass(frozen=True)
class ConflictRow:
    """A hard rule that gave way."""

    rule: Text
    sentence: Text
    asked: int
    given: int
    missed_by: Text
    mend: Text


@dataclass(frozen=True)
class ConflictGroup:
    """What gave way in one coalition; without a section where it could not be formed."""

    title: str
    section: CoalitionSection | None
    rows: tuple[ConflictRow, ...]


def conflict_groups(
    showing: Showing, proposal: Proposal, sections: tuple[CoalitionSection, ...]
) -> tuple[ConflictGroup, ...]:
    """Give the coalitions in which a rule gave way, in the proposal's order."""
    formed = {
        coalition.id: section
        for coalition, section in zip(proposal.coalitions, sections, strict=True)
    }
    groups: dict[str, list[ConflictRow]] = {}
    for conflict in proposal.conflicts:
        groups.setdefault(conflict.coalition, []).append(explain_conflict(showing, conflict))
    return tuple(
        ConflictGroup(name_coalition(showing.season, coalition), formed.get(coalition), tuple(rows))
        for coalition, rows in groups.items()
    )


def explain_conflict(showing: Showing, conflict: Conflict) -> ConflictRow:
    """Say what gave way, by how much, and what would mend it."""
    units = conflict.given - conflict.asked
    return ConflictRow(
        rule=name_rule(showing.glossary, conflict.rule, conflict.keys),
        sentence=conflict.text,
        asked=conflict.asked,
        given=conflict.given,
        missed_by=say("report_over_by" if units > 0 else "report_short_by", n=count(abs(units))),
        mend=_say_mend(showing, conflict),
    )


def _say_mend(showing: Showing, conflict: Conflict) -> Text:
    """Say what would mend it; a rule that does not say has the words for any rule."""
    what = listing([tell_key(key, value) for key, value in conflict.keys.items()])
    mend = showing.glossary.mend_of(conflict.rule) or say("report_mend_other")
    return mend.format(what=what, given=count(conflict.given))
