"""What the routes work on: one season, its words, its runs."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Request

from api.http.languages import choose_language
from api.http.runs import Runs
from api.use_cases.call import Call
from api.words import WarmWords
from data.files.reading import SeasonFile
from data.reference.spelling import find_nearest
from models.actors import Actor
from models.errors import Busy, NotFound
from models.people import People
from models.ports.progress import Progress
from models.seasons import Season
from models.text import Language
from models.viewers import PUBLIC, list_seen

if TYPE_CHECKING:
    from matcher.embedding.reading import Reading
    from matcher.suggest import Matchmaker

NAMED = 5
"""Known names that are given when a name leads nowhere."""


@dataclass
class Preview:
    """The state of one server."""

    season: Season
    people: People
    words: WarmWords
    runs: Runs
    language: Language
    _shown: dict[str, Actor] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._shown = {actor.id: actor for actor in list_seen(PUBLIC, self.season.actors)}

    @property
    def shown_actors(self) -> tuple[Actor, ...]:
        """The actors that the public may see."""
        return tuple(self._shown.values())

    def shows(self, actor_id: str) -> bool:
        """Say whether there is such an actor and the public sees it."""
        return actor_id in self._shown

    def read_words(self) -> "Reading":
        """Read the season's words for a request, unless they are read already.

        Raises
        ------
        ModelMissing
            If the model is not at hand.
        Busy
            `server_stopping`.
        """
        return self.call().read_words()

    def matchmaker(self) -> "Matchmaker":
        """Give who suggests partners.

        Raises
        ------
        ModelMissing, Busy
            As `read_words` does.
        """
        return self.call().open_matchmaker()

    def call(self, progress: Progress | None = None) -> Call:
        """Make ready for a use case; a request, which shows no progress, stops with the server.

        Raises
        ------
        Busy
            `server_stopping`, for a request.
        """
        if progress is None and not self.runs.is_open:
            raise Busy("server_stopping")
        work = SeasonFile(season=self.season, people=self.people, warnings=())
        return Call(work, self.words, progress or WhileOpen(self.runs))

    def missing_actor(self, name: str) -> NotFound:
        """Give the error of an actor that is not there or hidden, which look the same."""
        return NotFound("actor_not_found", name=name, known=_name_known(name, [*self._shown]))

    def missing_challenge(self, name: str) -> NotFound:
        """Give the error of a challenge that is not there."""
        known = _name_known(name, [*self.season.challenge_index])
        return NotFound("challenge_not_found", name=name, known=known)


class WhileOpen:
    """Progress of a request: stops when the server does."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Hear nothing: a request has nowhere to show it."""

    def is_cancelled(self) -> bool:
        """Say whether the server stops."""
        return not self._runs.is_open


def preview_of(request: Request) -> Preview:
    """Give the preview that a request's server works on."""
    preview: Preview = request.app.state.preview
    return preview


def language_of(request: Request) -> Language:
    """Choose the language of an answer."""
    asked = request.query_params.get("lang")
    accepted = request.headers.get("accept-language")
    return choose_language(asked, accepted, preview_of(request).language)


def _name_known(name: str, known: list[str]) -> str:
    """Name the nearest spellings, or a few where none is near."""
    return ", ".join(find_nearest(name, known) or known[:NAMED]) or "–"
