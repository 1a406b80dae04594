"""Signing in by links that come by mail, through a real mail server, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api.cli.commands import app as commands
from api.http.app import create_app
from api.service import Service
from api.worker.postman import Postman
from data.store.tables import EventRow, LinkRow, MailRow, SessionRow
from tests.kit.document_client import DocumentClient
from tests.kit.mail import Inbox, plain_of, secret_in
from tests.service.conftest import BASE_URL


@pytest.fixture
def anybody(http: Any) -> DocumentClient:
    return DocumentClient(http)


@pytest.fixture
def account(service: Service) -> str:
    with service.changing() as store:
        return store.people.add_account("kim@example.org", "Kim", may_organise=True)


def ask(anybody: DocumentClient, postman: Postman, email: str = "kim@example.org") -> int:
    answer = anybody.call("askForLink", {"email": email})
    assert answer.status_code == 202 and answer.json() == {"state": "accepted"}
    return postman.send_all()


def test_a_link_signs_in_once_and_the_session_ends_on_the_server(
    anybody: DocumentClient, postman: Postman, inbox: Inbox, account: str
) -> None:
    assert ask(anybody, postman, " Kim@Example.org".strip()) == 1
    (message,) = inbox.messages
    assert message["To"] == "kim@example.org" and "Sign in" in message["Subject"]
    html = message.get_body(("html",))
    assert html is not None and secret_in(message) in html.get_content()
    assert anybody.call("readSession").status_code == 401

    answer = anybody.call("signIn", {"token": secret_in(message)})
    assert answer.status_code == 201
    assert answer.json()["account"] == account and answer.json()["email"] == "kim@example.org"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie
    assert anybody.call("readSession").json() == answer.json()
    assert anybody.call("createSeason", {"slug": "egen", "name": "Egen"}).status_code == 201

    again = anybody.call("signIn", {"token": secret_in(message)})
    assert again.status_code == 400 and again.json()["code"] == "link_unknown"
    kept = dict(anybody.http.cookies)
    assert anybody.call("signOut").status_code == 204
    anybody.http.cookies.update(kept)
    assert anybody.call("readSession").status_code == 401


def test_signing_out_everywhere_ends_every_session(
    service: Service, postman: Postman, inbox: Inbox, account: str
) -> None:
    browsers = []
    for _ in range(2):
        http: Any = TestClient(create_app(service), base_url=BASE_URL)
        browser = DocumentClient(http)
        ask(browser, postman)
        browser.call("signIn", {"token": secret_in(inbox.messages[-1])})
        browsers.append(browser)
    first, second = browsers
    assert first.call("signOut").status_code == 204
    assert second.call("readSession").status_code == 200
    assert second.call("signOut", all=True).status_code == 204
    with service.reading() as store:
        assert store.session.query(SessionRow).count() == 0


def test_cookies_are_safe_outside_this_computer(
    service: Service, postman: Postman, inbox: Inbox, account: str
) -> None:
    away: Any = TestClient(create_app(service), base_url="https://koalition.example")
    ask(DocumentClient(away), postman)
    answer = DocumentClient(away).call("signIn", {"token": secret_in(inbox.messages[0])})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-koalition=") and "secure" in cookie.lower()
    assert DocumentClient(away).call("readSession").status_code == 200


def test_an_address_that_nobody_has_gets_the_same_answer_and_no_mail(
    anybody: DocumentClient, postman: Postman, inbox: Inbox, account: str, service: Service
) -> None:
    assert ask(anybody, postman, "nobody@example.org") == 0
    assert inbox.messages == []
    with service.reading() as store:
        (row,) = store.session.query(MailRow).all()
        assert row.address == "" and row.state == "dropped"
        assert "nobody" not in repr([each.body for each in store.session.query(EventRow)])


@pytest.mark.parametrize(("minutes", "status"), [(14, 201), (16, 400)])
def test_a_link_is_dead_after_a_quarter(
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    account: str,
    clock: time_machine.Traveller,
    minutes: int,
    status: int,
) -> None:
    ask(anybody, postman)
    clock.shift(timedelta(minutes=minutes))
    answer = anybody.call("signIn", {"token": secret_in(inbox.messages[0])})
    assert answer.status_code == status


def test_sessions_end_when_idle_and_in_any_case(
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    account: str,
    clock: time_machine.Traveller,
) -> None:
    ask(anybody, postman)
    anybody.call("signIn", {"token": secret_in(inbox.messages[0])})
    for _ in range(5):
        clock.shift(timedelta(hours=2, minutes=20))
        assert anybody.call("readSession").status_code == 200
    clock.shift(timedelta(minutes=30))
    assert anybody.call("readSession").status_code == 401

    ask(anybody, postman)
    anybody.call("signIn", {"token": secret_in(inbox.messages[1])})
    clock.shift(timedelta(hours=3, minutes=1))
    assert anybody.call("readSession").status_code == 401


def test_links_are_limited_by_address_also_after_a_restart(
    service: Service, anybody: DocumentClient, account: str, clock: time_machine.Traveller
) -> None:
    for _ in range(5):
        assert anybody.call("askForLink", {"email": "kim@example.org"}).status_code == 202
    restarted: Any = TestClient(create_app(service), base_url=BASE_URL)
    refused = DocumentClient(restarted).call("askForLink", {"email": "KIM@example.org"})
    assert refused.status_code == 429 and 0 < int(refused.headers["retry-after"]) <= 3600
    assert anybody.call("askForLink", {"email": "bo@example.org"}).status_code == 202
    clock.shift(timedelta(hours=1, seconds=1))
    assert anybody.call("askForLink", {"email": "kim@example.org"}).status_code == 202


def test_tokens_can_be_tried_so_often_only(
    anybody: DocumentClient, clock: time_machine.Traveller
) -> None:
    codes = [anybody.call("signIn", {"token": f"t{n}"}).status_code for n in range(61)]
    assert codes == [400] * 60 + [429]
    clock.shift(timedelta(minutes=15, seconds=1))
    assert anybody.call("signIn", {"token": "t"}).status_code == 400


def test_nothing_secret_is_kept(
    service: Service, anybody: DocumentClient, postman: Postman, inbox: Inbox, account: str
) -> None:
    ask(anybody, postman)
    secret = secret_in(inbox.messages[0])
    anybody.call("signIn", {"token": secret})
    (cookie,) = anybody.http.cookies.values()
    with service.reading() as store:
        for table in (MailRow, LinkRow, SessionRow, EventRow):
            for row in store.session.query(table):
                kept = repr(vars(row))
                assert secret not in kept and cookie not in kept


def test_a_mail_that_is_not_taken_is_sent_again_under_the_same_id(
    service: Service,
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    account: str,
    clock: time_machine.Traveller,
) -> None:
    inbox.is_full = True
    ask(anybody, postman)
    assert inbox.messages == [] and postman.send_all() == 0
    inbox.is_full = False
    clock.shift(timedelta(minutes=1, seconds=1))
    assert postman.send_all() == 1 and postman.send_all() == 0
    (message,) = inbox.messages
    with service.reading() as store:
        (row,) = store.session.query(MailRow).all()
        assert row.state == "sent" and row.attempts == 2
        assert message["Message-ID"] == f"<{row.id}@koalition.example>"


def test_a_refused_address_is_noted_and_not_tried_again(
    service: Service,
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    account: str,
    clock: time_machine.Traveller,
) -> None:
    inbox.unknown.add("kim@example.org")
    ask(anybody, postman)
    clock.shift(timedelta(days=1))
    assert postman.send_all() == 0
    with service.reading() as store:
        (row,) = store.session.query(MailRow).all()
        assert row.state == "failed" and "no such mailbox" in row.failure


def test_a_mail_whose_sender_died_is_sent_by_another(
    service: Service,
    anybody: DocumentClient,
    postman: Postman,
    inbox: Inbox,
    account: str,
    clock: time_machine.Traveller,
) -> None:
    anybody.call("askForLink", {"email": "kim@example.org"})
    with service.changing() as store:
        assert store.mails.claim() is not None  # and never heard of again
    assert postman.send_all() == 0
    clock.shift(timedelta(minutes=2, seconds=1))
    assert postman.send_all() == 1
    assert "Sign in" in plain_of(inbox.messages[0])


def test_other_sites_can_order_nothing(
    anybody: DocumentClient, postman: Postman, inbox: Inbox, account: str
) -> None:
    ask(anybody, postman)
    anybody.call("signIn", {"token": secret_in(inbox.messages[0])})
    for told in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = anybody.call("signOut", headers=told)
        assert answer.status_code == 403 and answer.json()["code"] == "cross_site"
    assert anybody.call("readSession").status_code == 200


def test_the_command_prints_a_link_to_sign_in_by(
    url: str, service: Service, anybody: DocumentClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITION_DATABASE_URL", url)
    added = CliRunner().invoke(commands, ["user", "add", "bo@example.org", "--organiser"])
    assert added.exit_code == 0, added.output
    link = added.output.split()[-1]
    assert link.startswith("http://127.0.0.1:8000/link/")
    answer = anybody.call("signIn", {"token": link.rpartition("/")[2]})
    assert answer.status_code == 201 and answer.json()["may_organise"] is True
    listed = CliRunner().invoke(commands, ["user", "list"])
    assert listed.output == "bo@example.org  bo  (may begin seasons)\n"
