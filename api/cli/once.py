"""Options that are given twice: lists add up, whatever else stands once only."""

from typing import Any

from typer.core import TyperCommand, TyperOption

from api.cli.language import spoken
from api.cli.wording import tell


class OnceCommand(TyperCommand):
    """A command that refuses a second value where the last alone would count, unsaid."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what was given, and refuse an option with one value that stands twice."""
        order = self.make_parser(ctx).parse_args(args=list(args))[2]
        for option in self.get_params(ctx):
            if isinstance(option, TyperOption) and not _adds_up(option) and order.count(option) > 1:
                told = tell("option_twice", option=option.opts[0])
                ctx.fail(told.in_language(spoken()))
        return super().parse_args(ctx, args)


def _adds_up(option: TyperOption) -> bool:
    """Say whether what is given again adds to what was, or says the same."""
    is_plain_flag = option.is_flag and not option.secondary_opts
    return option.multiple or option.count or is_plain_flag
