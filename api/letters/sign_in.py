"""The letter that carries a link to sign in by."""

from typing import TYPE_CHECKING

from api.letters.addresses import Addresses
from models.letters import Letter
from models.links import SIGN_IN_LIFE, LinkPurpose
from models.mails import Mail
from models.messages import say

if TYPE_CHECKING:
    from data.store.transaction import Transaction


def write_sign_in(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
    """Make a link, and write the letter that carries it."""
    if mail.account_id is None:
        return None
    secret = store.links.add(LinkPurpose.SIGN_IN, mail.account_id, SIGN_IN_LIFE)
    minutes = SIGN_IN_LIFE.seconds // 60
    return Letter(
        subject=say("mail_sign_in_subject").in_language(mail.lang),
        paragraphs=(
            say("mail_sign_in").in_language(mail.lang),
            say("mail_sign_in_life", minutes=minutes).in_language(mail.lang),
            say("mail_sign_in_unasked").in_language(mail.lang),
        ),
        link=at.of_link(secret),
        link_name=say("mail_sign_in_button").in_language(mail.lang),
    )
