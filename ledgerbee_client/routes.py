"""Which operation a method and a path are: for `LedgerBee.request`, which knows nothing else of what it calls."""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrs import evolve

from .generated.operations import OPERATIONS
from .generated.types import Operation

Idempotency = Literal["safe", "http", "natural", "none"]

_BY_METHOD: dict[str, Idempotency] = {"GET": "safe", "HEAD": "safe", "OPTIONS": "safe", "PUT": "http", "DELETE": "http"}


def operation_for(method: str, path: str, idempotency: Idempotency | None = None) -> Operation:
    """The known operation at a path, or one made up from the method.

    Raises:
        ValueError: the method is no HTTP method, or the path is not relative to the base URL.
    """
    method = method.upper()
    if not method.isalpha():
        raise ValueError(f"{method!r} is no HTTP method")
    if not path.startswith("/") or path.startswith("//") or ".." in path.split("?")[0].split("/"):
        raise ValueError(f"{path!r} is not relative to the base URL: a path begins with one '/', as in '/v1/anything'")
    known = _find(method, path)
    if known is not None:
        return known if idempotency is None else evolve(known, idempotency=idempotency)
    accepted = ("api_key", "oauth2", "user")
    found = idempotency or _BY_METHOD.get(method, "none")
    return Operation(
        name=f"request {method} {path.split('?')[0]}", method=method, path=path, auth=accepted, idempotency=found
    )


def _find(method: str, path: str) -> Operation | None:
    segments = path.split("?")[0].split("/")
    best: Operation | None = None
    for one in _by_shape().get((method, len(segments)), ()):
        template = one.path.split("/")
        if all(part.startswith("{") or part == given for part, given in zip(template, segments, strict=True)):
            if one.path.count("{") == 0:
                return one
            if best is None or one.path.count("{") < best.path.count("{"):
                best = one
    return best


@cache
def _by_shape() -> dict[tuple[str, int], list[Operation]]:
    """The operations by method and number of segments."""
    found: dict[tuple[str, int], list[Operation]] = {}
    for one in OPERATIONS.values():
        found.setdefault((one.method, one.path.count("/") + 1), []).append(one)
    return found
