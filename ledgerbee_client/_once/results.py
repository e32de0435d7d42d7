"""What is kept of a response, and what is made of it when it is asked for again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

from .. import _json
from .._decode import decoded
from ..generated.decoding import parse_none
from ..generated.types import Operation, Request, Response, ResponseKind
from .records import Result

T = TypeVar("T")
ByStatus = Mapping[int, tuple[ResponseKind, Callable[[Any], T]]]

#: Fields of responses that are secrets: they are not kept.
_SECRETS = frozenset({"secret", "signingsecret", "token", "accesstoken", "clientsecret"})


def kept(status_code: int, content: bytes) -> Result:
    """Return a response as it may be kept: without the secrets that are shown once."""
    lowered = content.lower()
    if b"secret" not in lowered and b"token" not in lowered:  # one of them is in each of the names
        return Result(status_code, content)
    try:
        return Result(status_code, _json.dumps(_stripped(_json.loads(content))))
    except ValueError:
        return Result(status_code, b"")


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stripped(one) for name, one in value.items() if name.lower().replace("_", "") not in _SECRETS}
    return [_stripped(one) for one in value] if isinstance(value, list) else value


def found(shown: Any) -> Result:
    """Return what settling has found, as it is kept."""
    content = _json.dumps(shown if shown is not None else {})
    return Result(200, kept(200, content).content, settled=True)


def replayed(
    operation: Operation,
    request: Request,
    result: Result,
    decode: Callable[[Any], T],
    by_status: ByStatus[T] | None,
) -> Response[T]:
    """Make what the call returns of what was kept, with the models of today.

    Raises:
        ResponseDecodeError: It is not what the operation returns.
    """
    kind: ResponseKind = operation.response_kind
    if result.status_code == 404:  # a DELETE that found nothing left to delete
        kind, decode = "empty", parse_none  # type: ignore[assignment]
    elif by_status is not None and result.status_code in by_status and not result.settled:
        kind, decode = by_status[result.status_code]
    sent = httpx.Request(operation.method, f"https://kept{request.path}")
    response = httpx.Response(result.status_code, content=result.content, request=sent)
    value = decoded(operation, response, kind, decode)
    return Response(result.status_code, response.headers, result.content, value)


def ids_in(result: Result) -> frozenset[str]:
    """The ids of the objects that a response shows."""
    try:
        return frozenset(_ids(json.loads(result.content)))
    except ValueError:
        return frozenset()


def _ids(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return [*own, *(one for inner in value.values() for one in _ids(inner))]
    return [one for inner in value for one in _ids(inner)] if isinstance(value, list) else []


__all__ = ["ByStatus", "found", "ids_in", "kept", "replayed"]
