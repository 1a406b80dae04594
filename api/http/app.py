"""The app: a service behind HTTP, with its routes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool

from api.http import docs
from api.http.asking import insist_on_caller
from api.http.guard import Guard
from api.http.openapi import write_openapi
from api.http.problems import handle_problems
from api.http.routes import ROUTERS, health
from api.http.watching import Watcher
from api.service import Service
from api.worker.postman import Postman
from api.worker.worker import Worker
from models.text import Language

BASE = "/api/v1"


@dataclass
class Serving:
    """How a server stands: whether it takes work."""

    is_open: bool = False


def create_app(
    service: Service,
    *,
    is_local: bool = False,
    language: Language = Language.EN,
    base_url: str = "",
    make_worker: Callable[[], Worker] | None = None,
    make_postman: Callable[[], Postman] | None = None,
) -> FastAPI:
    """Make the app of a service.

    Parameters
    ----------
    service : Service
    is_local : bool
        Whether whoever reaches it is the one organiser on their own computer, without an
        account; then only this computer may reach it.
    language : Language
        Of problems, where the request asks for none.
    base_url : str
        The address at which people reach it, say by a proxy with TLS.
    make_worker : callable, optional
        Makes who does the jobs while the app is up; without it others do them.
    make_postman : callable, optional
        Likewise who sends the mails.

    Returns
    -------
    FastAPI
        It takes work between startup and shutdown, which may be repeated.
    """
    serving = Serving()

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        """Take work while the app is up."""
        staff = [make() for make in (make_worker, make_postman) if make is not None]
        for each in staff:
            each.start()
        serving.is_open = True
        try:
            yield
        finally:
            serving.is_open = False
            for each in staff:
                await run_in_threadpool(each.stop)

    app = FastAPI(
        title="Koalition",
        version=version("koalition"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=live,
    )
    app.state.service = service
    app.state.is_local = is_local
    app.state.language = language
    app.state.serving = serving
    for router in ROUTERS:
        app.include_router(router, prefix=BASE, dependencies=[Depends(insist_on_caller)])
    app.include_router(health.router, prefix=BASE)
    # Where those look who know the server but not its interface.
    app.include_router(health.router, include_in_schema=False)
    app.include_router(health.figures, include_in_schema=False)
    app.include_router(docs.router)
    handle_problems(app)
    app.add_middleware(Guard, is_local=is_local, base_url=base_url)
    app.add_middleware(Watcher)
    app.openapi = lambda: write_openapi(app)  # type: ignore[method-assign]
    return app
