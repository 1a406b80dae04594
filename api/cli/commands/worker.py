"""`koalition worker`: one more to do the jobs that wait."""

import signal
from threading import Event
from types import FrameType

from api.cli.app import Lang, command, installation
from api.cli.commands.serve import Log, LogLevel
from api.cli.output import print_text
from models.messages import say
from models.text import Language


@command
def worker(log: Log = LogLevel.WARNING, lang: Lang = Language.EN) -> None:
    """Do the service's jobs beside the server, until Ctrl-C; what is begun goes back."""
    from api.http.watching import log_lines
    from api.letters.addresses import Addresses
    from api.worker.postman import Postman
    from api.worker.worker import Worker

    log_lines(log)
    is_over = Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        is_over.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    with installation().serve() as service:
        at = Addresses(installation().settings.base_url)
        staff = (
            Worker(service, installation().settings),
            Postman(service, installation().open_post(), at),
        )
        for each in staff:
            each.start()
        print_text(say("working"), lang)
        is_over.wait()
        for each in staff:
            each.stop()
