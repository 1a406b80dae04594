"""The console command `koalition`.

Heavy libraries are imported inside the commands, so that help answers at once.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from api.cli.output import (
    BAD_INPUT,
    CONFLICT,
    DISAGREES,
    Terminal,
    dump,
    fail,
    line_of,
    print_json,
    print_text,
    stop,
)
from api.cli.pins import read_rules
from models.errors import InputError, KoalitionError
from models.messages import say
from models.seasons import Effort
from models.sectors import Sector
from models.text import Language

app = typer.Typer(
    help="Form cross-sector coalitions from the actors' own words, with reasons and a proof.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

SeasonFolder = Annotated[Path, typer.Argument(metavar="SEASON", help="Folder of the season.")]
Lang = Annotated[
    Language, typer.Option("--lang", envvar="KOALITION_LANG", help="Language of what is printed.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command()
def new(season: SeasonFolder, lang: Lang = Language.EN) -> None:
    """Write a folder with headers and example rows to fill in."""
    from data.exchange.templates import write_template

    try:
        for path in write_template(season, lang):
            print_text(say("template_written", file=path.name, folder=season), lang)
    except KoalitionError as error:
        raise fail(error, lang) from error


@app.command()
def check(season: SeasonFolder, lang: Lang = Language.EN, as_json: AsJson = False) -> None:
    """Validate a season, and say whether its coalitions can be formed."""
    from api.bootstrap import open_season

    try:
        read = open_season(season)
        from matcher.check import check_season

        checks = check_season(read.season)
    except InputError as error:
        if as_json:
            faults = [dump(fault) for fault in error.faults]
            warnings = [dump(fault) for fault in error.warnings]
            pool = {"actors": 0, "sectors": {}, "counties": {}, "languages": {}}
            print_json({"errors": faults, "warnings": warnings, "pool": pool, "challenges": []})
            raise typer.Exit(BAD_INPUT) from error
        raise fail(error, lang) from error
    except KoalitionError as error:
        raise fail(error, lang) from error
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


@app.command()
def propose(
    season: SeasonFolder,
    challenge: Annotated[str | None, typer.Option(help="Only this challenge.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the proposal goes.")] = None,
    members: Annotated[Path | None, typer.Option(help="Members as CSV, to edit.")] = None,
    seed: Annotated[int | None, typer.Option(min=0)] = None,
    effort: Annotated[Effort | None, typer.Option(help="How much work is spent.")] = None,
    time_limit: Annotated[float | None, typer.Option(help="Safety stop in seconds.")] = None,
    pin: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR=COALITION", help="Put an actor in.")
    ] = None,
    ban: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR[=COALITION]", help="Keep an actor out.")
    ] = None,
    reproducible: Annotated[bool, typer.Option(help="Leave out dates and seconds.")] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Propose coalitions: the main job."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings

    progress = Terminal(lang)
    try:
        read = open_season(season).season
        if challenge is not None and challenge not in read.challenge_index:
            known = ", ".join(read.challenge_index)
            raise stop("challenge_not_found", lang, BAD_INPUT, name=challenge, known=known)
        rules = read_rules(read, pin or (), ban or ())
        reading = read_season_words(read, InstallationSettings(), progress)
        from matcher.explain.verify import verify as recheck
        from matcher.propose import Options
        from matcher.propose import propose as run

        options = Options(
            challenge=challenge,
            seed=seed,
            effort=effort,
            time_limit_s=time_limit,
            rules=rules,
            is_reproducible=reproducible,
        )
        proposal = run(read, reading, options, progress)
        document = dump(proposal)
        differences = recheck(read, document, reading)
        if differences:
            raise stop("differs", lang, DISAGREES, **differences[0].model_dump())
        path = out or season / "out" / "proposal.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        if members is not None:
            from data.exchange.members import write_members
            from models.scores import CoalitionMembers

            write_members(
                members,
                [
                    CoalitionMembers(
                        id=coalition.id,
                        challenge_id=coalition.challenge_id,
                        members=tuple(member.actor_id for member in coalition.members),
                    )
                    for coalition in proposal.coalitions
                ],
            )
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        print_json(document)
    else:
        certificate = proposal.certificate
        worth = {"objective": certificate.objective, "bound": certificate.bound}
        print_text(say("proposal_written", path=path, **worth), lang)
        for conflict in proposal.conflicts:
            print_text(conflict.text, lang)
    if proposal.conflicts:
        raise typer.Exit(CONFLICT)


@app.command()
def score(
    season: SeasonFolder,
    members: Annotated[Path, typer.Argument(metavar="MEMBERS.csv", help="Given coalitions.")],
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Score given coalitions by the same criteria and rules."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings
    from data.exchange.members import read_members

    try:
        read = open_season(season).season
        coalitions = read_members(members, read)
        from matcher.scoring import score_coalitions

        reading = read_season_words(read, InstallationSettings(), Terminal(lang))
        sheet = score_coalitions(read, reading, coalitions)
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        print_json(dump(sheet))
        return
    for coalition in sheet.coalitions:
        typer.echo(f"{coalition.id}  n = {coalition.size}  T = {coalition.total:.6f}")
        for key, value in coalition.scores.items():
            typer.echo(f"  {key:20} {value:.3f}")
        for conflict in coalition.violations:
            print_text(conflict.text, lang)
    typer.echo(f"F = {sheet.objective:.6f}")


@app.command()
def verify(
    season: SeasonFolder,
    proposal: Annotated[Path, typer.Argument(metavar="proposal.json", help="The proposal.")],
    trust_relevance: Annotated[
        bool, typer.Option(help="Take the stored relevance where the model is not at hand.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Recompute a proposal without the solver; exit 5 where it does not agree."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings

    try:
        read = open_season(season).season
        try:
            document = json.loads(proposal.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise stop("not_json", lang, BAD_INPUT, path=proposal, reason=error) from error
        from matcher.explain.verify import verify as compare

        settings = InstallationSettings()
        words = None if trust_relevance else read_season_words(read, settings, Terminal(lang))
        differences = compare(read, document, words)
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        print_json({"agrees": not differences, "differences": [dump(d) for d in differences]})
    else:
        for difference in differences:
            print_text(say("differs", **difference.model_dump()), lang)
        if not differences:
            print_text(say("agrees"), lang)
    if differences:
        raise typer.Exit(DISAGREES)


@app.command()
def rank(
    season: SeasonFolder,
    challenge: Annotated[str | None, typer.Option(help="The challenge to rank for.")] = None,
    rank_all: Annotated[bool, typer.Option("--all", help="Rank for every challenge.")] = False,
    k: Annotated[int, typer.Option("-k", min=0, help="How many; 0 gives all.")] = 20,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Rank the actors by relevance to a challenge, or to every challenge."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings

    try:
        read = open_season(season).season
        from matcher.rank import rank_actors

        reading = read_season_words(read, InstallationSettings(), Terminal(lang))
        wanted = [challenge] if challenge and not rank_all else list(read.challenge_index)
        tables = {key: rank_actors(read, reading, key, k) for key in wanted}
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        documents = {key: [dump(entry) for entry in table] for key, table in tables.items()}
        print_json(documents if rank_all or challenge is None else documents[wanted[0]])
        return
    names = {actor.id: actor.name for actor in read.actors}
    for key, table in tables.items():
        typer.echo(key)
        for entry in table:
            typer.echo(f"{entry.rank:4} {entry.relevance:.3f} {names[entry.actor_id]}")


@app.command()
def suggest(
    season: SeasonFolder,
    actor: Annotated[str, typer.Option(help="The actor's id.")],
    k: Annotated[int, typer.Option("-k", min=0, help="How many; 0 gives all.")] = 10,
    include_known: Annotated[bool, typer.Option(help="Actors with a tie, too.")] = False,
    sector: Annotated[Sector | None, typer.Option(help="Only this sector.")] = None,
    within_km: Annotated[float | None, typer.Option(help="Only so near.")] = None,
    language: Annotated[str | None, typer.Option(help="Only who meets in it.")] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Suggest new partners for an actor, with reasons."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings

    try:
        read = open_season(season).season
        from matcher.suggest import suggest_partners

        reading = read_season_words(read, InstallationSettings(), Terminal(lang))
        found = suggest_partners(
            read,
            reading,
            actor,
            k=k,
            include_known=include_known,
            sector=sector,
            within_km=within_km,
            language=language,
        )
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        print_json([dump(item) for item in found])
        return
    for item in found:
        typer.echo(f"{item.score:.3f} {item.name} ({item.place}, {item.distance_km:g} km)")
        for reason in item.reasons:
            print_text(reason.text, lang)


def main() -> None:
    """Run the command."""
    app()
