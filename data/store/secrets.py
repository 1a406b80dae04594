"""Secrets that are given away once: only their hashes are kept."""

import hashlib
import secrets


def new_secret() -> str:
    """Give a secret of 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """Give what is kept of a secret, and found by it.

    It needs neither salt nor stretching: nobody guesses 256 random bits.
    """
    return hashlib.sha256(secret.encode()).hexdigest()
