"""The postman: writes the mails that wait, and takes them on their way.

A mail is taken on in one transaction, written and sent outside of it, and what became of it
is kept in another: one that is lost in between is sent again, under the same message id.
"""

import logging
import time
from threading import Event, Thread
from typing import TYPE_CHECKING

from api.letters import LETTERS
from api.letters.addresses import Addresses
from api.use_cases.invitations import write_to
from models.callers import SYSTEM_CALLER
from models.errors import (
    DatabaseFailure,
    MailRefused,
    PostFailure,
    StorageFull,
)
from models.mails import Mail, MailTemplate
from models.ports.post import Post

if TYPE_CHECKING:
    from api.service import Service

TOPIC = "mails"
IDLE_S, LOOK_S = 2.0, 60.0
logger = logging.getLogger(__name__)


class Postman:
    """Sends what waits, on a thread of its own, until it is stopped.

    Parameters
    ----------
    service : Service
    post : Post
    at : Addresses
        Of the pages that letters lead to.
    """

    def __init__(self, service: "Service", post: Post, at: Addresses) -> None:
        self._service, self._post, self._at = service, post, at
        self._is_over, self._wake = Event(), Event()
        self._thread = Thread(target=self._work, name="koalition-postman", daemon=True)
        self._leave = service.bell.listen(TOPIC, lambda *_: self._wake.set())

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; a mail that is being sent is sent first."""
        self._is_over.set()
        self._wake.set()
        self._thread.join()
        self._leave()

    def send_all(self) -> int:
        """Send what is due, now, and say how many were taken on."""
        taken = 0
        while not self._is_over.is_set() and (mail := self._take()) is not None:
            taken += 1
            self._send(mail)
        return taken

    def look_after_deadlines(self) -> None:
        """End what was not answered in time, and remind those who are silent, once each."""
        with self._service.changing() as store:
            for each in store.invitations.find_overdue():
                store.invitations.advance(each, "expire")
                store.mails.drop_about("invitation", each.id)
                store.events.append(
                    "invitation_expired", SYSTEM_CALLER, each.season_id, thing=each.id
                )
                store.ring(f"season:{each.season_id}")
            for each in store.invitations.take_to_remind():
                write_to(store, MailTemplate.REMINDER, each)

    def _work(self) -> None:
        looked = 0.0
        while not self._is_over.is_set():
            try:
                if not looked or time.monotonic() - looked >= LOOK_S:
                    self.look_after_deadlines()
                    looked = time.monotonic()
                self.send_all()
            except (DatabaseFailure, StorageFull) as error:
                logger.warning("mails wait: %s", error.code)
            except Exception:  # other mails may be sent all the same
                logger.exception("a mail broke down")
            self._wake.wait(IDLE_S)
            self._wake.clear()

    def _take(self) -> Mail | None:
        with self._service.reading() as store:
            if not store.mails.has_due():
                return None
        with self._service.changing() as store:
            return store.mails.claim()

    def _send(self, mail: Mail) -> None:
        with self._service.changing() as store:
            letter = LETTERS[mail.template](store, mail, self._at)
            if letter is None:
                store.mails.end(mail.id, "drop")
                return
        try:
            self._post.send(mail.id, mail.address, letter)
        except MailRefused as error:
            logger.warning("mail %s was refused", mail.id)
            with self._service.changing() as store:
                store.mails.end(mail.id, "fail", error.text.en)
        except PostFailure as error:
            logger.warning("mail %s was not sent: %s", mail.id, error.code)
            with self._service.changing() as store:
                store.mails.retry(mail, error.text.en)
        else:
            with self._service.changing() as store:
                store.mails.end(mail.id, "send")
