"""What became of a call of the tour: pure rules over responses and errors."""

from __future__ import annotations

import re
from typing import Any, Literal

from attrs import frozen

from ..errors import (
    APIError,
    InsufficientScopeError,
    LedgerBeeError,
    LicenseRequiredError,
    NotFoundError,
    RateLimitError,
    ResponseDecodeError,
)

#: `confirmed`: it answered with data; `exists`: it answered, and there is such a route; `unknown_route`: there is no
#: such path; `unclear`: nothing can be said of the path; `not_tried`: it was not called.
PathState = Literal["confirmed", "exists", "unknown_route", "unclear", "not_tried"]

#: How the framework of the API says that it has no such route.
_NO_ROUTE = re.compile(r"Cannot (GET|HEAD|POST|PUT|PATCH|DELETE) /")
#: How codes of errors look; anything else is not shown.
_CODE = re.compile(r"[A-Za-z][A-Za-z_.]{1,60}")
#: How scopes and licenses look.
_WORDS = re.compile(r"[A-Za-z][A-Za-z _.:-]{1,60}")


@frozen
class Answer:
    """What became of a call.

    Attributes:
        path: What it says of the path.
        status: The HTTP status; None without a response.
        code: The API's code for an error.
        note: For people, without anything of the response in it.
        asked_scopes: The scopes that the API asks for, where it refused the call for want of them.
        license: The license that the company lacks, where it refused the call for want of one.
        body: The JSON; None for an error.
        has_body: There is JSON to compare.
    """

    path: PathState
    status: int | None = None
    code: str | None = None
    note: str = ""
    asked_scopes: tuple[str, ...] | None = None
    license: str | None = None
    body: Any = None
    has_body: bool = False


def answered(status: int, body: Any, *, is_json: bool) -> Answer:
    """Judge a success."""
    return Answer("confirmed", status, body=body, has_body=is_json)


def failed(error: LedgerBeeError, *, has_id: bool, is_probe: bool = False) -> Answer:
    """Judge an error.

    Args:
        error: What the call raised.
        has_id: It was called with an id, which the API may not find.
        is_probe: It was called with one that doesn't exist, to see whether there is such a path.
    """
    if isinstance(error, InsufficientScopeError):
        asked = tuple(one for one in error.required_scopes if _WORDS.fullmatch(one))
        return Answer("exists", 403, error.code, "refused: the key lacks a scope", asked_scopes=asked)
    if isinstance(error, LicenseRequiredError):
        key = error.license_key
        return Answer(
            "exists",
            403,
            error.code,
            "refused: the company lacks a license",
            license=key if key and _WORDS.fullmatch(key) else "not named",
        )
    if isinstance(error, ResponseDecodeError):
        status = None if error.response is None else error.response.status_code
        return Answer("exists", status, note="the body is not what the document says: no JSON, or no file")
    if isinstance(error, NotFoundError):
        return _not_found(error, has_id=has_id, is_probe=is_probe)
    if isinstance(error, RateLimitError):
        return Answer("unclear", 429, _code(error), "refused: too many requests, also after waiting")
    if isinstance(error, APIError):
        note = "answered for an id that doesn't exist" if is_probe else "the API refused the call"
        if error.status_code >= 500:
            return Answer("unclear", error.status_code, _code(error), "the API failed")
        return Answer("exists" if _code(error) else "unclear", error.status_code, _code(error), note)
    return Answer("unclear", note=f"no response ({type(error).__name__})")


def _not_found(error: NotFoundError, *, has_id: bool, is_probe: bool) -> Answer:
    code = _code(error)
    if _NO_ROUTE.match(error.message):
        return Answer("unknown_route", 404, code, "the API has no such path")
    if error.code is None and error.path is None:  # not the API's form: a gateway, or another service
        return Answer("unclear", 404, note="not found, but not in the API's own form: check base_url")
    if is_probe:
        return Answer("exists", 404, code, "the API's own 'not found', for an id that doesn't exist")
    if has_id:
        return Answer("exists", 404, code, "the API's own 'not found'")
    return Answer(
        "unclear", 404, code, "the API's own 'not found': perhaps the last part of the path was taken for an id"
    )


def _code(error: APIError) -> str | None:
    return error.code if error.code and _CODE.fullmatch(error.code) else None


__all__ = ["Answer", "PathState", "answered", "failed"]
