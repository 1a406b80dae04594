"""Lay a proposal, or nothing yet, on a board to be changed by hand."""

from api.use_cases.boards import BoardAsked, BoardState, tell_board
from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.text import Text


class NewBoard(Frozen):
    """The id of the proposal that it begins from; without it every coalition is empty."""

    proposal: str | None = None


def open_board(call: Call, given: NewBoard) -> BoardState:
    """Lay the board, and tell how it stands.

    Raises
    ------
    NotFound
        `proposal_unknown`: the season has no such proposal.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.core.settings import Options, settings_of

    store, season = call.store, call.season
    settings, members = settings_of(season, Options()), tuple[CoalitionMembers, ...]()
    if given.proposal is not None:
        document = store.proposals.read_document(given.proposal, call.at.id)
        proposal = Proposal.model_validate_json(document)
        settings, members = proposal.settings, proposal.memberships
    settings = settings.evolve(keep=None)
    id_ = store.boards.add(call.at.id, given.proposal, settings, members, call.caller)
    return tell_board(call, id_, BoardAsked())


OPEN_BOARD = UseCase(
    action="board.open",
    input=NewBoard,
    run=open_board,
    title=Text(sv="Lägg upp ett bord", en="Lay a board"),
    description=Text(
        sv="Lägger upp ett förslags koalitioner för att ändras för hand, ensam eller flera.",
        en="Lays a proposal's coalitions out to be changed by hand, alone or with others.",
    ),
    reach=Reach.CHANGE,
    right="board.move",
    event="board_opened",
)
