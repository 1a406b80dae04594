"""The service over HTTP, each test on an empty database: SQLite and PostgreSQL."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.service import Service
from data.store.engines import Database
from models.callers import KeyScope
from tests.kit.document_client import DocumentClient
from tests.store.conftest import database, postgres, url

__all__ = ["database", "postgres", "url"]
BASE_URL = "http://127.0.0.1:8000"


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
