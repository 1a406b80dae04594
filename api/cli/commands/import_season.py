"""`koalition import`: a season's files into the database."""

from functools import partial
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, installation
from api.cli.fault_lines import lines_of
from api.cli.output import dump, print_json, print_text
from api.cli.progress import Terminal
from models.imports import ImportPlan
from models.merging import Decision
from models.messages import say
from models.text import Language
from models.viewers import ORGANISER


@partial(command, name="import")
def import_season(
    season: SeasonFolder,
    slug: Annotated[
        str | None,
        typer.Option("--as", metavar="SLUG", help="What the season is called in the database."),
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only say what would change.")] = False,
    decide: Annotated[
        Decision | None,
        typer.Option(help="Which holds where the files and somebody's hand changed the same."),
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Take a season's files into the database; say what is new, changed and gone."""
    from api.use_cases.import_season import IMPORT_SEASON, Import
    from api.use_cases.use_case import perform

    read = installation().open_season(season)
    for line in lines_of(read.warnings, lang):
        typer.echo(line, err=True)
    given = Import(slug=slug, is_preview=preview, decide=decide)
    with installation().keep() as store:
        call = installation().call(read, ORGANISER, Terminal(lang), store)
        plan = perform(IMPORT_SEASON, call, given)
    if as_json:
        print_json(dump(plan))
        return
    print_plan(plan, lang)
    if plan.conflicts:
        print_text(say("import_conflicts", rows=", ".join(plan.conflicts)), lang)
    if plan.is_same:
        print_text(say("import_same", version=plan.version), lang)
    elif preview:
        print_text(say("import_preview"), lang)
    else:
        print_text(say("import_done", slug=plan.slug, version=plan.version), lang)


def print_plan(plan: ImportPlan, language: Language) -> None:
    """Say what an import changes."""
    print_text(say("import_new" if plan.is_new else "import_known", slug=plan.slug), language)
    for kind in ("actors", "challenges", "ties", "rules"):
        tally = getattr(plan, kind).model_dump()
        print_text(say("import_tally", what=say(f"import_{kind}"), **tally), language)
    if plan.settings_change:
        print_text(say("import_settings"), language)
