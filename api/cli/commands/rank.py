"""`koalition rank`: actors by relevance."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_call
from api.cli.evidence import tell_evidence
from api.cli.output import dump, print_json, print_text
from models.suggestions import RankedWhy
from models.text import Language


@command
def rank(
    season: SeasonFolder,
    challenge: Annotated[str | None, typer.Option(help="The challenge to rank for.")] = None,
    rank_all: Annotated[bool, typer.Option("--all", help="Rank for every challenge.")] = False,
    k: Annotated[int, typer.Option("-k", min=0, help="How many; 0 gives all.")] = 20,
    why: Annotated[
        bool, typer.Option("--why", help="Tell the words that carried each relevance, too.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Rank the actors by relevance to a challenge, or to every challenge."""
    from api.use_cases.rank_actors import RANK_ACTORS, Asked
    from api.use_cases.use_case import perform
    from models.numbers import decimal

    call = open_call(season, lang)
    wanted = challenge if challenge and not rank_all else None
    given = Asked(challenge=wanted, k=k, with_evidence=why)
    tables = {each.challenge_id: each.ranked for each in perform(RANK_ACTORS, call, given)}
    if as_json:
        documents = {key: [dump(entry) for entry in table] for key, table in tables.items()}
        print_json(documents if rank_all or challenge is None else next(iter(documents.values())))
        return
    names = {actor.id: actor.name for actor in call.season.actors}
    for key, table in tables.items():
        typer.echo(key)
        for entry in table:
            fit = decimal(entry.relevance, 3).in_language(lang)
            typer.echo(f"{entry.rank:4} {fit} {names[entry.actor_id]}")
            if isinstance(entry, RankedWhy) and entry.evidence is not None:
                print_text(tell_evidence(entry.evidence, "           "), lang)
