"""The document as published, and whether requests and answers are valid against it.

Schemas are checked by openapi-schema-validator. What it doesn't do, reading parameters out of a URL, is done here:
openapi-core would, but its upper bounds hold that validator and openapi-spec-validator back by a release. Prism, which
reads parameters in its own way, checks the same requests in `test_prism`.
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from openapi_schema_validator import OAS30ReadValidator, OAS30WriteValidator, oas30_format_checker

if TYPE_CHECKING:
    import httpx

DOCUMENT: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "openapi" / "ledgerbee.json").read_text(encoding="utf-8")
)
SERVER: str = DOCUMENT["servers"][0]["url"]
_BASE = "/api"
_DEEP = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")


def node_of(method: str, path: str) -> dict[str, Any]:
    """An operation as published."""
    node: dict[str, Any] = DOCUMENT["paths"][path][method.lower()]
    return node


def check_request(request: httpx.Request, method: str, path: str) -> None:
    """Asserts that a request is a valid one of this operation: path, parameters, credential, content type and body."""
    node = node_of(method, path)
    assert request.method == method, f"{request.method} instead of {method}"
    found = _path_parameters(request, path)
    query = _query_parameters(request, node)
    headers = {name.lower(): value for name, value in request.headers.items()}
    places = {"path": found, "query": query, "header": headers}
    for one in node.get("parameters", ()):
        name = one["name"].lower() if one["in"] == "header" else one["name"]
        if name in places[one["in"]]:
            _assert_valid(one["schema"], _typed(one["schema"], places[one["in"]][name]), closed=True, place=name)
        else:
            assert not one.get("required"), f"the required parameter {name} is missing"
    declared = {one["name"] for one in node.get("parameters", ())}
    assert query.keys() <= declared, f"undocumented query parameters: {query.keys() - declared}"
    assert _is_authorized(headers, node), "no credential of a documented kind"
    _check_body(request, node.get("requestBody"))


def check_answer(response: httpx.Response, method: str, path: str) -> None:
    """Asserts that an answer has a documented status and content type and a valid body."""
    documented = node_of(method, path)["responses"]
    assert str(response.status_code) in documented, f"undocumented status {response.status_code}: {response.text}"
    content = documented[str(response.status_code)].get("content")
    if not content:
        assert response.content == b"", "a body where none is documented"
        return
    content_type = response.headers["content-type"].partition(";")[0]
    assert content_type in content, f"undocumented content type {content_type}"
    if content_type == "application/pdf":
        assert response.content.startswith(b"%PDF-")
    elif content_type == "application/json":
        _assert_valid(content[content_type]["schema"], response.json(), closed=False, place="body")


# ---------------------------------------------------------------------- parts of a request


def _path_parameters(request: httpx.Request, path: str) -> dict[str, str]:
    # As it travels, still quoted: an id with a slash in it must not look like two segments.
    sent = request.url.raw_path.decode().partition("?")[0]
    assert sent.startswith(f"{_BASE}/"), f"{sent} is not below the server's path"
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path))
    match = re.fullmatch(pattern, sent.removeprefix(_BASE))
    assert match is not None, f"{sent} doesn't fit {path}"
    return {name: unquote(text) for name, text in match.groupdict().items()}


def _query_parameters(request: httpx.Request, node: dict[str, Any]) -> dict[str, Any]:
    """What stands in the query, by parameter: text, lists of text, objects of text."""
    declared = {one["name"]: one for one in node.get("parameters", ()) if one["in"] == "query"}
    found: dict[str, Any] = {}
    for name, text in request.url.params.multi_items():
        deep = _DEEP.fullmatch(name)
        if deep and declared.get(deep[1], {}).get("style") == "deepObject":
            found.setdefault(deep[1], {})[deep[2]] = text
        elif declared.get(name, {}).get("schema", {}).get("type") == "array":
            found.setdefault(name, []).append(text)
        else:
            assert name not in found, f"{name} is sent twice"
            found[name] = text
    return found


def _typed(schema: dict[str, Any], value: Any) -> Any:
    """The value that text in a URL stands for; text that stands for none stays text, and isn't valid."""
    kind = schema.get("type")
    if kind == "array":
        return [_typed(schema["items"], one) for one in value]
    if kind == "boolean" and value in ("true", "false"):
        return value == "true"
    if kind in ("integer", "number"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _is_authorized(headers: dict[str, str], node: dict[str, Any]) -> bool:
    schemes = DOCUMENT["components"]["securitySchemes"]

    def carries(name: str) -> bool:
        scheme = schemes[name]
        if scheme["type"] == "apiKey":
            assert scheme["in"] == "header"
            return bool(headers.get(scheme["name"].lower()))
        return headers.get("authorization", "").startswith("Bearer ")

    wanted = node.get("security", DOCUMENT.get("security", []))
    return not wanted or any(all(map(carries, one)) for one in wanted)


def _check_body(request: httpx.Request, node: dict[str, Any] | None) -> None:
    if not request.content:
        assert node is None or not node.get("required"), "the body is missing"
        return
    assert node is not None, "a body where none is documented"
    content_type = request.headers["content-type"]
    assert content_type in node["content"], f"undocumented content type {content_type}"
    _assert_valid(node["content"][content_type]["schema"], json.loads(request.content), closed=True, place="body")


# ---------------------------------------------------------------------- schemas


def _assert_valid(schema: dict[str, Any], value: Any, *, closed: bool, place: str) -> None:
    validator = _validator(json.dumps(schema), closed)
    errors = [f"{place}{error.json_path[1:]}: {error.message}" for error in validator.iter_errors(value)]
    assert not errors, "; ".join(errors)


@functools.cache
def _validator(schema: str, closed: bool) -> Any:
    kind = OAS30WriteValidator if closed else OAS30ReadValidator
    whole = {**_reading(json.loads(schema), closed), "components": _components(closed)}
    return kind(whole, format_checker=oas30_format_checker)


@functools.cache
def _components(closed: bool) -> Any:
    return _reading(DOCUMENT["components"], closed)


def _reading(node: Any, closed: bool) -> Any:
    """The document, with two things said that it only means.

    NestJS leaves null out of the enum of a nullable property. And the service refuses unknown fields of a body
    (`closed`), unless the document marks the schema as incomplete.
    """
    if isinstance(node, list):
        return [_reading(one, closed) for one in node]
    if not isinstance(node, dict):
        return node
    node = {name: _reading(one, closed) for name, one in node.items()}
    if node.get("nullable") and "enum" in node:
        node["enum"] = [*node["enum"], None]
    if closed and node.get("type") == "object" and node.get("properties") and not node.get("x-incomplete"):
        node.setdefault("additionalProperties", False)
    return node
