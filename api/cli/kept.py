"""Seasons of the database in the place of a folder: `--season SLUG`.

A command that is about a season gets a folder's path; for a season of the database it gets
`database:SLUG`, and only what is said here is done with it.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer

from models.errors import BadRequest

OPTION, KEPT = "--season", "kept"
Kept = Annotated[
    str | None,
    typer.Option(
        OPTION, metavar="SLUG", help="A season of the database, in the place of its folder."
    ),
]
MARK = "database:"
"""Begins what stands for the path of a season of the database."""
FOLDERS_ALONE = frozenset({"new", "import"})
"""Commands that make a folder, or take one in."""


def takes_kept(command: Any) -> bool:
    """Say whether a command has the option."""
    return any(OPTION in parameter.opts for parameter in command.params)


def with_option(signature: Signature, name: str) -> Signature:
    """Give a command's parameters with the option, where it is about a season."""
    if "season" not in signature.parameters or name in FOLDERS_ALONE:
        return signature
    kept = Parameter(KEPT, Parameter.KEYWORD_ONLY, default=None, annotation=Kept)
    return signature.replace(parameters=[*signature.parameters.values(), kept])


def put_first(words: Sequence[str]) -> list[str]:
    """Put a season that the option names where its folder would stand.

    Examples
    --------
    >>> put_first(["p.json", "--season", "autumn"]) == [f"{MARK}autumn", "p.json"]
    True
    """
    found, others, rest = list[str](), list[str](), iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            others += [word, *rest]
        elif name == OPTION:
            found.append(f"{MARK}{value if equals else next(rest, '')}")
        else:
            others.append(word)
    return [*found, *others] if len(found) == 1 else list(words)


def slug_of(season: Path) -> str | None:
    """Give the slug of a season of the database; None for a folder."""
    text = str(season)
    return text.removeprefix(MARK) if text.startswith(MARK) else None


def results_of(season: Path) -> Path:
    """Give the folder in which a season's results lie where none is asked for."""
    return Path(slug_of(season) or season) / "out"


def named(season: Path) -> Path | str:
    """Give how a command that a text recommends names a season."""
    slug = slug_of(season)
    return season if slug is None else f"{OPTION} {slug}"


@contextmanager
def files_of(season: Path) -> Iterator[Path]:
    """Give a season's files: its folder, or for a while those that it is written out as."""
    if (slug := slug_of(season)) is None:
        yield season
        return
    from api.cli.app import installation
    from data.files.exports import write_export

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "season"
        kept = installation().open_kept(slug)
        write_export(folder, kept.content, installation().open_season)
        yield folder


def insist_on_folder(season: Path) -> None:
    """Refuse a season of the database where a folder's own files are to be changed.

    Raises
    ------
    BadRequest
        `needs_folder`.
    """
    if (slug := slug_of(season)) is not None:
        raise BadRequest("needs_folder", slug=slug)
