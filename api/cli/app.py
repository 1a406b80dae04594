"""The Typer app and what its commands share."""

import inspect
import math
import os
import sys
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.fault_lines import lines_of
from api.cli.kept import KEPT, slug_of, with_option
from api.cli.output import OTHER, fail
from api.cli.spoken import SpokenCommand, SpokenGroup
from api.cli.usage import Refused
from api.cli.wording import tell
from models.editions import Edition
from models.errors import KoalitionError, StoreFailure, Unwritable
from models.ports.notes import listening
from models.proposals import Proposal
from models.text import Language, Text
from models.viewers import ORGANISER

if TYPE_CHECKING:
    from api.bootstrap import Installation
    from api.use_cases.call import Call
    from models.errors import Fault
    from models.outcomes import Answer
    from models.ports.unit_of_work import UnitOfWork

app = typer.Typer(
    help="Form cross-sector coalitions from the actors' own words, with reasons and a proof.",
    cls=SpokenGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def tell_version(asked: bool) -> None:
    """Print the version and end, where it is asked for."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"koalition {version('koalition')}")
        raise typer.Exit


LangOfAll = Annotated[Language | None, typer.Option("--lang", help="Language of what is printed.")]


_INSTALLATION: "ContextVar[Installation | None]" = ContextVar("installation", default=None)


@app.callback()
def main(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=tell_version, is_eager=True, help="Tell the version."),
    ] = False,
    _lang: LangOfAll = None,
) -> None:
    """Form cross-sector coalitions from the actors' own words, with reasons and a proof."""
    _INSTALLATION.set(context.obj)


SeasonFolder = Annotated[Path, typer.Argument(metavar="SEASON", help="Folder of the season.")]
ProposalFile = Annotated[Path, typer.Argument(metavar="proposal.json", help="The proposal.")]
Lang = Annotated[
    Language, typer.Option("--lang", envvar="KOALITION_LANG", help="Language of what is printed.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


EditionFor = Annotated[
    Edition,
    typer.Option("--edition", help="Whose report: the organiser's, or the members' to send."),
]
With2020 = Annotated[
    bool, typer.Option("--with-2020", help="Figures of the first coalition beside the scores.")
]


def positive(value: float | None) -> float | None:
    """Refuse what is no finite number above 0."""
    if value is not None and not (math.isfinite(value) and value > 0):
        given = Text(sv=f"{value:g}".replace(".", ","), en=f"{value:g}")
        raise Refused(tell("usage_not_positive", value=given))
    return value


def installation() -> "Installation":
    """Give what the command works in: what its caller passed as `obj`, else made here, once."""
    given = _INSTALLATION.get()
    if given is None:
        from api.bootstrap import Installation

        given = Installation()
        _INSTALLATION.set(given)
    return given


def open_work(season: Path) -> "tuple[UnitOfWork, tuple[Fault, ...]]":
    """Read a season's folder or one of the database, and what is odd about its files."""
    if (slug := slug_of(season)) is not None:
        return installation().open_kept(slug), ()
    read = installation().open_season(season)
    return read, read.warnings


def open_call(season: Path, language: Language) -> "Call":
    """Read a season, tell what is odd about its files on stderr, and make ready to ask."""
    from api.cli.progress import Terminal

    work, warnings = open_work(season)
    for line in lines_of(warnings, language):
        typer.echo(line, err=True)
    return installation().call(work, ORGANISER, Terminal(language))


def open_proposal(call: "Call", path: Path, *, trusts_relevance: bool = False) -> Proposal:
    """Read a proposal that agrees with its season."""
    from api.use_cases.open_proposal import OPEN_PROPOSAL, Stored
    from api.use_cases.use_case import perform
    from data.files.documents import read_stated as read_document

    given = Stored(document=read_document(path), trusts_relevance=trusts_relevance)
    return perform(OPEN_PROPOSAL, call, given)


def open_answers(
    call: "Call", path: Path, proposal: Proposal, language: Language
) -> "tuple[Answer, ...]":
    """Read the answers of a proposal's members, and tell what is odd about the file on stderr."""
    from data.files.answers import read_answers
    from data.files.findings import Findings

    findings = Findings()
    answers = read_answers(path, call.season, proposal.memberships, findings)
    for line in lines_of(findings.warnings, language):
        typer.echo(line, err=True)
    return answers


def command(
    function: Callable[..., None], *, on: typer.Typer = app, name: str | None = None
) -> Callable[..., None]:
    """Register a command whose errors become a message and the exit code that they have."""

    @wraps(function)
    def run(*arguments: Any, **options: Any) -> None:
        options.pop(KEPT, None)  # stands where the folder would
        try:
            with listening(lambda note: typer.echo(note.in_language(options["lang"]), err=True)):
                function(*arguments, **options)
        except StoreFailure as error:
            reason = error.params["reason"]
            path = f"{error.params['path']} (KOALITION_CACHE_DIR)"
            trouble = Unwritable("file_trouble", path=path, reason=reason)
            raise fail(trouble, options["lang"], options) from error
        except KoalitionError as error:
            raise fail(error, options["lang"], options) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OTHER) from error
        except OSError as error:
            trouble = Unwritable("file_trouble", path=error.filename, reason=error.strerror)
            raise fail(trouble, options["lang"], options) from error

    run.__signature__ = with_option(inspect.signature(function), name or function.__name__)  # type: ignore[attr-defined]
    on.command(name, cls=SpokenCommand)(run)
    return function
