"""`koalition pareto`: the trade-off between two criteria."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.output import dump, print_json
from models.errors import BadRequest
from models.messages import say
from models.text import Language


@command
def pareto(
    season: SeasonFolder,
    proposal: ProposalFile,
    criteria: Annotated[
        str, typer.Option(metavar="ONE,OTHER", help="Two criteria in use.")
    ] = "relevance,geographic_spread",
    points: Annotated[int, typer.Option(min=2, help="How many points to look for.")] = 8,
    members: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="A file of members for each point.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Trade two criteria off: groupings of which none is better in both."""
    from api.use_cases.trade_off import TRADE_OFF, Trade
    from api.use_cases.use_case import perform
    from models.numbers import decimal

    one, _, other = (part.strip() for part in criteria.partition(","))
    if not one or not other or "," in other:
        raise BadRequest("criteria_of_two", value=criteria)
    call = open_call(season, lang)
    stated = open_proposal(call, proposal)
    given = Trade(proposal=stated, criteria=(one, other), points=points)
    front = perform(TRADE_OFF, call, given)
    if members is not None:
        from data.files.members import write_members

        members.mkdir(parents=True, exist_ok=True)
        for number, point in enumerate(front, start=1):
            path = members / f"point-{number}.csv"
            write_members(path, point.coalitions, call.season, lang)
    if as_json:
        print_json([dump(point) for point in front])
        return
    typer.echo(f"   {one:>20} {other:>20} {'F':>10}")
    for number, point in enumerate(front, start=1):
        values = [decimal(value, 6).in_language(lang) for value in point.values.values()]
        worth = decimal(point.objective, 6).in_language(lang)
        mark = "" if point.proven else " " + say("pareto_open").in_language(lang)
        typer.echo(f"{number:2} {values[0]:>20} {values[1]:>20} {worth:>10}{mark}")
