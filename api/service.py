"""The service: what is asked of seasons in a store, done all or not at all.

Every way in that knows the store, whether HTTP, pages, commands or jobs, asks here and
nowhere else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from api.limits import Limits
from api.use_cases.call import Call, Words
from api.use_cases.use_case import Reach, UseCase, perform
from api.warm import Warm
from models.answers import GivenAnswer, OrderKey
from models.callers import Caller, CallerKind
from models.errors import NotSignedIn
from models.frozen import Frozen
from models.kept_seasons import KeptSeason
from models.ports.bell import Bell
from models.ports.files import Files
from models.ports.progress import Progress, Silence
from models.rights import RIGHTS, insist_on_right
from models.season_places import SeasonPlace, Target
from models.viewers import ORGANISER, PUBLIC, member_of

if TYPE_CHECKING:
    from pathlib import Path

    from data.files.reading import SeasonFile
    from data.store.engines import Database
    from data.store.transaction import Transaction

Given = TypeVar("Given", bound=Frozen)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Order:
    """One asking, beside what is asked and given.

    Attributes
    ----------
    caller : Caller
    at : Target or None
        What the address names; None where it names nothing.
    key : OrderKey or None
        By which the order is known again.
    progress : Progress
    """

    caller: Caller
    at: Target | None = None
    key: OrderKey | None = None
    progress: Progress = field(default_factory=Silence)


class Service:
    """The store with all that serves it.

    Parameters
    ----------
    database : Database
    words : Words
        Reads words; what is warm is remembered.
    files : Files
    bell : Bell
    read_folder : callable
        Reads a season's folder by the checks of the installation.
    """

    def __init__(
        self,
        database: "Database",
        words: Words,
        files: Files,
        bell: Bell,
        read_folder: "Callable[[Path], SeasonFile]",
    ) -> None:
        self.read_folder = read_folder
        self.database = database
        self.warm = Warm(words)
        self.limits = Limits(database)
        self.files = files
        self.bell = bell

    def perform(self, use_case: UseCase[Given, Result], order: Order, given: Given) -> Result:
        """Do what is asked, if whoever asks may: all of it or nothing.

        Raises
        ------
        NotFound
            `not_found`: what the address names is not there, or not for whoever asks.
        NotSignedIn, NotAllowed
            As `models.rights` says.
        KoalitionError
            As the use case says.
        """
        if use_case.reach is Reach.CHANGE:
            with self.changing() as transaction:
                return self._change(use_case, order, given, transaction)
        with self.reading() as transaction:
            call = self._call(use_case, order, given, transaction)
            if use_case.reach is Reach.STORE:
                return perform(use_case, call, given)
            call = replace(call, work=self.warm.keep(call.at, transaction), transaction=None)
        return perform(use_case, call, given)

    def answer(
        self,
        use_case: UseCase[Given, Result],
        order: Order,
        given: Given,
        show: Callable[[Result], GivenAnswer],
    ) -> GivenAnswer:
        """Do what is asked and answer it, once: the same order again gets the same answer.

        The key, the effect and the answer are kept together or not at all.

        Raises
        ------
        KeyReused
            `key_reused`: the key was used for another order.
        KoalitionError
            As `perform` does.
        """
        if order.key is None or use_case.reach is not Reach.CHANGE:
            return show(self.perform(use_case, order, given))
        with self.changing() as transaction:
            known = transaction.answers.claim(order.caller.id, order.key)
            if known is not None:
                return known
            answer = show(self._change(use_case, order, given, transaction))
            transaction.answers.settle(order.caller.id, order.key, answer)
            return answer

    def warm_words(self, order: Order) -> None:
        """Read the words of the season that an address names, unless they are warm.

        Raises
        ------
        NotSignedIn, NotFound, ModelMissing
            As their names say.
        """
        from api.use_cases.describe_season import DESCRIBE_SEASON
        from api.use_cases.read_season import Nothing

        with self.reading() as transaction:
            call = self._call(DESCRIBE_SEASON, order, Nothing(), transaction)
            kept = self.warm.keep(call.at, transaction)
        self.warm.read(kept.season, order.progress)

    @contextmanager
    def reading(self) -> "Iterator[Transaction]":
        """Give a transaction that sees one state and changes nothing."""
        from data.store.transaction import Transaction

        with self.database.reading() as session:
            yield Transaction(session)

    @contextmanager
    def changing(self) -> "Iterator[Transaction]":
        """Give a transaction that is kept when it ends, and then rung for."""
        from data.store.transaction import Transaction

        with self.database.writing() as session:
            transaction = Transaction(session)
            yield transaction
            self.bell.announce(session, transaction.topics)
        transaction.was_kept()
        self.bell.ring(transaction.topics)

    def _change(
        self,
        use_case: UseCase[Given, Result],
        order: Order,
        given: Given,
        transaction: "Transaction",
    ) -> Result:
        """Do what is asked in a transaction, and append to the record what was done."""
        call = self._call(use_case, order, given, transaction)
        result = perform(use_case, call, given)
        if use_case.event is not None:
            season = call.place.id if call.place and use_case.action != "season.remove" else None
            thing = order.at.id if order.at and not order.at.is_secret else None
            body = given.model_dump(mode="json")
            transaction.events.append(use_case.event, order.caller, season, thing, body=body)
        return result

    def _call(
        self,
        use_case: UseCase[Given, Result],
        order: Order,
        given: Given,
        transaction: "Transaction",
    ) -> Call:
        """Find what the address names, insist on the right, and make ready."""
        place: SeasonPlace | None = None
        right = use_case.right_for(given)
        is_public = RIGHTS[right].is_public
        if order.caller.kind is CallerKind.ANONYMOUS and not is_public:
            raise NotSignedIn("not_signed_in")
        if order.at is not None:
            place = transaction.locator.locate(
                order.at,
                order.caller,
                from_outside=is_public,
                to_change=use_case.reach is Reach.CHANGE,
            )
        role, state = (place.role, place.state) if place else (None, None)
        own = place.own if place else None
        insist_on_right(right, order.caller, role, state, is_member=own is not None)
        viewer = PUBLIC if is_public else ORGANISER if own is None else member_of(own)
        work = self.warm.open(place, transaction) if place else KeptSeason.empty()
        return Call(
            work,
            self.warm,
            viewer,
            order.progress,
            transaction,
            self.files,
            order.caller,
            place,
            order.at,
            self.warm,
        )
