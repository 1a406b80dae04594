"""`koalition check`: validate a season and say whether it can be formed."""

from collections import Counter
from collections.abc import Iterator

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command
from api.cli.output import BAD_INPUT, CONFLICT, dump, line_of, print_json, print_text
from api.settings import InstallationSettings
from models.canonical import Json
from models.checks import SeasonCheck
from models.errors import InputError
from models.messages import say
from models.text import Language, Text


@command
def check(season: SeasonFolder, lang: Lang = Language.EN, as_json: AsJson = False) -> None:
    """Validate a season, and say whether its coalitions can be formed."""
    from api.bootstrap import open_season, read_known_relevance

    try:
        read = open_season(season)
        from matcher.check import check_season

        found = check_season(read.season, read_known_relevance(read.season, InstallationSettings()))
    except InputError as error:
        if not as_json:
            raise
        faults = [dump(fault) for fault in error.faults]
        warnings = [dump(fault) for fault in error.warnings]
        pool = {"actors": 0, "sectors": {}, "counties": {}, "languages": {}}
        empty: Json = dump(SeasonCheck(challenges=()))
        print_json({"errors": faults, "warnings": warnings, "pool": pool, **empty})
        raise typer.Exit(BAD_INPUT) from error
    actors = read.season.actors
    if as_json:
        spoken = Counter(language for actor in actors for language in actor.languages)
        pool = {
            "actors": len(actors),
            "sectors": dict(sorted(Counter(str(a.sector) for a in actors).items())),
            "counties": dict(sorted(Counter(a.place.county for a in actors).items())),
            "languages": dict(sorted(spoken.items())),
        }
        warnings = [dump(fault) for fault in read.warnings]
        print_json({"errors": [], "warnings": warnings, "pool": pool, **dump(found)})
    else:
        for warning in read.warnings:
            typer.echo(line_of(warning, lang))
        count = len(read.season.challenges)
        print_text(say("season_fine", actors=len(actors), challenges=count), lang)
        for item in found.challenges:
            line = say("challenge_line", id=item.id, seats=item.seats, eligible=item.eligible)
            print_text(line, lang)
            for conflict in item.conflicts:
                print_text(conflict.text, lang)
        for kind in found.unjudged:
            print_text(say("rule_not_judged", rule=kind), lang)
        for line in relaxation_lines(found):
            print_text(line, lang)
    if not found.feasible:
        raise typer.Exit(CONFLICT)


def relaxation_lines(found: SeasonCheck) -> Iterator[Text]:
    """Say which rules stand against each other, and what else could give way."""
    if found.core:
        yield say("core_title")
        yield from (rule.text for rule in found.core)
    for number, alternative in enumerate(found.alternatives, start=1):
        yield say("alternative_title", number=number, cost=alternative.cost)
        yield from (conflict.text for conflict in alternative.conflicts)
