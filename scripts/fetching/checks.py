"""Checks that what was downloaded is an OpenAPI document that the client can be generated from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from scripts.codegen.document import DocumentError, prepare
from scripts.codegen.references import References, UnsupportedSchemaError

from .errors import FetchError, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse(body: bytes, content_type: str = "") -> dict[str, Any]:
    """The JSON object in `body`.

    Raises FetchError, which names the place where the text breaks off or is malformed.
    """
    if body.lstrip()[:1] == b"<" or content_type.partition(";")[0].strip().lower() == "text/html":
        raise FetchError("the answer is a web page (HTML or XML), not a JSON document")
    if not body.strip():
        raise FetchError("the answer is empty")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FetchError(f"the answer is not UTF-8 text (byte {error.start})") from error
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise FetchError(_json_reason(error)) from error
    except RecursionError as error:
        raise FetchError("the JSON is nested too deeply") from error
    if not isinstance(document, dict):
        raise FetchError(f"the document is a JSON {_json_type(document)}, not an object")
    return document


def _no_constant(name: str) -> NoReturn:
    raise FetchError(f"the document holds {name}, which is not JSON")


def _json_reason(error: json.JSONDecodeError) -> str:
    place = f"line {error.lineno} column {error.colno}"
    # The decoder points at the start of an unterminated string, otherwise at the end of what it could read.
    if error.msg.startswith("Unterminated string") or not error.doc[error.pos :].strip():
        return f"the JSON is cut off after {len(error.doc)} characters ({error.msg} at {place})"
    return f"the answer is not JSON: {error.msg} at {place}"


def _json_type(value: object) -> str:
    names = {
        list: "array",
        str: "string",
        bool: "boolean",
        int: "number",
        float: "number",
        type(None): "null",
    }
    return names.get(type(value), "value")


def check(document: dict[str, Any]) -> None:
    """Raises FetchError unless `document` is a valid OpenAPI 3.0 or 3.1 document that has operations."""
    if "swagger" in document:
        raise FetchError(f"a Swagger {document['swagger']} document; OpenAPI 3.0 or 3.1 is needed")
    version = document.get("openapi")
    if not isinstance(version, str):
        raise FetchError("not an OpenAPI document: it has no 'openapi' version")
    if not version.startswith(("3.0.", "3.1.")):
        raise FetchError(f"OpenAPI {version} is not supported; 3.0 or 3.1 is needed")
    paths = document.get("paths")
    if not isinstance(paths, dict) or not any(paths.values()):
        raise FetchError("the document has no operations")
    references = References(document)
    for reference in _references(document):
        if not reference.startswith("#"):
            raise FetchError(f"the document refers to another document: {reference}")
        try:
            references.target(reference)
        except UnsupportedSchemaError as error:
            raise FetchError(f"not a valid OpenAPI {version} document: {error}") from error
    _validate(document, version)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference
        for child in node.values():
            yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _validate(document: dict[str, Any], version: str) -> None:
    """Refuses exactly what `regenerate.py` would refuse: violations that do no harm pass."""
    try:
        prepare(document)
    except DocumentError as error:
        lines = [one_line(line) for line in str(error).splitlines()[1:]]
        raise FetchError(f"not a valid OpenAPI {version} document: {'; '.join(lines)}") from error
