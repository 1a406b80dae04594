"""Seasons that were asked for lately, kept in memory with what was made of them."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from api.use_cases.call import Call, Words
from api.use_cases.filled import insist_on_filled
from api.weighing import weigh_parts
from api.words import WarmWords
from models.boards import KeptBoard
from models.errors import NotFound, WrongState
from models.hosts import Host
from models.kept_seasons import KeptSeason
from models.people import People
from models.ports.progress import Progress
from models.proposals import Settings
from models.scores import CoalitionMembers
from models.season_places import SeasonPlace
from models.seasons import Season

if TYPE_CHECKING:
    from data.store.transaction import Transaction
    from matcher.board import Board
    from matcher.core.problem import Problem
    from matcher.embedding.reading import Reading

MOST, MOST_BYTES = 8, 1_000_000_000
"""Seasons, and boards, that are kept, and the memory that all of it may take."""
Weights = dict[int, int]
"""Bytes by the thing that takes them, so that what several share counts once."""


class LazySeason:
    """The unit of work of a call in a store: the season, read when it is needed."""

    def __init__(self, read: Callable[[], KeptSeason]) -> None:
        self._read = read

    @property
    def season(self) -> Season:
        """The season that the call is about."""
        return self._read().season

    @property
    def people(self) -> People:
        """How to reach the season's actors."""
        return self._read().people

    @property
    def host(self) -> Host:
        """Who holds the season."""
        return self._read().host

    @property
    def settings_text(self) -> str:
        """The season's `season.toml` as it is written."""
        return self._read().settings_text


@dataclass
class _WarmBoard:
    """A board as it was last, of a season's version."""

    season_version: int
    board: "Board"
    own: int
    weights: Weights


