"""A client that knows an HTTP interface from its OpenAPI document and nothing else."""

from typing import Any

from jsonschema import Draft202012Validator


class DocumentClient:
    """Calls operations by their id, and holds every answer to the document.

    An answer's status is to be stated, its body to fit the schema stated for it, and stated
    headers to be there.
    """

    def __init__(self, http: Any, headers: dict[str, str] | None = None) -> None:
        self.http = http
        self.headers = headers or {}
        self.document = http.get("/api/openapi.json").json()
        self.operations = {
            operation["operationId"]: (method, path, operation)
            for path, item in self.document["paths"].items()
            for method, operation in item.items()
        }

    def validate(self, value: Any, schema: dict[str, Any]) -> None:
        whole = {**schema, "components": self.document["components"]}
        Draft202012Validator(whole).validate(value)

    def call(
        self,
        operation_id: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        **parameters: Any,
    ) -> Any:
        method, path, operation = self.operations[operation_id]
        given, query = dict(parameters), {}
        for stated in operation.get("parameters", []):
            if stated["name"] in given:
                value = given.pop(stated["name"])
                if stated["in"] == "path":
                    path = path.replace(f"{{{stated['name']}}}", str(value))
                else:
                    query[stated["name"]] = value
        assert not given, f"{operation_id} knows no {given}"
        sent = {} if body is None else {"json": body}
        told = {**self.headers, **(headers or {})}
        answer = self.http.request(method, path, params=query, headers=told, **sent)
        stated = operation["responses"][str(answer.status_code)]
        if answer.status_code == 204:
            assert not answer.content
            return answer
        media_type = answer.headers["content-type"].split(";")[0]
        schema = stated["content"][media_type]["schema"]
        if media_type.endswith("json"):
            self.validate(answer.json(), schema)
        for name in stated.get("headers", {}):
            assert name in answer.headers
        return answer
