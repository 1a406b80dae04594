"""`koalition check`: validate a season and say whether it can be formed."""

from collections import Counter

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command
from api.cli.output import BAD_INPUT, CONFLICT, dump, line_of, print_json, print_text
from models.errors import InputError
from models.messages import say
from models.text import Language


@command
def check(season: SeasonFolder, lang: Lang = Language.EN, as_json: AsJson = False) -> None:
    """Validate a season, and say whether its coalitions can be formed."""
    from api.bootstrap import open_season

    try:
        read = open_season(season)
        from matcher.check import check_season

        checks = check_season(read.season)
    except InputError as error:
        if not as_json:
            raise
        faults = [dump(fault) for fault in error.faults]
        warnings = [dump(fault) for fault in error.warnings]
        pool = {"actors": 0, "sectors": {}, "counties": {}, "languages": {}}
        print_json({"errors": faults, "warnings": warnings, "pool": pool, "challenges": []})
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
        challenges = [dump(item) for item in checks]
        print_json({"errors": [], "warnings": warnings, "pool": pool, "challenges": challenges})
    else:
        for warning in read.warnings:
            typer.echo(line_of(warning, lang))
        count = len(read.season.challenges)
        print_text(say("season_fine", actors=len(actors), challenges=count), lang)
        for item in checks:
            line = say("challenge_line", id=item.id, seats=item.seats, eligible=item.eligible)
            print_text(line, lang)
            for conflict in item.conflicts:
                print_text(conflict.text, lang)
    if not all(item.feasible for item in checks):
        raise typer.Exit(CONFLICT)
