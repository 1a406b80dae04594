"""`koalition demo`: the main job on the bundled sample season."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import Lang, command
from api.cli.commands.propose import propose
from api.cli.language import carry_on
from api.cli.output import print_text
from models.messages import say
from models.text import Language


@command
def demo(
    folder: Annotated[
        Path, typer.Option("--out", help="Folder for the sample and its results.")
    ] = Path("koalition-demo"),
    lang: Lang = Language.EN,
) -> None:
    """Run the main job on the bundled sample season, and say where the report lies.

    The sample's files are laid in the folder where they are not there yet, so that a
    sample changed by hand is kept.
    """
    from data.samples import lay_demo

    lay_demo(folder)
    propose(folder, lang=lang)
    print_text(say("demo_try", folder=folder, named=carry_on(folder)), lang)
