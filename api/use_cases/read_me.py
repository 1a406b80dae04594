"""Tell somebody what is theirs: their seasons, and the actors that they speak for."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.accounts import Account, OwnActor, OwnSeason
from models.errors import NotFound
from models.frozen import Frozen
from models.text import Text


class MeAsked(Frozen):
    """Nothing is given."""


class Me(Frozen):
    """An account with its seasons and actors."""

    account: Account
    seasons: tuple[OwnSeason, ...]
    actors: tuple[OwnActor, ...]


def read_me(call: Call, given: MeAsked) -> Me:
    """Read what is the caller's own.

    Raises
    ------
    NotFound
        `not_found`: the caller has no account.
    """
    own = call.caller.account
    if own is None:
        raise NotFound("not_found")
    people = call.store.people
    return Me(
        account=people.read_account(own),
        seasons=people.list_seasons_of(own),
        actors=call.store.members.list_actors_of(own),
    )


READ_ME = UseCase(
    action="me.read",
    input=MeAsked,
    run=read_me,
    title=Text(sv="Vad är mitt?", en="What is mine?"),
    description=Text(
        sv="Visar kontot, dess säsonger och de aktörer som det talar för.",
        en="Shows the account, its seasons and the actors that it speaks for.",
    ),
    reach=Reach.STORE,
    right="session.read",
)
