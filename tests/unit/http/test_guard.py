"""This computer only, and no orders from other sites."""

import socket
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.http.guard import find_refusal, origin_behind_proxy
from api.http.loopback import address_of, is_loopback, listen
from models.errors import KoalitionError


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000"]
)
def test_own_names_pass(client: Any, host: str) -> None:
    assert client.http.get("/health/live", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "rebound.example.org",
        "rebound.example.org:8000",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "127.0.0.1@example.org",
        "192.168.0.7",
        "0.0.0.0",
        "[::]",
        "::1",
        "",
        "localhost:80:80",
    ],
)
@pytest.mark.parametrize("path", ["/health/live", "/docs", "/api/v1/seasons", "/nowhere"])
def test_foreign_names_are_refused_everywhere(client: Any, host: str, path: str) -> None:
    answer = client.http.get(path, headers={"Host": host})
    assert (answer.status_code, answer.json()["code"]) == (400, "foreign_host")


@pytest.mark.parametrize(
    ("headers", "is_refused"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8000"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://127.0.0.1:8000"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "something"}, True),
        ({"Origin": "http://127.0.0.1:9000"}, True),
        ({"Origin": "https://127.0.0.1:8000"}, True),
        ({"Origin": "http://localhost:8000"}, True),
        ({"Origin": "https://example.org"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": ""}, True),
    ],
)
@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT", "PATCH"])
def test_orders_of_other_sites_are_refused(
    method: str, headers: dict[str, str], is_refused: bool
) -> None:
    refusal = find_refusal(
        method, "http", Headers({"Host": "127.0.0.1:8000", **headers}), is_local=True
    )
    assert (refusal.code if refusal else None) == ("cross_site" if is_refused else None)


@pytest.mark.parametrize(
    ("origin", "is_local", "status"),
    [
        ("https://koalition.example.org", False, 401),  # past the guard: nobody is signed in
        ("https://KOALITION.example.org", False, 401),
        ("http://koalition.example.org", False, 401),
        ("https://koalition.example.org:8443", False, 403),
        ("https://example.org", False, 403),
        ("null", False, 403),
        ("https://koalition.example.org", True, 403),
    ],
)
def test_behind_a_proxy_with_tls_the_own_pages_may_order(
    origin: str, is_local: bool, status: int
) -> None:
    host = "http://127.0.0.1:8000" if is_local else "http://koalition.example.org"
    with Installation().serve("sqlite://") as service:
        app = create_app(service, is_local=is_local, base_url="https://koalition.example.org/")
        with TestClient(app, base_url=host) as http:
            told = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
            answer = http.post("/api/v1/seasons", json={"name": "Våren"}, headers=told)
            assert answer.status_code == status
            told["Sec-Fetch-Site"] = "cross-site"
            answer = http.post("/api/v1/seasons", json={"name": "Våren"}, headers=told)
            assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


@pytest.mark.parametrize("address", ["http://koalition.example.org", "https://", "", "ftp://x"])
def test_only_an_address_with_tls_is_an_origin_of_its_own(address: str) -> None:
    assert origin_behind_proxy(address) is None


def test_refused_order_does_nothing(client: Any) -> None:
    foreign = {"Origin": "https://example.org"}
    answer = client.http.post("/api/v1/seasons", json={"name": "Våren"}, headers=foreign)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    assert client.call("listSeasons").json()["items"] == []


def test_simple_form_of_another_site_is_no_json(client: Any) -> None:
    form = {"Content-Type": "text/plain"}
    answer = client.http.post("/api/v1/seasons", content=b'{"name": "x"}', headers=form)
    assert answer.status_code == 422


def test_every_answer_has_the_safe_headers(client: Any) -> None:
    for path in ("/health/live", "/api/v1/seasons", "/api/openapi.json", "/nowhere", "/docs"):
        headers = client.http.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["cache-control"] == "no-store", path
        assert headers["cross-origin-resource-policy"] == "same-origin", path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", "", "127.0.0.1.x"])
def test_only_this_computer_is_listened_at(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(KoalitionError) as caught:
        listen(host, 0)
    assert caught.value.code == "host_not_loopback"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.5"])
def test_address_leads_to_the_socket(host: str) -> None:
    with listen(host, 0) as listener:
        address = address_of(listener)
        name, _, port = address.removeprefix("http://").rpartition(":")
        with socket.create_connection((name, int(port)), timeout=10):
            pass
        with pytest.raises(KoalitionError) as caught:
            listen(name, int(port))
    assert caught.value.code == "port_not_free"
