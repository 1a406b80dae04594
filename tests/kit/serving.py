"""A real server on a port of its own, in a thread of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from fastapi import FastAPI

from api.http.loopback import address_of, listen
from api.http.running import make_server


@contextmanager
def run_app(app: FastAPI) -> Iterator[str]:
    """Serve an app, and give its address; requests wait in the socket until it is up."""
    with listen("127.0.0.1", 0) as listener:
        server = make_server(app)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield address_of(listener)
        finally:
            server.should_exit = True
            thread.join()
