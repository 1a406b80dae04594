"""`koalition warm`: compile everything now, so that no run has to wait for it."""

from api.cli.app import Lang, command
from api.cli.output import print_text
from api.cli.progress import Terminal
from models.messages import say
from models.text import Language


@command
def warm(lang: Lang = Language.EN) -> None:
    """Compile the search's loops, which is done once in an installation."""
    from matcher.core.loops import find_folder
    from matcher.warm import warm as warm_up

    count, folder = warm_up(Terminal(lang)), find_folder()
    code = "loops_ready" if folder is not None else "loops_not_kept"
    print_text(say(code, count=count, folder=folder), lang)
