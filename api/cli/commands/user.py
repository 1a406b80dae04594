"""`koalition user`: who may use the service, and with which keys."""

from functools import partial
from typing import Annotated

import typer

from api.cli.app import Lang, LangOfAll, app, command, installation
from api.cli.output import print_text
from api.cli.spoken import SpokenGroup
from api.letters.addresses import Addresses
from models.callers import KeyScope
from models.links import SIGN_IN_LIFE, LinkPurpose
from models.messages import say
from models.text import Language

user_app = typer.Typer(cls=SpokenGroup, no_args_is_help=True)
app.add_typer(user_app, name="user")
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The account's address.")]


@user_app.callback()
def look_after_people(_lang: LangOfAll = None) -> None:
    """Say who may use the service."""


@partial(command, on=user_app, name="add")
def add_user(
    email: Email,
    admin: Annotated[bool, typer.Option("--admin", help="May run the service.")] = False,
    organiser: Annotated[bool, typer.Option("--organiser", help="May begin seasons.")] = False,
    name: Annotated[str, typer.Option(help="As others read who did something.")] = "",
    lang: Lang = Language.EN,
) -> None:
    """Add an account."""
    with installation().keep() as store:
        account = store.people.add_account(
            email, name or email.partition("@")[0], lang, is_admin=admin, may_organise=organiser
        )
        secret = store.links.add(LinkPurpose.SIGN_IN, account, SIGN_IN_LIFE)
    print_text(say("account_added", email=email), lang)
    typer.echo(Addresses(installation().settings.base_url).of_link(secret))


@partial(command, on=user_app, name="list")
def list_users(lang: Lang = Language.EN) -> None:
    """List the accounts, and what each may do."""
    with installation().keep() as store:
        accounts = store.people.list_accounts()
    for each in accounts:
        marks = [mark for mark in ("is_admin", "may_organise") if getattr(each, mark)]
        said = ", ".join(say(f"account_{mark}").in_language(lang) for mark in marks)
        typer.echo(f"{each.email}  {each.name}" + (f"  ({said})" if said else ""))


@partial(command, on=user_app, name="key")
def add_key(
    email: Email,
    scope: Annotated[
        list[KeyScope] | None, typer.Option(help="What the key can do; may be repeated.")
    ] = None,
    days: Annotated[int | None, typer.Option(min=1, help="Days that it lasts.")] = None,
    lang: Lang = Language.EN,
) -> None:
    """Make a key of an account and print it, once: only a hash of it is kept."""
    with installation().keep() as store:
        key = store.people.add_key(email, scope or (KeyScope.READ,), days)
    typer.echo(key)
    print_text(say("key_made"), lang, err=True)


@partial(command, on=user_app, name="end")
def end_user_keys(email: Email, lang: Lang = Language.EN) -> None:
    """End every key of an account, at once, say because one was lost."""
    with installation().keep() as store:
        store.people.end_keys(email)
    print_text(say("keys_ended", email=email), lang)
