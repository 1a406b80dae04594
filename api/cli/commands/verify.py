"""`koalition verify`: recompute a proposal without the solver."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call
from api.cli.output import DISAGREES, dump, print_json, print_text
from models.messages import say
from models.text import Language


@command
def verify(
    season: SeasonFolder,
    proposal: ProposalFile,
    trust_relevance: Annotated[
        bool, typer.Option(help="Take the stored relevance where the model is not at hand.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Recompute a proposal without the solver; exit 5 where it does not agree."""
    from api.use_cases.open_proposal import Stored
    from api.use_cases.use_case import perform
    from api.use_cases.verify_proposal import VERIFY_PROPOSAL
    from data.files.documents import read_stated

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
