"""The language of a command: as asked for, else as the season says, else English."""

from pathlib import Path
from typing import Any

from api.cli.once import OnceCommand


class SpokenCommand(OnceCommand):
    """A command that speaks the season's language where neither option nor environment says."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command in the language that holds."""
        folder, source = ctx.params.get("season"), ctx.get_parameter_source("lang")
        if source is not None and source.name == "DEFAULT" and isinstance(folder, Path):
            from data.files.reading import find_language

            ctx.params["lang"] = find_language(folder) or ctx.params["lang"]
        return super().invoke(ctx)
