"""`koalition check`: validate a season and say whether it can be formed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, installation, open_work
from api.cli.fault_lines import lines_of
from api.cli.kept import files_of, insist_on_folder
from api.cli.output import BAD_INPUT, CONFLICT, dump, print_json, print_text
from api.cli.progress import Terminal
from api.cli.wording import word_fault
from models.canonical import Json
from models.checks import PoolCount, SeasonCheck
from models.errors import BadRequest, InputError
from models.messages import say
from models.seasons import Season
from models.sectors import Sector
from models.text import Language, Text
from models.viewers import ORGANISER
from models.wording import join_texts, sentences


@command
def check(
    season: SeasonFolder,
    cost: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=N",
            help="What it costs when a rule of this kind gives way by one; may be repeated.",
        ),
    ] = None,
    learn: Annotated[
        bool,
        typer.Option(
            "--learn", help="Write unknown headers and sector words into season.toml, to settle."
        ),
    ] = False,
    faults: Annotated[
        Path | None,
        typer.Option(
            "--faults",
            metavar="FILE.xlsx",
            help="Write your tables as a workbook with the cells at fault marked.",
        ),
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Validate a season, and say whether its coalitions can be formed."""
    from api.use_cases.check_season import CHECK_SEASON, RelaxationCosts
    from api.use_cases.use_case import perform

    try:
        if learn:
            insist_on_folder(season)
            tell_learned(season, lang)
        work, odd = open_work(season)
        given = RelaxationCosts(costs=read_costs(cost or ()))
        checked = perform(CHECK_SEASON, installation().call(work, ORGANISER, Terminal(lang)), given)
        found = checked.found
    except InputError as error:
        mark(faults, season, error, lang)
        if not as_json:
            for warning in lines_of(error.warnings, lang):
                typer.echo(warning)
            raise
        errors = [dump(word_fault(fault)) for fault in error.faults]
        warnings = [dump(fault) for fault in error.warnings]
        empty: Json = {"pool": dump(PoolCount()), **dump(SeasonCheck(challenges=()))}
        print_json({"errors": errors, "warnings": warnings, **empty})
        raise typer.Exit(BAD_INPUT) from error
    mark(faults, season, InputError((), odd), lang)
    if as_json:
        warnings = [dump(fault) for fault in odd]
        pool = dump(checked.pool)
        print_json({"errors": [], "warnings": warnings, "pool": pool, **dump(found)})
    else:
        for warning in lines_of(odd, lang):
            typer.echo(warning)
        for line in (*pool_lines(work.season, checked.pool), *check_lines(found)):
            print_text(line, lang)
    if not found.feasible:
        raise typer.Exit(CONFLICT)


def mark(path: Path | None, season: Path, found: InputError, language: Language) -> None:
    """Write the workbook with the cells at fault marked where it is asked for, and tell of it."""
    if path is not None:
        from data.files.marked import write_marked

        with files_of(season) as folder:
            write_marked(path, folder, map(word_fault, found.faults), found.warnings, language)
        print_text(say("marked_written", path=path), language, err=True)


def tell_learned(season: Path, language: Language) -> None:
    """Write what is not known into the settings, and tell the lines on stderr."""
    from data.files.learning import write_learned

    lines = write_learned(season)
    code = "learned_lines" if lines else "learned_nothing"
    print_text(say(code, count=len(lines)), language, err=True)
    for line in lines:
        typer.echo(f"  {line}", err=True)


def read_costs(options: Sequence[str]) -> dict[str, int]:
    """Read options like `sector_floor=5`.

    Raises
    ------
    BadRequest
        `cost_of_kind`, with the kinds that can give way; `cost_twice`.
    """
    from api.use_cases.check_season import list_priced_kinds

    known = list_priced_kinds()
    costs = dict[str, int]()
    for option in options:
        kind, _, number = option.partition("=")
        if kind not in known or not number.isdecimal() or int(number) < 1:
            raise BadRequest("cost_of_kind", value=option, known=", ".join(known))
        if kind in costs:
            raise BadRequest("cost_twice", kind=kind)
        costs[kind] = int(number)
    return costs


def pool_lines(season: Season, pool: PoolCount) -> Iterator[Text]:
    """Say how large the season is, and who is in its pool."""
    yield say("season_fine", actors=len(season.actors), challenges=len(season.challenges))
    named = [(Sector(key).text, count) for key, count in pool.sectors.items()]
    yield say("pool_sectors", counts=_listing(named))
    for code, counts in (("pool_counties", pool.counties), ("pool_languages", pool.languages)):
        if counts:
            counted = [(Text.same(name), count) for name, count in counts.items()]
            yield say(code, counts=_listing(counted))


def _listing(counted: Sequence[tuple[Text, int]]) -> Text:
    return join_texts(sentences([name, Text.same(str(count))]) for name, count in counted)


def check_lines(found: SeasonCheck) -> Iterator[Text]:
    """Say what each challenge gets, whether the rules can be kept, and else the ways out."""
    for item in found.challenges:
        yield say("challenge_line", id=item.id, seats=item.seats, eligible=item.eligible)
    for kind in found.unjudged:
        yield say("rule_not_judged", rule=kind)
    if found.feasible:
        yield say("all_can_be_formed")
        return
    conflicts = [conflict for item in found.challenges for conflict in item.conflicts]
    yield say("rules_gave_way", cost=sum(conflict.cost for conflict in conflicts))
    yield from (conflict.text for conflict in conflicts)
    yield from relaxation_lines(found)


def relaxation_lines(found: SeasonCheck) -> Iterator[Text]:
    """Say which rules stand against each other, and what else could give way."""
    if found.core:
        yield say("core_title" if len(found.core) > 1 else "core_of_one")
        yield from (rule.text for rule in found.core)
    for number, alternative in enumerate(found.alternatives, start=1):
        yield say("alternative_title", number=number, cost=alternative.cost)
        yield from (conflict.text for conflict in alternative.conflicts)
