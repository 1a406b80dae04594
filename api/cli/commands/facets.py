"""`koalition facets`: sub-needs of a challenge, proposed from its words and the pool's."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_call
from api.cli.output import dump, print_json, print_text
from models.messages import say
from models.text import Language

if TYPE_CHECKING:
    from models.challenges import Challenge
    from models.facets import ProposedFacets


@command
def facets(
    season: SeasonFolder,
    challenge: Annotated[str | None, typer.Option(help="Only for this challenge.")] = None,
    count: Annotated[
        int | None, typer.Option(min=1, max=12, help="How many; otherwise 3 to 6.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Propose facets of a challenge, or of every challenge, in words ready to paste."""
    from api.use_cases.propose_facets import PROPOSE_FACETS, Wanted
    from api.use_cases.use_case import perform

    call = open_call(season, lang)
    read = call.season
    found = perform(PROPOSE_FACETS, call, Wanted(challenge=challenge, count=count))
    if as_json:
        print_json([dump(each) for each in found])
        return
    names = {actor.id: actor.name for actor in read.actors}
    for number, each in enumerate(found):
        if number:
            typer.echo()
        _print_facets(read.challenges[read.challenge_index[each.challenge_id]], each, names, lang)


def _print_facets(
    challenge: "Challenge", proposed: "ProposedFacets", names: dict[str, str], lang: Language
) -> None:
    """Print what is proposed for one challenge, or why so little is."""
    from matcher.facets.proposing import LEAST_ACTORS, LEAST_FIT
    from matcher.facets.words import FEWEST
    from models.numbers import decimal

    typer.echo(f"{challenge.title} ({challenge.id})")
    if challenge.facets:
        print_text(say("facets_there", facets="; ".join(challenge.facets)), lang)
    for number, facet in enumerate(proposed.facets, start=1):
        told = say(
            "facet_line",
            number=number,
            label=facet.label,
            actors=facet.actors,
            coverage=decimal(facet.coverage, 2).in_language(lang),
        )
        print_text(told, lang)
        if facet.best:
            best = ", ".join(names[id_] for id_ in facet.best)
            print_text(say("facet_best", names=best), lang)
        if facet.example:
            print_text(say("facet_example", example=facet.example), lang)
    if len(proposed.facets) < FEWEST:
        told = say(
            "facets_few",
            near=proposed.near,
            count=len(proposed.facets),
            least=LEAST_ACTORS,
            fit=decimal(LEAST_FIT, 1),
        )
        print_text(told, lang)
    if proposed.facets:
        line = ";".join(facet.label for facet in proposed.facets)
        print_text(say("facets_paste", line=line), lang)
