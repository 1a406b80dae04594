"""What a job is, once all that it needs is at hand: done without a database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.use_cases.call import Call
from api.use_cases.open_proposal import Opened
from api.use_cases.plan_meetings import PLAN_MEETINGS, MeetingOrder
from api.use_cases.prepare_run import RunOrder
from api.use_cases.price_rules import PRICE_RULES
from api.use_cases.propose import PROPOSE
from api.use_cases.repair_proposal import REPAIR_PROPOSAL, Declines
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from api.use_cases.trade_off import TRADE_OFF, Trade
from api.use_cases.use_case import perform
from api.use_cases.vary_proposal import VARY_PROPOSAL, Variation
from data.files.documents import format_document
from models.frozen import Frozen
from models.kept_seasons import SeasonContent
from models.proposals import Proposal
from models.runs import RunKind


@dataclass(frozen=True)
class Task:
    """A job with all that it needs.

    Attributes
    ----------
    given : dict
        What was asked for, as JSON.
    parent : str or None
        The document of the proposal that it starts from.
    """

    kind: RunKind
    content: SeasonContent
    given: dict[str, Any] = field(repr=False)
    parent: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class TaskOutcome:
    """What came of a task: a proposal's document, or something else that was found."""

    document: str | None = None
    result: Any = None
    gap: float | None = None
    is_relaxed: bool = False


def do_task(call: Call, task: Task) -> TaskOutcome:
    """Do a task.

    Raises
    ------
    KoalitionError
        As its use case does.
    """
    parent = Proposal.model_validate_json(task.parent) if task.parent else None
    return TASKS[task.kind](call, dict(task.given), parent)


def _propose(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    if coalitions := given.pop("coalitions", None):
        asked = Given(coalitions=coalitions, against=parent, is_proposal=True)
        parent = perform(SCORE_COALITIONS, call, asked).proposal
    order = RunOrder.model_validate({**given, "keep": parent})
    return _of_proposal(perform(PROPOSE, call, order))


def _repair(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    declines = Declines.model_validate({**given, "proposal": parent})
    return _of_proposal(perform(REPAIR_PROPOSAL, call, declines).proposal)


def _settle(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    asked = Given.model_validate({**given, "against": parent, "is_proposal": True})
    made = perform(SCORE_COALITIONS, call, asked).proposal
    assert made is not None
    return _of_proposal(made)


def _bound(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    version = given.pop("version")
    made = _settle(call, given, parent)
    certificate = Proposal.model_validate_json(made.document or "").certificate
    bound = {"version": version, "bound": certificate.bound}
    return TaskOutcome(result=bound, gap=certificate.gap)


def _vary(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    asked = Variation.model_validate({**given, "proposal": parent})
    found = perform(VARY_PROPOSAL, call, asked)
    return _of_results(found)


def _trade(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    asked = Trade.model_validate({**given, "proposal": parent})
    found = perform(TRADE_OFF, call, asked)
    return _of_results(found)


def _price(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    asked = Opened.model_validate({"proposal": parent})
    found = perform(PRICE_RULES, call, asked)
    return _of_results(found)


def _plan_meetings(call: Call, given: dict[str, Any], parent: Proposal | None) -> TaskOutcome:
    from data.files.agendas import read_agendas

    asked = {**given, "proposal": parent, "templates": read_agendas()}
    made = perform(PLAN_MEETINGS, call, MeetingOrder.model_validate(asked))
    return _of_results([each.plan for each in made])


def _of_proposal(proposal: Proposal) -> TaskOutcome:
    return TaskOutcome(
        document=format_document(proposal.to_document()),
        gap=proposal.certificate.gap,
        is_relaxed=bool(proposal.conflicts),
    )


def _of_results(found: Sequence[Frozen]) -> TaskOutcome:
    return TaskOutcome(result=[each.model_dump(mode="json", by_alias=True) for each in found])


TASKS: Mapping[RunKind, Callable[[Call, dict[str, Any], Proposal | None], TaskOutcome]] = {
    RunKind.PROPOSE: _propose,
    RunKind.ALTERNATIVES: _vary,
    RunKind.PARETO: _trade,
    RunKind.PRICE: _price,
    RunKind.REPAIR: _repair,
    RunKind.SETTLE: _settle,
    RunKind.BOUND: _bound,
    RunKind.MEETING_PLAN: _plan_meetings,
}
