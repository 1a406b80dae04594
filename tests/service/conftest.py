"""The service over HTTP, each test on an empty database: SQLite and PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.letters.addresses import Addresses
from api.service import Service
from api.use_cases.prepare_run import RunOrder
from api.use_cases.propose import PROPOSE
from api.use_cases.use_case import perform
from api.worker.postman import Postman
from data.files.documents import format_document
from data.mail.smtp import SmtpPost
from data.store.engines import Database
from models.callers import KeyScope
from models.kept_seasons import KeptSeason
from models.ports.progress import Silence
from models.viewers import ORGANISER
from tests.kit.computing import read_small
from tests.kit.document_client import DocumentClient
from tests.kit.mail import Inbox, run_mail_server
from tests.store.conftest import database, postgres, url

__all__ = ["database", "postgres", "url"]
BASE_URL = "http://127.0.0.1:8000"
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def service(database: Database, url: str) -> Iterator[Service]:
    with Installation().serve(url) as opened:
        yield opened


@pytest.fixture
def http(service: Service) -> Iterator[Any]:
    with TestClient(create_app(service), base_url=BASE_URL, raise_server_exceptions=False) as http:
        yield http


class Organisers:
    """Makes accounts with keys, and clients that use them."""

    def __init__(self, service: Service, http: Any) -> None:
        self._service, self._http = service, http

    def __call__(self, email: str, *scopes: KeyScope, **account: bool) -> DocumentClient:
        with self._service.changing() as store:
            store.people.add_account(email, email.partition("@")[0].title(), **account)
            key = store.people.add_key(email, scopes or tuple(KeyScope))
        return DocumentClient(self._http, {"Authorization": f"Bearer {key}"})


@pytest.fixture
def organisers(service: Service, http: Any) -> Organisers:
    return Organisers(service, http)


@pytest.fixture
def kim(organisers: Organisers) -> DocumentClient:
    """Somebody who may begin seasons."""
    return organisers("kim@example.org", may_organise=True)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(AT, tick=True) as moved:
        yield moved


@pytest.fixture
def inbox_and_postman(service: Service) -> Iterator[tuple[Inbox, Postman]]:
    with run_mail_server() as (inbox, url):
        post = SmtpPost(url, "Koalition <hej@koalition.example>")
        yield inbox, Postman(service, post, Addresses("https://koalition.example"))


@pytest.fixture
def inbox(inbox_and_postman: tuple[Inbox, Postman]) -> Inbox:
    return inbox_and_postman[0]


@pytest.fixture
def postman(inbox_and_postman: tuple[Inbox, Postman]) -> Postman:
    return inbox_and_postman[1]


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The proposal of the small season, made once, by an installation of its own."""
    content = read_small(tmp_path_factory.mktemp("small"))
    kept = KeptSeason(slug="liten", version=1, content=content)
    call = Installation().call(kept, ORGANISER, Silence())
    made = perform(PROPOSE, call, RunOrder())
    return format_document(made.to_document())
