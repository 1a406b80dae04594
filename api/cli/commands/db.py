"""`koalition db`: the tables of the database."""

from contextlib import closing
from functools import partial

import typer

from api.cli.app import Lang, LangOfAll, app, command, installation
from api.cli.output import OTHER, print_text
from api.cli.spoken import SpokenGroup
from models.messages import say
from models.text import Language

db_app = typer.Typer(cls=SpokenGroup, no_args_is_help=True)
app.add_typer(db_app, name="db")


@db_app.callback()
def look_after(_lang: LangOfAll = None) -> None:
    """Look after the database."""


@partial(command, on=db_app)
def upgrade(lang: Lang = Language.EN) -> None:
    """Bring the database's tables up to date; make a backup before."""
    from data.store.schema import upgrade_tables

    with closing(installation().open_database()) as database:
        print_text(say("database_current", newest=upgrade_tables(database)), lang)


@partial(command, on=db_app, name="check")
def check_tables(lang: Lang = Language.EN) -> None:
    """Say whether the database's tables are those that this version works with."""
    from data.store.schema import find_differences, insist_on_current

    with closing(installation().open_database()) as database:
        newest = insist_on_current(database)
        differences = find_differences(database)
    if differences:
        print_text(say("database_differs"), lang)
        for line in differences:
            typer.echo(line)
        raise typer.Exit(OTHER)
    print_text(say("database_current", newest=newest), lang)
