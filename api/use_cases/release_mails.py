"""Let the mails go that were held, and with them the invitations."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.clock import stamp_now
from models.errors import WrongState
from models.frozen import Frozen
from models.text import Text


class Release(Frozen):
    """Nothing is given: all that is held goes."""


class Released(Frozen):
    """How many went, and who could not be written to.

    Attributes
    ----------
    without_address : tuple of str
        Ids of invitations that count as sent while nobody was written to.
    """

    mails: int
    invitations: int
    without_address: tuple[str, ...]


def release_mails(call: Call, given: Release) -> Released:
    """Let all go that a season holds.

    Raises
    ------
    WrongState
        `deadline_passed`: of an invitation that is held; publish again with another.
    """
    store, now = call.store, stamp_now()
    held = [
        each
        for each in store.invitations.list_of(call.at.id, "held", "standby")
        if each.state == "held" or each.deadline is not None
    ]
    if any(each.deadline is not None and each.deadline <= now for each in held):
        raise WrongState("deadline_passed")
    for each in held:
        store.invitations.advance(each, "release", sent_at=now)
    mails = store.mails.release(call.at.id)
    store.ring("mails")
    store.ring(f"season:{call.at.id}")
    silent = tuple(each.id for each in held if not each.has_address)
    return Released(mails=mails, invitations=len(held), without_address=silent)


RELEASE_MAILS = UseCase(
    action="mail.release",
    input=Release,
    run=release_mails,
    title=Text(sv="Skicka det som väntar", en="Release what is held"),
    description=Text(
        sv="Skickar inbjudningarna och de andra breven som har hållits tillbaka.",
        en="Sends the invitations and the other mails that were held.",
    ),
    reach=Reach.CHANGE,
    right="mail.release",
    event="mails_released",
)
