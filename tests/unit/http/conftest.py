"""One organiser's own server, on a database in memory."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from tests.kit.document_client import DocumentClient

BASE_URL = "http://127.0.0.1:8000"


@pytest.fixture
def http() -> Iterator[Any]:
    with (
        Installation().serve("sqlite://") as service,
        TestClient(create_app(service, is_local=True), base_url=BASE_URL) as http,
    ):
        yield http


@pytest.fixture
def client(http: Any) -> DocumentClient:
    return DocumentClient(http)
