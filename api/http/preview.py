"""What the routes work on: one season, its words, its runs."""

from dataclasses import dataclass

from fastapi import Request

from api.http.languages import choose_language
from api.http.runs import Runs
from api.use_cases.call import Call
from api.words import WarmWords
from data.files.reading import SeasonFile
from models.errors import Busy
from models.people import People
from models.ports.progress import Progress
from models.seasons import Season
from models.text import Language
from models.viewers import Viewer


@dataclass(frozen=True)
class Preview:
    """The state of one server."""

    season: Season
    people: People
    words: WarmWords
    runs: Runs
    language: Language

    def call(self, viewer: Viewer, progress: Progress | None = None) -> Call:
        """Make ready for a use case; a request, which shows no progress, stops with the server.

        Raises
        ------
        Busy
            `server_stopping`, for a request.
        """
        if progress is None and not self.runs.is_open:
            raise Busy("server_stopping")
        work = SeasonFile(season=self.season, people=self.people, warnings=())
        return Call(work, self.words, viewer, progress or WhileOpen(self.runs))


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


def answer_language(request: Request) -> Language:
    """Choose the language of an answer."""
    asked = request.query_params.get("lang")
    accepted = request.headers.get("accept-language")
    return choose_language(asked, accepted, preview_of(request).language)
