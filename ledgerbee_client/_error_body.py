"""Reads the bodies of error responses: the API's envelope, the form of RFC 6749, and what proxies send.

Source of the rules: the guide on errors of the LedgerBee documentation, and RFC 6749 for the OAuth endpoints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _json

if TYPE_CHECKING:
    import httpx


class ErrorBody(NamedTuple):
    """What could be read from the body of an error, whichever form it has. See `errors.APIError`."""

    message: str
    code: str | None = None
    details: Mapping[str, Any] = MappingProxyType({})
    path: str | None = None
    timestamp: dt.datetime | None = None
    is_json: bool = True


def read_error_body(response: httpx.Response) -> ErrorBody:
    """Read what the body of an error response says. Never raises.

    Args:
        response: The response, its body read.

    Returns:
        What is known; at least a message.
    """
    status = response.status_code
    fallback = response.reason_phrase or f"status {status}"
    try:
        raw = _json.loads(response.content)
    except (ValueError, RecursionError):
        return ErrorBody(_not_json(response, fallback), is_json=False)
    if not isinstance(raw, dict):
        return ErrorBody(fallback)
    data: dict[str, Any] = raw
    message = _message(data.get("message"))
    code, error = text_or_none(data.get("code")), data.get("error")
    if isinstance(error, str) and "code" not in data:  # RFC 6749; a bare NestJS error has `error` too
        described = text_or_none(data.get("error_description"))
        code = error if described or "message" not in data else None
        message = described or message or error
    details = data.get("details")
    return ErrorBody(
        message or fallback,
        code,
        details if isinstance(details, dict) else {},
        text_or_none(data.get("path")),
        _moment(data.get("timestamp")),
    )


def request_of(response: httpx.Response) -> httpx.Request | None:
    """Return the request of a response; None for one that was made by hand."""
    try:
        return response.request
    except RuntimeError:
        return None


def text_or_none(value: Any) -> str | None:
    """Return a value if it is a string, and not empty."""
    return value if isinstance(value, str) and value else None


def _not_json(response: httpx.Response, fallback: str) -> str:
    if not response.content:
        return f"{fallback} (empty body)"
    kind = response.headers.get("content-type", "unknown").partition(";")[0]
    return f"{fallback} (the body is {kind}, not JSON)"


def _message(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return value if isinstance(value, str) else ""


def _moment(value: Any) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None


__all__ = ["ErrorBody", "read_error_body", "request_of", "text_or_none"]
