"""Content types: the one in which a body is sent, or a response is read, and what is lost with the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

Encoding = Literal["json", "form", "multipart", "content"]
Decoding = Literal["json", "bytes", "text"]

_JSON = r"application/json|text/json|application/.*\+json"
_BODY: tuple[tuple[str, Encoding], ...] = (
    (r"application/json", "json"),
    (_JSON, "json"),
    (r"multipart/form-data", "multipart"),
    (r"application/x-www-form-urlencoded", "form"),
    (r"application/octet-stream|application/pdf|application/zip|image/.*|audio/.*|video/.*|text/(?!xml).*", "content"),
    (r"\*/\*|application/\*", "json"),
)
_RESPONSE: tuple[tuple[str, Decoding], ...] = (
    (r"application/json", "json"),
    (_JSON + r"|\*/\*|application/\*", "json"),
    (r"text/(?!event-stream).*|application/xml|application/.*\+xml", "text"),
    (r".*", "bytes"),
)


def of_body(content: dict[str, Any]) -> tuple[str, Encoding] | None:
    """The content type to send, and how it is encoded; None when none of them can be sent."""
    return _choose(content, _BODY)


def of_response(content: dict[str, Any]) -> tuple[str, Decoding] | None:
    """The content type to read, and how it is decoded; None when there is no content."""
    return _choose(content, _RESPONSE)


def _choose(content: dict[str, Any], preference: tuple[tuple[str, Any], ...]) -> tuple[str, Any] | None:
    for pattern, encoding in preference:
        for content_type in content:
            if re.fullmatch(pattern, plain(content_type)):
                return content_type, encoding
    return None


def lost(content: dict[str, Any], chosen: str) -> Iterator[str]:
    """The content types that say something else than the chosen one: another schema, or a file that JSON can't hold."""
    schema = content[chosen].get("schema")
    for content_type, media in content.items():
        if content_type != chosen and (media.get("schema") != schema or _has_file(schema)):
            yield content_type


def encoded_parts(media: dict[str, Any]) -> Iterator[str]:
    """The parts of a form that are to be encoded in a way of their own."""
    properties = (media.get("schema") or {}).get("properties") or {}
    for name, encoding in (media.get("encoding") or {}).items():
        if not isinstance(encoding, dict) or not encoding:
            continue
        schema = properties.get(name) or {}
        is_json = encoding.get("contentType") == "application/json" and schema.get("type") in ("object", None)
        if encoding.keys() != {"contentType"} or not (is_json or _has_file(schema)):
            yield name


def sent_as(content_type: str, encoding: Encoding) -> str:
    """The content type to send where the document only has a pattern."""
    if "*" not in content_type:
        return content_type
    if encoding == "json":
        return "application/json"
    return "text/plain" if content_type.startswith("text/") else "application/octet-stream"


def plain(content_type: str) -> str:
    """A content type without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def _has_file(schema: Any) -> bool:
    if isinstance(schema, list):
        return any(map(_has_file, schema))
    if not isinstance(schema, dict):
        return False
    if schema.get("format") == "binary" or is_file(schema):
        return True
    return any(_has_file(value) for key, value in schema.items() if key not in ("example", "examples", "default"))


def is_file(schema: dict[str, Any]) -> bool:
    """Whether a 3.1 schema stands for bytes as they are: a content type, and no encoding of it as a text."""
    media = str(schema.get("contentMediaType", ""))
    is_text = not media or media.startswith("text/") or media == "application/json"
    return schema.get("type") in ("string", None) and not is_text and "contentEncoding" not in schema
