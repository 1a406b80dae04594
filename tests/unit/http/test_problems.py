"""Whatever an operation refuses is refused in one shape; over all of the document's operations."""

from typing import Any

import pytest

PROBLEM = {"$ref": "#/components/schemas/Problem"}
LANGUAGES = ("sv", "en")
METHODS = ("get", "post", "put", "patch", "delete")
NOWHERE = ("/nowhere", "/api/v1/", "/api/v1/seasons/", "/assets/docs/..%2Fapp.py", "/api/v2/me")


def fill(path: str) -> str:
    """Give an address whose things are all unknown."""
    return path.replace("{", "no-").replace("}", "")


def insist(client: Any, answer: Any, status: int, code: str, language: str) -> None:
    """Hold an answer to what every problem has."""
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code), answer.request.url
    client.validate(problem, PROBLEM)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == language
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert problem["status"] == status
    assert problem["type"] == f"urn:koalition:problem:{code}"
    assert problem["detail"] == problem["text"][language]
    assert problem["text"]["sv"] != problem["text"]["en"]
    assert bool(problem["faults"]) == (code == "invalid_request")


def documented(client: Any, code: str) -> list[tuple[str, str, int]]:
    """Give the method, address and status of each operation that names a code."""
    return [
        (method, fill(path), int(status))
        for method, path, operation in client.operations.values()
        for status, answer in operation["responses"].items()
        for content in answer.get("content", {}).values()
        if code in content.get("examples", ())
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", NOWHERE)
def test_unknown_addresses(client: Any, path: str, language: str) -> None:
    for method in METHODS:
        answer = client.http.request(method, path, headers={"Accept-Language": language})
        insist(client, answer, 404, "no_such_address", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_names_the_methods_that_it_has(client: Any, language: str) -> None:
    for path, item in client.document["paths"].items():
        for method in set(METHODS) - set(item):
            answer = client.http.request(method, fill(path), headers={"Accept-Language": language})
            insist(client, answer, 405, "method_not_allowed", language)
            assert set(answer.headers["allow"].lower().split(", ")) == set(item)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("code", "headers"),
    [
        ("foreign_host", {"Host": "rebound.example.org"}),
        ("cross_site", {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_foreign_requests(client: Any, code: str, headers: dict[str, str], language: str) -> None:
    stated = documented(client, code)
    assert len(stated) > 20
    for method, path, status in stated:
        asked = {"Accept-Language": language, **headers}
        answer = client.http.request(method, path, headers=asked)
        insist(client, answer, status, code, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "media"),
    [(b"{", "application/json"), (b"\xff", "application/json"), (b"a=1", "text/plain")],
)
def test_body_that_is_not_json(client: Any, content: bytes, media: str, language: str) -> None:
    asked = 0
    for method, path, operation in client.operations.values():
        if "application/json" in operation.get("requestBody", {}).get("content", {}):
            headers = {"Content-Type": media, "Accept-Language": language, "If-Match": "*"}
            answer = client.http.request(method, fill(path), content=content, headers=headers)
            insist(client, answer, answer.status_code, answer.json()["code"], language)
            assert answer.status_code in (400, 422)
            assert str(answer.status_code) in operation["responses"]
            asked += 1
    assert asked > 10
