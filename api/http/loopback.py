"""This computer only: which names stand for it, and a socket that listens there."""

import socket
from ipaddress import ip_address

from models.errors import BadRequest

LOCALHOST = "localhost"


def is_loopback(host: str) -> bool:
    """Say whether a host's name or address can't be reached from other computers.

    Only `localhost` and addresses count: any other name is whatever its owner says it is.

    Examples
    --------
    >>> is_loopback("[::1]"), is_loopback("0.0.0.0"), is_loopback("localhost.example.org")
    (True, False, False)
    """
    if host.lower() == LOCALHOST:
        return True
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int, *, is_local: bool = True) -> socket.socket:
    """Listen on a port, of this computer's own addresses where `is_local`; 0 takes a free one.

    Raises
    ------
    BadRequest
        `host_not_loopback`: the host could be reached from elsewhere; `port_not_free`: the
        port is taken, or the system keeps it.
    """
    if is_local and not is_loopback(host):
        raise BadRequest("host_not_loopback", host=host)
    # Not by looking the name up: a hosts file may say something else.
    address = "127.0.0.1" if host.lower() == LOCALHOST else host.strip("[]")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadRequest("port_not_free", host=host, port=port, reason=reason) from error


def address_of(listener: socket.socket) -> str:
    """Give the address to type into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
