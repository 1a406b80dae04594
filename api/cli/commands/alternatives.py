"""`koalition alternatives`: clearly different coalitions, the best first."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.output import dump, print_json, print_text
from models.messages import say
from models.proposals import Alternative, Proposal
from models.seasons import Season
from models.text import Language, Text


@command
def alternatives(
    season: SeasonFolder,
    proposal: ProposalFile,
    coalition: Annotated[
        str | None, typer.Option(help="Only this coalition changes; else all may.")
    ] = None,
    count: Annotated[int, typer.Option("-k", min=1, help="How many.")] = 3,
    apart: Annotated[int, typer.Option(min=3, help="Members that any two differ by.")] = 3,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Give clearly different coalitions, the best first."""
    from api.use_cases.use_case import perform
    from api.use_cases.vary_proposal import VARY_PROPOSAL, Variation

    call = open_call(season, lang)
    stated = open_proposal(call, proposal)
    given = Variation(proposal=stated, coalition=coalition, count=count, apart=apart)
    found = perform(VARY_PROPOSAL, call, given)
    if as_json:
        print_json([dump(each) for each in found])
        return
    for number, each in enumerate(found, start=1):
        for line in _lines(call.season, stated, number, each):
            print_text(line, lang)
    if len(found) < count:
        print_text(say("alternatives_fewer", count=len(found), asked=count), lang)


def _lines(season: Season, before: Proposal, number: int, each: Alternative) -> list[Text]:
    """Say what an alternative is worth, and who comes and leaves in each coalition."""
    from models.numbers import decimal
    from models.wording import listing

    names = {actor.id: actor.name for actor in season.actors}
    titles = {challenge.id: challenge.title for challenge in season.challenges}
    worth = decimal(each.certificate.objective, 6)
    loss = decimal(before.certificate.objective - each.certificate.objective, 6)
    lines = [say("alternative_line", number=number, objective=worth, loss=loss)]

    def name(ids: set[str]) -> Text:
        told = [Text.same(names[i]) for i in sorted(ids)]
        return listing(told) if told else say("report_edit_nobody")

    for old, new in zip(before.coalitions, each.coalitions, strict=True):
        was, now = ({m.actor_id for m in c.members} for c in (old, new))
        if was != now:
            lines.append(
                say(
                    "alternative_members",
                    title=titles[new.challenge_id],
                    came=name(now - was),
                    left=name(was - now),
                )
            )
    return lines
