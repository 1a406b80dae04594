"""Keys of accounts end when they are ended, on both databases."""

import pytest
from typer.testing import CliRunner

from api.cli.commands import app
from api.service import Service
from models.errors import NotFound
from tests.kit.document_client import DocumentClient
from tests.service.conftest import Organisers


def test_every_key_of_an_account_ends_and_no_others(
    service: Service, organisers: Organisers, kim: DocumentClient
) -> None:
    bo = organisers("bo@example.org")
    with service.changing() as store:
        second = store.people.add_key("kim@example.org", ())
    with service.changing() as store:
        store.people.end_keys(" Kim@Example.org")
    with service.reading() as store:
        assert store.people.find_caller(second) is None
    assert kim.call("listSeasons").status_code == 401
    assert bo.call("listSeasons").status_code == 200


def test_keys_of_nobody_cant_be_ended(service: Service) -> None:
    with pytest.raises(NotFound, match="no account for"), service.changing() as store:
        store.people.end_keys("nobody@example.org")


def test_the_command_ends_keys(url: str, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITION_DATABASE_URL", url)
    with service.changing() as store:
        store.people.add_account("kim@example.org", "Kim")
        key = store.people.add_key("kim@example.org", ())
    ended = CliRunner().invoke(app, ["user", "end", "kim@example.org"])
    assert ended.exit_code == 0, ended.output
    with service.reading() as store:
        assert store.people.find_caller(key) is None
