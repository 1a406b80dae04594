"""Runs the app on a socket until somebody stops it."""

import contextlib
import signal
from socket import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

GRACE_S = 5
"""Seconds that open requests get once the server stops."""


class HeedingServer(uvicorn.Server):
    """A server whose work hears of a stop before its open requests are waited for."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take no more work at the first signal; a plain flag: no lock may be taken here."""
        self.config.app.state.serving.is_open = False  # type: ignore[union-attr]
        super().handle_exit(sig, frame)


def make_server(app: FastAPI) -> HeedingServer:
    """Make a quiet server: no log of addresses, which name actors, and no trust in proxies."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=GRACE_S,
    )
    return HeedingServer(config)


def run_server(app: FastAPI, listener: socket) -> None:
    """Serve until a signal comes; an interrupt is the usual way and no failure.

    The server raises the signal that ended it once more when it has ended: a request to end
    is then an interrupt, too, so that whoever called can put things in order.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        make_server(app).run(sockets=[listener])
