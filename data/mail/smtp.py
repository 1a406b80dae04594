"""A mail server, spoken to in SMTP."""

import smtplib
import ssl
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from data.mail.messages import to_message
from models.errors import BadRequest, MailRefused, PostFailure
from models.letters import Letter

PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
PATIENCE_S = 20.0


class SmtpPost:
    """Hands mails to a server, in a connection of its own for each.

    Parameters
    ----------
    url : str
        `smtp://`, `smtp+starttls://` or `smtps://`, with user and password where the server
        asks for them.
    sender : str
        Whose address mails come from.

    Raises
    ------
    BadRequest
        `smtp_url_unreadable`.
    """

    def __init__(self, url: str, sender: str) -> None:
        try:
            parts = urlsplit(url)
            self._scheme, self._host = parts.scheme, parts.hostname or ""
            self._port = parts.port or PORTS[self._scheme]
        except (KeyError, ValueError) as error:
            raise BadRequest("smtp_url_unreadable", known=", ".join(PORTS)) from error
        if not self._host or parse_qs(parts.query):
            raise BadRequest("smtp_url_unreadable", known=", ".join(PORTS))
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._sender = sender
        self._domain = parseaddr(sender)[1].rpartition("@")[2] or self._host

    def send(self, id_: str, address: str, letter: Letter) -> None:
        """Hand a letter over.

        Raises
        ------
        MailRefused
            `mail_refused`: the server will never take it.
        PostFailure
            `post_failed`: the server can't be reached, or will not take it now.
        """
        message = to_message(id_, self._sender, self._domain, address, letter)
        try:
            with self._connect() as server:
                if self._user:
                    server.login(self._user, self._password)
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise _failure(code, said) from error
        except smtplib.SMTPResponseException as error:
            is_about_us = isinstance(error, smtplib.SMTPAuthenticationError)
            raise _failure(450 if is_about_us else error.smtp_code, error.smtp_error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise PostFailure("post_failed", reason=type(error).__name__) from error

    def _connect(self) -> smtplib.SMTP:
        safe = ssl.create_default_context()
        if self._scheme == "smtps":
            return smtplib.SMTP_SSL(self._host, self._port, timeout=PATIENCE_S, context=safe)
        server = smtplib.SMTP(self._host, self._port, timeout=PATIENCE_S)
        if self._scheme == "smtp+starttls":
            server.starttls(context=safe)
        return server


def _failure(code: int, said: bytes | str) -> MailRefused | PostFailure:
    reason = said.decode(errors="replace") if isinstance(said, bytes) else said
    if 500 <= code < 600:
        return MailRefused("mail_refused", reason=f"{code} {reason}")
    return PostFailure("post_failed", reason=f"{code} {reason}")
