"""Nothing that operations are called with is told to whoever reads logs and numbers."""

import logging
from typing import Any

import pytest

from api.http.watching import JsonLines
from tests.kit.document_client import DocumentClient

PERSON, EMAIL = "Zaphodina", "zaphodina@exempel.example"


def replace_texts(value: Any) -> Any:
    """Put what is personal in the place of every text of an example."""
    if isinstance(value, dict):
        return {key: replace_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [replace_texts(each) for each in value]
    return f"{PERSON} {EMAIL}" if isinstance(value, str) else value


def test_what_operations_are_called_with_is_in_no_log_and_no_number(
    kim: DocumentClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "koalition")
    asked = 0
    for method, path, operation in kim.operations.values():
        if path.endswith("/events"):
            continue
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        examples = [content[k] for k in ("example",) if k in content]
        examples += [each["value"] for each in content.get("examples", {}).values()]
        for example in examples or [None]:
            for body in (example, replace_texts(example)):
                sent = {} if body is None else {"json": {**body, PERSON: EMAIL}}
                kim.http.request(
                    method,
                    path.replace("{", f"{PERSON}-").replace("}", ""),
                    params={"q": EMAIL, "cursor": PERSON},
                    headers={**kim.headers, "If-Match": "*", "X-Request-ID": EMAIL},
                    **sent,
                )
                asked += 1
    assert asked > 50
    lines = [JsonLines().format(record) for record in caplog.records]
    assert len(lines) >= asked
    for told in (*lines, kim.http.get("/metrics").text):
        assert PERSON.lower() not in told.lower() and EMAIL not in told
