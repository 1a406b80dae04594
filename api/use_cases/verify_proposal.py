"""Recompute a proposal without the solver."""

from api.use_cases.call import Call
from api.use_cases.open_proposal import Stored
from api.use_cases.use_case import UseCase
from matcher.verify.difference import Difference
from models.frozen import Frozen
from models.text import Text


class Verdict(Frozen):
    """What the checker found.

    `differences` is empty where the proposal agrees; `unchecked` are criteria and rules of
    installed packages that bring no formula for the checker, taken as they are stated.
    """

    differences: tuple[Difference, ...]
    unchecked: tuple[str, ...] = ()


def verify_proposal(call: Call, given: Stored) -> Verdict:
    """Give every place where a proposal does not agree with its season; none where it does.

    Raises
    ------
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.agreement import find_unchecked, verify

    reading = None if given.trusts_relevance else call.read_words()
    return Verdict(
        differences=verify(call.season, given.document, reading),
        unchecked=tuple(find_unchecked(call.season).keys),
    )


VERIFY_PROPOSAL = UseCase(
    action="proposal.verify",
    input=Stored,
    run=verify_proposal,
    title=Text(sv="Kontrollera ett förslag", en="Verify a proposal"),
    description=Text(
        sv="Räknar om ett förslag utan lösaren och säger var det inte stämmer.",
        en="Recomputes a proposal without the solver and says where it does not agree.",
    ),
    position=4,
)
