"""Proposals: listed, read, verified, compared, shown, proven, chosen."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request, Response

from api.documents.report.render import render_report
from api.http.asking import Asker, Asking, Key, Shown
from api.http.examples import proposals as examples
from api.http.examples.documents import PROPOSAL
from api.http.examples.invitations import PUBLISHING
from api.http.examples.runs import PROPOSAL_ID
from api.http.languages import answer_language
from api.http.responses import answers, document_of
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.common import ListPart, PageQuery
from api.http.schemas.invitations import PublishRequest
from api.http.schemas.proposals import ProposalView, ReportQuery, VerdictView
from api.use_cases.compare_proposals import COMPARE_PROPOSALS, Pair
from api.use_cases.export_season import EXPORT_SEASON, Export
from api.use_cases.issue_receipts import GIVE_RECEIPT
from api.use_cases.lead_proposal import LEAD_PROPOSAL, ProposalStep
from api.use_cases.list_proposals import LIST_PROPOSALS, ProposalsAsked
from api.use_cases.open_proposal import Stored
from api.use_cases.proposals_kept import ProposalAsked
from api.use_cases.read_proposal import READ_PROPOSAL
from api.use_cases.verify_proposal import VERIFY_PROPOSAL
from data.files.receipts import write_receipt
from models.canonical import parse_json
from models.comparisons import Comparison
from models.editions import ReportForm
from models.errors import WrongState
from models.kept_proposals import KeptProposal
from models.proposals import Proposal
from models.season_places import Target

router = APIRouter(tags=["proposals"])
ProposalId = Annotated[
    str,
    Path(
        alias="proposal", min_length=1, max_length=26, description="Its id.", examples=[PROPOSAL_ID]
    ),
]
OtherId = Annotated[
    str,
    Path(
        alias="other",
        min_length=1,
        max_length=26,
        description="Another proposal's id.",
        examples=[PROPOSAL_ID],
    ),
]
AS_EVER = PublishRequest()
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"


def _at(proposal: str) -> Target:
    return Target(kind="proposal", id=proposal)


def _read(asking: Asker, proposal: str) -> str:
    return asking.ask(READ_PROPOSAL, ProposalAsked(), _at(proposal)).document


@router.get(
    "/seasons/{season}/proposals",
    operation_id="listProposals",
    responses=answers({200: examples.PROPOSALS}, "cursor_unknown", "not_found"),
)
def list_proposals(
    query: Annotated[PageQuery, Query()], season: SeasonId, asking: Asking
) -> ListPart[ProposalView]:
    """List a season's proposals: where each came from, and what it is worth."""
    asked = ProposalsAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_PROPOSALS, asked, season_at(season), part="query")
    return ListPart(items=tuple(map(ProposalView.of, page.items)), next=page.next)


@router.get(
    "/proposals/{proposal}",
    operation_id="readProposal",
    response_model=None,
    responses=answers({}, "not_found", extra={200: document_of(Proposal, PROPOSAL)}),
)
def read_proposal(query: Plain, proposal: ProposalId, asking: Asking) -> Response:
    """Read a proposal: the document that `koalition propose` writes, as it was written."""
    return Response(_read(asking, proposal), media_type="application/json")


@router.post(
    "/proposals/{proposal}/verify",
    operation_id="verifyProposal",
    responses=answers({200: examples.VERDICT}, "not_found", "key_reused", "model_not_found"),
)
def verify_proposal(query: Plain, proposal: ProposalId, asking: Asking, key: Key) -> VerdictView:
    """Recompute a proposal from its season as it now is, without the solver."""
    given = Stored(document=parse_json(_read(asking, proposal)))
    verdict = asking.ask(VERIFY_PROPOSAL, given, _at(proposal))
    return VerdictView(
        agrees=not verdict.differences,
        differences=verdict.differences,
        unchecked=verdict.unchecked,
    )


