"""What a hand edit gained and cost, in words: two proposals of one season beside each other."""

from dataclasses import dataclass

from api.show.naming import name_coalition
from api.show.showing import Showing
from models.actors import Actor
from models.comparisons import PENALTIES, SMALLEST, TOTAL, Change, Comparison, Mover
from models.messages import say
from models.numbers import contribution, decimal
from models.text import Text
from models.wording import alphabetical, sentence_case


@dataclass(frozen=True)
class MoverView:
    """A member that came or left, with the title of the coalition at the other end, if any."""

    actor: Actor
    elsewhere: str | None


@dataclass(frozen=True)
class ChangeView:
    """A figure before and after by its name; None where the coalition was not there."""

    name: Text
    before: float | None
    after: float | None

    @property
    def difference(self) -> Text:
        """Say by how much it changed."""
        if self.before is None or self.after is None:
            return Text.same("–")
        gain = self.after - self.before
        return say("report_unchanged") if abs(gain) < SMALLEST else contribution(gain)


@dataclass(frozen=True)
class EditView:
    """What happened to one coalition."""

    id: str
    title: str
    came: tuple[MoverView, ...]
    left: tuple[MoverView, ...]
    changes: tuple[ChangeView, ...]
    is_new: bool
    is_gone: bool


@dataclass(frozen=True)
class Edits:
    """What happened to the whole proposal."""

    objective: Text
    is_comparable: bool
    coalitions: tuple[EditView, ...]
    untouched: int
    conflicts_came: tuple[Text, ...]
    conflicts_went: tuple[Text, ...]


def tell_edits(showing: Showing, comparison: Comparison) -> Edits:
    """Put a comparison into words; movers stand in order of their names."""
    return Edits(
        objective=_say_objective(comparison.before, comparison.after),
        is_comparable=comparison.is_comparable,
        coalitions=tuple(
            EditView(
                id=edit.id,
                title=name_coalition(showing.season, edit.id),
                came=_movers(showing, edit.came),
                left=_movers(showing, edit.left),
                changes=tuple(_name_change(showing, change) for change in edit.changes),
                is_new=edit.is_new,
                is_gone=edit.is_gone,
            )
            for edit in comparison.coalitions
        ),
        untouched=comparison.untouched,
        conflicts_came=tuple(conflict.text for conflict in comparison.conflicts_came),
        conflicts_went=tuple(conflict.text for conflict in comparison.conflicts_went),
    )


def _movers(showing: Showing, movers: tuple[Mover, ...]) -> tuple[MoverView, ...]:
    views = [
        MoverView(
            showing.actor(each.actor_id),
            name_coalition(showing.season, each.elsewhere) if each.elsewhere else None,
        )
        for each in movers
    ]
    return tuple(sorted(views, key=lambda view: (alphabetical(view.actor.name), view.actor.id)))


def _name_change(showing: Showing, change: Change) -> ChangeView:
    """Name a figure: a criterion, the deductions or the total."""
    codes = {PENALTIES: "report_penalties", TOTAL: "report_total"}
    code = codes.get(change.key)
    name = say(code) if code else sentence_case(showing.glossary.title_of(change.key))
    return ChangeView(name, change.before, change.after)


def _say_objective(before: float, after: float) -> Text:
    gain = after - before
    code = "report_edit_gains" if gain > 0 else "report_edit_costs"
    return say(
        "report_edit_keeps" if abs(gain) < SMALLEST else code,
        change=decimal(abs(gain), 4),
        before=decimal(before, 4),
        after=decimal(after, 4),
    )
