"""`koalition reserves`: who is to stand by, so that coalitions survive likely drop-outs."""

from collections.abc import Mapping
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.output import dump, print_json, print_text
from models.messages import say
from models.text import Language


@command
def reserves(
    season: SeasonFolder,
    proposal: ProposalFile,
    chance: Annotated[
        float,
        typer.Option(min=0, max=0.99, help="Chance that an actor drops out, from 0 to 0.99."),
    ] = 0.1,
    column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Column of the actors' table with chances of their own."),
    ] = None,
    count: Annotated[int, typer.Option("-k", min=1, max=8, help="Reserves on each list.")] = 4,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Choose for each coalition the reserves who let it survive likely drop-outs."""
    from api.use_cases.choose_reserves import CHOOSE_RESERVES, Standbys
    from api.use_cases.use_case import perform
    from data.files.chances import read_chances
    from models.numbers import decimal, percent

    call = open_call(season, lang)
    chances = read_chances(call.season, column, chance)
    stated = open_proposal(call, proposal)
    given = Standbys(proposal=stated, chances=chances, count=count)
    lists = perform(CHOOSE_RESERVES, call, given)
    if as_json:
        print_json([dump(each) for each in lists])
        return
    names = {actor.id: actor.name for actor in call.season.actors}
    titles = {challenge.id: challenge.title for challenge in call.season.challenges}
    for each in lists:
        words: Mapping[str, object] = {
            "title": titles[each.challenge_id],
            "coalition": each.coalition,
            "alone": percent(each.alone),
            "survives": percent(each.survives),
            "loss": decimal(each.loss, 4),
        }
        print_text(say("reserves_line", **words), lang)
        for number, standby in enumerate(each.reserves, start=1):
            line = say(
                "reserve_line",
                number=number,
                name=names[standby.actor_id],
                seats=len(standby.seats),
                survives=percent(standby.survives),
            )
            print_text(line, lang)
        if not each.reserves:
            print_text(say("reserves_nobody"), lang)
