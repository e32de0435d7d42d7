"""Other sets of operations: a tag, a scope and ten operations more; five operations fewer."""

from __future__ import annotations

from random import Random
from typing import Any

from .parts import Json, operations

_TAG = "Reports"
_SCOPES = {"read": "reports-read", "write": "reports-write"}
_STRING = {"type": "string"}
_REPORT = {
    "type": "object",
    "properties": {
        "id": _STRING,
        "title": {**_STRING, "example": "Balance sheet"},
        "amount": {**_STRING, "format": "decimal", "example": "100.50"},
        "createdAt": {**_STRING, "format": "date-time"},
    },
    "required": ["id", "title"],
}
_CREATE = {"type": "object", "properties": {"title": _STRING, "note": _STRING}, "required": ["title"]}
_LIST = {
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ReportResponse"}},
        "total": {"type": "number"},
        "page": {"type": "number"},
        "limit": {"type": "number"},
        "totalPages": {"type": "number"},
    },
    "required": ["data", "total", "page", "limit", "totalPages"],
}
#: Method, path, summary, whether it writes.
_NEW = (
    ("get", "/v1/reports", "List reports"),
    ("post", "/v1/reports", "Create a report"),
    ("get", "/v1/reports/{reportId}", "Get a report"),
    ("delete", "/v1/reports/{reportId}", "Delete a report"),
    ("patch", "/v1/reports/{reportId}", "Update a report"),
    ("post", "/v1/reports/{reportId}/publish", "Publish a report"),
    ("post", "/v1/reports/{reportId}/share", "Share a report"),
    ("get", "/v1/reports/{reportId}/rows", "List the rows of a report"),
    ("get", "/v1/products/{productId}/reports", "List the reports of a product"),
    ("put", "/v1/reports/{reportId}/schedule", "Schedule a report"),
)


def more_operations(document: Json, random: Random) -> None:
    """Add a tag with ten operations and two scopes that nobody has heard of.

    Args:
        document: changed in place.
        random: chooses where the tag stands.
    """
    schemas = document["components"]["schemas"]
    schemas |= {"ReportResponse": _REPORT, "CreateReportRequest": _CREATE, "ListReportsResponse": _LIST}
    for scheme in document["components"]["securitySchemes"].values():
        for flow in scheme.get("flows", {}).values():
            flow["scopes"] |= {scope: f"Reports: {verb}" for verb, scope in _SCOPES.items()}
    security = next(one["security"] for _path, _method, one in operations(document) if one.get("security"))
    for method, path, summary in _NEW:
        document["paths"].setdefault(path, {})[method] = _operation(method, path, summary, security)
    tags = document["tags"]
    tags.insert(random.randint(0, len(tags)), {"name": _TAG, "description": "Reports."})


def _operation(method: str, path: str, summary: str, security: list[Any]) -> Json:
    scope = _SCOPES["read" if method == "get" else "write"]
    names = [one[1:-1] for one in path.split("/") if one.startswith("{")]
    parameters: list[Json] = [{"name": name, "required": True, "in": "path", "schema": _STRING} for name in names]
    schema: Json = {"$ref": "#/components/schemas/ReportResponse"}
    if path == "/v1/reports" and method == "get":
        parameters += [
            {"name": name, "required": False, "in": "query", "schema": {"type": "number"}} for name in ("page", "limit")
        ]
        schema = {"$ref": "#/components/schemas/ListReportsResponse"}
    elif summary.startswith("List"):
        schema = {"type": "array", "items": schema}
    name = "".join(word.title() for word in summary.split())
    operation: Json = {
        "operationId": f"PublicReportsController_{name[0].lower()}{name[1:]}_v1",
        "summary": summary,
        "description": f"\n    {summary}.\n\n    ## Required Scope\n\n    - `{scope}`\n",
        "tags": [_TAG],
        "parameters": parameters,
        "responses": _responses(method, schema),
        "security": security,
    }
    if method in ("post", "patch", "put") and not path.endswith(("publish", "share")):
        reference = {"$ref": "#/components/schemas/CreateReportRequest"}
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference}}}
    return operation


def _responses(method: str, schema: Json) -> Json:
    error = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorResponse"}}}}
    errors = {str(status): {"description": "An error.", **error} for status in (400, 401, 403, 404)}
    if method == "delete":
        return {"204": {"description": "Deleted."}, **errors}
    status = "201" if method == "post" else "200"
    return {status: {"description": "Done.", "content": {"application/json": {"schema": schema}}}, **errors}


def fewer_operations(document: Json, random: Random) -> None:
    """Remove five of the operations whose end is announced.

    Args:
        document: changed in place.
        random: chooses them.
    """
    found = [(path, method) for path, method, one in operations(document) if one.get("deprecated")]
    for path, method in random.sample(found, 5):
        del document["paths"][path][method]
        if not any(key in document["paths"][path] for key in ("get", "put", "post", "delete", "patch")):
            del document["paths"][path]
