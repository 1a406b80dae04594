"""The OpenAPI document is valid, whole and true."""

from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

OPERATIONS = {
    "startRun": ("post", "/api/v1/runs"),
    "readRun": ("get", "/api/v1/runs/{id}"),
    "cancelRun": ("delete", "/api/v1/runs/{id}"),
    "readProposal": ("get", "/api/v1/runs/{id}/proposal"),
    "readSuggestions": ("get", "/api/v1/actors/{id}/suggestions"),
    "readRanking": ("get", "/api/v1/challenges/{id}/ranking"),
    "scoreCoalitions": ("post", "/api/v1/scores"),
    "readSeason": ("get", "/api/v1/season"),
    "readLiveness": ("get", "/api/v1/health/live"),
    "readReadiness": ("get", "/api/v1/health/ready"),
}


def contents(client: Any) -> list[tuple[str, dict[str, Any]]]:
    """Give every stated body with a name: of requests and of answers."""
    found = []
    for name, (_, _, operation) in client.operations.items():
        bodies = {"request": operation.get("requestBody"), **operation["responses"]}
        for part, body in bodies.items():
            if body is not None:
                assert body["content"], (name, part)
                found += [(f"{name} {part}", content) for content in body["content"].values()]
    return found


def examples_of(content: dict[str, Any]) -> list[Any]:
    named = content.get("examples", {}).values()
    return [content["example"]] if "example" in content else [item["value"] for item in named]


def test_document_is_valid_openapi_3_1(client: Any) -> None:
    assert client.document["openapi"].startswith("3.1.")
    OpenAPIV31SpecValidator(client.document).validate()


def test_operations_are_those_of_the_contract(client: Any) -> None:
    found = {name: (method, path) for name, (method, path, _) in client.operations.items()}
    assert found == OPERATIONS


def test_every_body_has_examples_and_they_fit(client: Any) -> None:
    for name, content in contents(client):
        examples = examples_of(content)
        assert examples, name
        for example in examples:
            client.validate(example, content["schema"])


def test_examples_of_problems_are_told_apart_by_code(client: Any) -> None:
    for _, _, operation in client.operations.values():
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                (content,) = [response["content"]["application/problem+json"]]
                assert set(response["content"]) == {"application/problem+json"}
                for code, example in content["examples"].items():
                    assert example["value"]["code"] == code
                    assert example["value"]["status"] == int(status)


def test_every_address_and_only_orders_name_what_the_guard_refuses(client: Any) -> None:
    for method, _, operation in client.operations.values():
        assert {"400", "422", "500"} <= operation["responses"].keys()
        assert ("403" in operation["responses"]) == (method != "get")


def test_every_parameter_and_operation_is_described(client: Any) -> None:
    for name, (_, _, operation) in client.operations.items():
        assert len(operation["description"]) > 10, name
        for parameter in operation["parameters"]:
            assert parameter["description"], (name, parameter["name"])


def test_links_lead_to_operations(client: Any) -> None:
    links = client.operations["startRun"][2]["responses"]["202"]["links"]
    assert {link["operationId"] for link in links.values()} == {
        "readRun",
        "readProposal",
        "cancelRun",
    }


@pytest.mark.parametrize("name", ["RunRequest", "ScoreRequest", "GivenCoalition"])
def test_requests_refuse_unknown_keys_by_their_schema_too(client: Any, name: str) -> None:
    assert client.document["components"]["schemas"][name]["additionalProperties"] is False


def test_answers_state_every_key_but_those_of_steering(client: Any) -> None:
    schemas = client.document["components"]["schemas"]
    left_out = {"Proposal": {"alternatives"}, "Settings": {"keep"}}
    for name in ("Proposal", "Settings", "Certificate", "RunView", "Problem", "ScoreSheet"):
        stated = set(schemas[name]["required"]) | left_out.get(name, set())
        assert stated == set(schemas[name]["properties"]), name
    assert set(schemas["Suggestion"]["required"]) == set(schemas["Suggestion"]["properties"])
