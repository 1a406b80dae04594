"""Answer an invitation on an actor's behalf, which is recorded."""

from api.use_cases.answers import AnswerGiven, take_answer
from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.invitations import SeatInvitation
from models.text import Text


def answer_invitation(call: Call, given: AnswerGiven) -> SeatInvitation:
    """Take the answer of an actor that told it to an organiser.

    Raises
    ------
    WrongState
        `wrong_state`.
    """
    store = call.store
    by = "" if call.at.own else call.caller.name or str(call.caller.kind)
    answered = take_answer(store, store.invitations.read(call.thing), given, by)
    store.ring(f"season:{call.at.id}")
    return answered


ANSWER_INVITATION = UseCase(
    action="invitation.answer",
    input=AnswerGiven,
    run=answer_invitation,
    title=Text(sv="Svara åt en aktör", en="Answer for an actor"),
    description=Text(
        sv="Tar emot ett svar som en aktör har gett en arrangör, och antecknar vem som gav det.",
        en="Takes an answer that an actor told an organiser, and records who gave it.",
    ),
    reach=Reach.CHANGE,
    right="invitation.answer",
    event="invitation_answered",
)
