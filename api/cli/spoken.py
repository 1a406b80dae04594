"""The language of a command: as asked for, else as the season says, else English."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from api.cli.help_pages import format_help
from api.cli.kept import put_first, slug_of, takes_kept
from api.cli.language import asked_in, hearing, spoken, words_typed
from api.cli.once import OnceCommand
from api.cli.usage import is_usage, word_usage
from api.errors import BAD_INPUT
from models.errors import KoalitionError
from models.text import Language


class SpokenCommand(OnceCommand):
    """A command that speaks the season's language where neither option nor environment says.

    One about a season takes a folder, or `--season` with one of the database.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what was given; a season of the database stands where a folder would."""
        return super().parse_args(ctx, put_first(args) if takes_kept(self) else args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command in the language that holds."""
        folder, source = ctx.params.get("season"), ctx.get_parameter_source("lang")
        if source is not None and source.name != "COMMANDLINE":
            if asked := asked_in(words_typed()):
                ctx.params["lang"] = asked
            elif source.name == "DEFAULT" and isinstance(folder, Path):
                ctx.params["lang"] = language_of(folder) or ctx.params["lang"]
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help in the language that holds."""
        format_help(self, ctx, formatter)


def language_of(season: Path) -> Language | None:
    """Give the language that a season's settings ask for; None where they don't, or can't be read.

    What keeps a season from being read is told by whoever reads it next.
    """
    from data.files.reading import find_language, read_language

    slug = slug_of(season)
    if slug is None:
        return find_language(season)
    from api.cli.app import installation

    try:
        return read_language(installation().open_kept(slug).settings_text)
    except KoalitionError:
        return None


class SpokenGroup(TyperGroup):
    """Commands whose help and usage errors are in the language that holds."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run what was typed, and tell what is wrong with it in that language."""
        with hearing(sys.argv[1:] if args is None else args):
            try:
                code = super().main(
                    args, prog_name, complete_var, False, windows_expand_args, **extra
                )
            except Exception as error:
                if not (standalone_mode and is_usage(error)):
                    raise
                typer.echo(word_usage(error, spoken()), err=True)
                sys.exit(BAD_INPUT)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help in the language that holds."""
        format_help(self, ctx, formatter)