@router.get(
    "/proposals/{proposal}/diff/{other}",
    operation_id="compareProposals",
    responses=answers({200: examples.DIFF}, "not_found"),
)
def compare_proposals(
    query: Plain, proposal: ProposalId, other: OtherId, asking: Asking
) -> Comparison:
    """Compare a proposal with another one: who moved, and what each figure became."""
    before, after = (
        Proposal.model_validate_json(_read(asking, each)) for each in (proposal, other)
    )
    return asking.ask(COMPARE_PROPOSALS, Pair(before=before, after=after), _at(proposal))


@router.get(
    "/proposals/{proposal}/report",
    operation_id="showReport",
    response_class=Response,
    responses=answers(
        {},
        "not_found",
        "proposal_outdated",
        extra={
            200: {
                "content": {
                    "text/html": {"schema": {"type": "string"}, "example": "<!doctype html>…"}
                }
            }
        },
    ),
)
def show_report(
    query: Annotated[ReportQuery, Query()],
    proposal: ProposalId,
    asking: Asking,
    request: Request,
) -> Response:
    """Show a proposal's report as one page that needs nothing beside itself."""
    made = Proposal.model_validate_json(_read(asking, proposal))
    content = asking.ask(EXPORT_SEASON, Export(), _at(proposal))
    season = content.season
    named = {member.actor_id for each in made.coalitions for member in each.members}
    named |= {each.actor_id for each in made.unplaced}
    if named - season.actor_index.keys():
        raise WrongState("proposal_outdated")
    form = ReportForm(edition=query.edition, host=content.host)
    page = render_report(season, made, answer_language(request), form=form)
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": PAGE_POLICY})


@router.get(
    "/proposals/{proposal}/receipt",
    operation_id="giveReceipt",
    response_class=Response,
    responses=answers(
        {},
        "not_found",
        extra={
            200: {
                "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}
            }
        },
    ),
)
def give_receipt(query: Plain, proposal: ProposalId, asking: Asking) -> Response:
    """Give a ZIP that `koalition verify` takes on any machine; nothing in it is personal."""
    receipt = asking.ask(GIVE_RECEIPT, ProposalAsked(), _at(proposal))
    name = f'attachment; filename="receipt-{receipt.content_sha256[:12]}.zip"'
    headers = {"Content-Disposition": name}
    return Response(write_receipt(receipt), media_type="application/zip", headers=headers)


def _join(verb: str, name: str, doc: str, *codes: str) -> None:
    """Add the address of what happens to a proposal."""

    def lead(query: Plain, proposal: ProposalId, asking: Asking, key: Key) -> Response:
        given = ProposalStep.model_validate({"event": verb})
        return asking.order(LEAD_PROPOSAL, given, _show, _at(proposal), key)

    lead.__doc__ = doc
    join: Callable[..., None] = router.add_api_route
    join(
        f"/proposals/{{proposal}}/{verb}",
        lead,
        methods=["POST"],
        operation_id=name,
        response_model=ProposalView,
        responses=answers(
            {200: examples.KEPT}, "not_allowed", "not_found", "wrong_state", "key_reused", *codes
        ),
    )


@router.post(
    "/proposals/{proposal}/publish",
    operation_id="publishProposal",
    response_model=ProposalView,
    responses=answers(
        {200: examples.KEPT}, "not_allowed", "not_found", "wrong_state", "key_reused"
    ),
)
def publish_proposal(
    query: Plain,
    proposal: ProposalId,
    asking: Asking,
    key: Key,
    body: Annotated[PublishRequest, Body(openapi_examples=PUBLISHING)] = AS_EVER,
) -> Response:
    """Publish the chosen proposal: its invitations are held until they are released."""
    given = ProposalStep(event="publish", deadline=body.deadline, message=body.message)
    return asking.order(LEAD_PROPOSAL, given, _show, _at(proposal), key)


def _show(kept: KeptProposal) -> Shown:
    return Shown(ProposalView.of(kept))


_join("choose", "chooseProposal", "Choose a proposal, in the place of any that was chosen.")
_join("withdraw", "withdrawProposal", "Withdraw a published proposal.", "proposal_answered")
