"""The OpenAPI document is valid, whole and true."""

from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

UNVERSIONED = {"cancelRun", "discardImport", "signOut"}
"""Changes of what changes by itself."""
UNKEYED = {"signIn"}
"""Orders whose own secret can be used once."""


def contents(client: Any) -> list[tuple[str, dict[str, Any]]]:
    """Give every stated body with a name: of requests and of answers."""
    found = []
    for name, (_, _, operation) in client.operations.items():
        bodies = {"request": operation.get("requestBody"), **operation["responses"]}
        for part, body in bodies.items():
            if body is not None and part != "204":
                assert body["content"], (name, part)
                found += [
                    (f"{name} {part}", content)
                    for media, content in body["content"].items()
                    if media not in ("application/zip", "multipart/form-data")
                ]
    return found


def examples_of(content: dict[str, Any]) -> list[Any]:
    named = content.get("examples", {}).values()
    return [content["example"]] if "example" in content else [item["value"] for item in named]


def test_document_is_valid_openapi_3_1(client: Any) -> None:
    assert client.document["openapi"].startswith("3.1.")
    OpenAPIV31SpecValidator(client.document).validate()


def test_every_body_has_examples_and_they_fit(client: Any) -> None:
    for name, content in contents(client):
        examples = examples_of(content)
        assert examples, name
        for example in examples:
            client.validate(example, content["schema"])


def test_every_post_takes_a_key_and_every_change_a_version(client: Any) -> None:
    for name, (method, _, operation) in client.operations.items():
        headers = {
            each["name"] for each in operation.get("parameters", ()) if each["in"] == "header"
        }
        assert ("Idempotency-Key" in headers) == (method == "post") or name in UNKEYED
        assert ("if-match" in headers) == (method in ("patch", "delete")) or name in UNVERSIONED