class Warm(WarmWords):
    """Keeps seasons by version, so that each is read once; and reads their words once.

    What was asked for last stays, however large; what else there is gives way, boards before
    seasons and the one that was left longest first, until all takes no more than it may.

    Parameters
    ----------
    words : Words
    most_bytes : int
        Memory that what is kept may take, estimated.
    """

    def __init__(self, words: Words, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(words)
        self.most_bytes = most_bytes
        self._kept: OrderedDict[tuple[str, int], tuple[KeptSeason, Weights]] = OrderedDict()
        self._keeping = Lock()
        self.hits = self.misses = self.evictions = 0
        self._read: tuple[Reading, Weights] | None = None
        self._problem: tuple[Season, str, Problem] | None = None
        self._problem_weights: Weights = {}
        self._boards: OrderedDict[str, _WarmBoard] = OrderedDict()

    @property
    def kept(self) -> int:
        """Count the seasons that are kept."""
        return len(self._kept)

    @property
    def boards(self) -> int:
        """Count the boards that are kept."""
        return len(self._boards)

    @property
    def bytes(self) -> int:
        """Estimate the memory that all takes which is kept."""
        with self._keeping:
            return self._weigh()

    def open(self, place: SeasonPlace, transaction: "Transaction") -> LazySeason:
        """Give a season that is read when it is needed, in this transaction."""
        return LazySeason(lambda: self.keep(place, transaction))

    def keep(self, place: SeasonPlace, transaction: "Transaction") -> KeptSeason:
        """Give a season as it is at its version.

        Raises
        ------
        NotFound
            `not_found`.
        """
        key = place.id, place.version
        with self._keeping:
            if (known := self._kept.get(key)) is not None:
                self.hits += 1
                self._kept.move_to_end(key)
                return known[0]
            self.misses += 1
            found = transaction.seasons.find(place.id)
            if found is None:
                raise NotFound("not_found")
            if found.version == place.version:
                self._kept[key] = found, weigh_parts(found.season, found)
                self._make_room()
            return found

    def read(self, season: Season, progress: Progress, *, with_offers: bool = True) -> "Reading":
        """Give the reading of a season's words.

        Raises
        ------
        WrongState
            `season_empty`.
        ModelMissing, Cancelled
            As their names say.
        """
        insist_on_filled(season)
        reading = super().read(season, progress, with_offers=with_offers)
        if self._read is None or self._read[0] is not reading:
            weights = weigh_parts(season, reading.fits, reading)
            with self._keeping:
                self._read = reading, weights
                self._make_room()
        return reading

    def problem_of(self, season: Season, settings: Settings, progress: Progress) -> "Problem":
        """Give the problem of a season under some settings; the last one is remembered.

        Raises
        ------
        ModelMissing, Cancelled
            As their names say.
        """
        from matcher.core.settings import problem_under

        told = settings.model_dump_json()
        last = self._problem
        if last is not None and last[0] is season and last[1] == told:
            return last[2]
        problem = problem_under(season, self.read(season, progress).fits, settings)
        weights = weigh_parts(season, problem.pool.fits, problem)
        with self._keeping:
            self._problem, self._problem_weights = (season, told, problem), weights
            self._make_room()
        return problem

    def open_board(self, call: Call, kept: KeptBoard) -> "Board":
        """Give a board as it is at its version, brought there from where it was last.

        Raises
        ------
        WrongState
            `board_outdated`: the season has somebody no longer who is on it.
        ModelMissing, Cancelled
            As their names say.
        """
        with self._keeping:
            known = self._boards.get(kept.id)
        version = call.at.version
        try:
            if known is not None and known.season_version == version:
                if known.board.version > kept.version:  # its last step was not kept
                    known = None
                elif known.board.version == kept.version:
                    return known.board
            if known is None or known.season_version != version:
                laid = self.lay_board(call, kept.settings, kept.members)
                board = laid.repeat(call.store.boards.read_steps(kept.id, 0))
            else:
                steps = call.store.boards.read_steps(kept.id, known.board.version)
                board = known.board.repeat(steps)
        except (KeyError, NotFound) as error:
            raise WrongState("board_outdated") from error
        self.keep_board(call, kept.id, board)
        return board

    def lay_board(
        self, call: Call, settings: Settings, members: Sequence[CoalitionMembers]
    ) -> "Board":
        """Lay coalitions on a board that is kept nowhere.

        Raises
        ------
        KeyError
            The season has somebody no longer who is in them.
        ModelMissing, Cancelled
            As their names say.
        """
        from matcher.board import Board
        from matcher.core.pool import to_indices

        problem = self.problem_of(call.season, settings, call.progress)
        seats = {each.id: each.members for each in members}
        return Board(
            problem,
            tuple(
                to_indices(problem.pool.season, seats.get(slot.id, ())) for slot in problem.slots
            ),
        )

    def keep_board(self, call: Call, id_: str, board: "Board") -> None:
        """Remember a board as it now is."""
        with self._keeping:
            known = self._boards.get(id_)
            if known is not None and known.board.problem is board.problem:
                own, weights = known.own, known.weights  # a move changes little of them
            else:
                problem = board.problem
                weights = weigh_parts(problem.pool.season, problem.pool.fits, problem, board)
                own = weights.pop(id(board))
            self._boards[id_] = _WarmBoard(call.at.version, board, own, weights)
            self._boards.move_to_end(id_)
            self._make_room()

    def _weigh(self) -> int:
        """Sum what is kept; what several hold counts once."""
        held = [weights for _, weights in self._kept.values()]
        held += [each.weights for each in self._boards.values()]
        held += [self._problem_weights, self._read[1] if self._read else {}]
        sizes: Weights = {}
        for weights in held:
            for thing, size in weights.items():
                sizes[thing] = max(size, sizes.get(thing, 0))
        return sum(sizes.values()) + sum(each.own for each in self._boards.values())

    def _make_room(self) -> None:
        """Let go what is too much, in number or in bytes; never what was asked for last."""
        for kept in (self._boards, self._kept):
            while len(kept) > MOST or (len(kept) > 1 and self._weigh() > self.most_bytes):
                kept.popitem(last=False)
                self.evictions += 1
