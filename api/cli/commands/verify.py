"""`koalition verify`: recompute a proposal without the solver."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, installation, open_call
from api.cli.output import DISAGREES, dump, print_json, print_text
from api.cli.progress import Terminal
from models.errors import BadRequest
from models.messages import say
from models.text import Language
from models.viewers import ORGANISER


@command
def verify(
    season: SeasonFolder,
    proposal: Annotated[
        Path | None,
        typer.Argument(metavar="proposal.json", help="The proposal; a receipt holds its own."),
    ] = None,
    trust_relevance: Annotated[
        bool, typer.Option(help="Take the stored relevance where the model is not at hand.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Recompute a proposal without the solver; exit 5 where it does not agree.

    A receipt (.zip) in the place of the season's folder needs nothing else.
    """
    from api.use_cases.open_proposal import Stored
    from api.use_cases.use_case import perform
    from api.use_cases.verify_proposal import VERIFY_PROPOSAL
    from data.files.documents import read_stated
    from data.files.receipts import read_receipt
    from models.kept_seasons import KeptSeason, SeasonContent

    if proposal is None:
        if season.suffix.lower() != ".zip":
            raise BadRequest("proposal_needed")
        receipt = read_receipt(season)
        work = KeptSeason(slug="-", version=0, content=SeasonContent(season=receipt.season))
        call = installation().call(work, ORGANISER, Terminal(lang))
        given = Stored(document=receipt.proposal, trusts_relevance=True)
        if not as_json:
            print_text(say("receipt_of", content_sha256=receipt.content_sha256), lang)
    else:
        call = open_call(season, lang)
        given = Stored(document=read_stated(proposal), trusts_relevance=trust_relevance)
    verdict = perform(VERIFY_PROPOSAL, call, given)
    differences, unchecked = verdict.differences, verdict.unchecked
    if as_json:
        answer = {"agrees": not differences, "differences": [dump(d) for d in differences]}
        print_json(answer | ({"unchecked": list(unchecked)} if unchecked else {}))
    else:
        for difference in differences:
            code = "other_season" if difference.place == "season" else "differs"
            print_text(say(code, **difference.model_dump()), lang)
        if not differences:
            print_text(say("agrees"), lang)
        if unchecked:
            print_text(say("unchecked", keys=", ".join(unchecked)), lang)
    if differences:
        raise typer.Exit(DISAGREES)
