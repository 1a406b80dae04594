"""Letters to organisations that register."""

from typing import TYPE_CHECKING

from api.letters.addresses import Addresses
from models.letters import Letter, to_line
from models.links import CONFIRM_LIFE, LinkPurpose
from models.mails import Mail
from models.messages import say

if TYPE_CHECKING:
    from data.store.transaction import Transaction


def write_confirm(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
    """Ask whoever has the address to confirm it, by a link that works once."""
    actor = store.parts.read("actor", mail.refs["actor"])
    season_id = mail.refs["season"]
    name = str(store.seasons.summarise(season_id)["name"])
    secret = store.links.add(LinkPurpose.CONFIRM, mail.refs["actor"], CONFIRM_LIFE, season_id)
    said = (
        say("mail_hello", name=actor["name"]),
        say("mail_confirm", season=name),
        say("mail_confirm_life", days=CONFIRM_LIFE.days),
        say("mail_confirm_unasked"),
    )
    return Letter(
        subject=to_line(say("mail_confirm_subject", season=name).in_language(mail.lang)),
        paragraphs=tuple(each.in_language(mail.lang) for each in said),
        link=at.of_confirmation(secret),
        link_name=say("mail_confirm_button").in_language(mail.lang),
    )


def write_registered_already(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
    """Say that the address takes part already, and how to change what it said."""
    name = str(store.seasons.summarise(mail.refs["season"])["name"])
    return Letter(
        subject=to_line(say("mail_registered_already_subject", season=name).in_language(mail.lang)),
        paragraphs=(say("mail_registered_already", season=name).in_language(mail.lang),),
    )
