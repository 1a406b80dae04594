"""Answer an invitation by the link that its mail carries, without an account."""

from api.use_cases.answers import AnswerGiven, take_answer
from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.errors import NotFound
from models.invitations import SeatInvitation
from models.links import LinkPurpose
from models.text import Text


def answer_by_link(call: Call, given: AnswerGiven) -> SeatInvitation:
    """Take the answer of whoever holds the link.

    Raises
    ------
    NotFound
        `not_found`: the link is over.
    """
    store = call.store
    link = store.links.find(LinkPurpose.ANSWER, call.thing)
    if link is None:
        raise NotFound("not_found")
    answered = take_answer(store, store.invitations.read(link.subject), given)
    store.ring(f"season:{call.at.id}")
    return answered


ANSWER_BY_LINK = UseCase(
    action="link.answer",
    input=AnswerGiven,
    run=answer_by_link,
    title=Text(sv="Svara genom länken", en="Answer by link"),
    description=Text(
        sv="Tar emot svaret från den som har länken i inbjudan.",
        en="Takes the answer of whoever has the invitation's link.",
    ),
    reach=Reach.CHANGE,
    right="link.answer",
    event="invitation_answered",
)
