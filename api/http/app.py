"""The app of the preview: one season, one worker, the routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from api.http import docs
from api.http.guard import Guard
from api.http.openapi import write_openapi
from api.http.preview import Preview
from api.http.problems import handle_problems
from api.http.routes import health, runs, season
from api.http.routes import words as word_routes
from api.http.runs import KEPT, WAITING, Runs
from api.http.worker import Worker
from api.use_cases.call import Words
from api.words import WarmWords
from models.people import People
from models.seasons import Season
from models.text import Language

BASE = "/api/v1"


def create_app(
    season_: Season,
    people: People,
    words: Words,
    *,
    language: Language = Language.EN,
    kept: int = KEPT,
    waiting: int = WAITING,
) -> FastAPI:
    """Make the app of a season's preview.

    Parameters
    ----------
    season_ : Season
        Read and validated; later changes of its files are not seen.
    people : People
        How to reach its actors, which is told to nobody.
    words : Words
        Reads its words; asked at the first need, and never twice at once.
    language : Language
        Of problems, where the request asks for none.
    kept, waiting : int
        Runs that are remembered, and that may wait at once.

    Returns
    -------
    FastAPI
        Its worker runs between startup and shutdown, which may be repeated.
    """
    preview = Preview(season_, people, WarmWords(words), Runs(kept, waiting), language)

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        """Work runs off while the app is up."""
        worker = Worker(preview)
        worker.start()
        app.state.is_working = lambda: preview.runs.is_open and worker.is_alive
        try:
            yield
        finally:
            await run_in_threadpool(worker.stop)

    app = FastAPI(
        title="Koalition",
        version=version("koalition"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=live,
    )
    app.state.preview = preview
    app.state.is_working = lambda: False
    for routes in (runs, word_routes, season, health):
        app.include_router(routes.router, prefix=BASE)
    # Where those look who know the server but not its interface.
    app.include_router(health.router, include_in_schema=False)
    app.include_router(docs.router)
    handle_problems(app)
    app.add_middleware(Guard)
    app.openapi = lambda: write_openapi(app)  # type: ignore[method-assign]
    return app
