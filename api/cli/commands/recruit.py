"""`koalition recruit`: which kind of actor would lift each coalition most."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.output import dump, print_json, print_text
from models.messages import say
from models.text import Language


@command
def recruit(
    season: SeasonFolder,
    proposal: ProposalFile,
    count: Annotated[int, typer.Option("-k", min=1, help="Kinds for each coalition.")] = 3,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Say which kind of actor, and from where, would lift each coalition most."""
    from api.use_cases.advise_recruits import ADVISE_RECRUITS, Advice
    from api.use_cases.use_case import perform

    call = open_call(season, lang)
    given = Advice(proposal=open_proposal(call, proposal), count=count)
    advice = perform(ADVISE_RECRUITS, call, given)
    if as_json:
        print_json([dump(each) for each in advice])
        return
    for each in advice:
        print_text(each.text, lang)
    if not advice:
        print_text(say("recruit_nobody"), lang)
