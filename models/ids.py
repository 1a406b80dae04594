"""Ids that the service gives: random, so that none tells how many there are or which came first."""

import base64
import secrets

BYTES = 16


def new_id() -> str:
    """Give 128 random bits in base32: 26 letters and digits, safe in addresses and file names.

    Examples
    --------
    >>> len(new_id()), new_id() == new_id()
    (26, False)
    """
    return base64.b32encode(secrets.token_bytes(BYTES)).decode("ascii").rstrip("=").lower()
