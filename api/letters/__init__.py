"""Letters: what each mail says, written when it is sent, one file for each kind."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from api.letters.addresses import Addresses
from api.letters.invitation import write_invitation, write_notice, write_reminder
from api.letters.registration import write_confirm, write_registered_already
from api.letters.sign_in import write_sign_in
from models.letters import Letter
from models.mails import Mail, MailTemplate

if TYPE_CHECKING:
    from data.store.transaction import Transaction

LETTERS: "dict[MailTemplate, Callable[[Transaction, Mail, Addresses], Letter | None]]" = {
    MailTemplate.SIGN_IN: write_sign_in,
    MailTemplate.CONFIRM: write_confirm,
    MailTemplate.REGISTERED_ALREADY: write_registered_already,
    MailTemplate.INVITATION: write_invitation,
    MailTemplate.REMINDER: write_reminder,
    MailTemplate.ACCEPTED: write_notice("mail_accepted"),
    MailTemplate.STANDBY: write_notice("mail_standby"),
    MailTemplate.SEAT_WITHDRAWN: write_notice("mail_seat_withdrawn"),
}
"""Who writes which; None says that there is nothing to tell any more."""
