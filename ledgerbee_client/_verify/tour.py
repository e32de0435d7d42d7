"""The tour: every GET, one after another, with what a key has. The only part of `verify` that reads anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import AuthenticationError, LedgerBeeError, RateLimitError, TransportError
from ..generated.decoding import parse_any
from ..generated.types import Operation, Request
from .answers import Answer, answered, failed
from .ids import NOBODY, IdBook

if TYPE_CHECKING:
    from .._client import LedgerBee

#: After so many calls in a row without a response, or refused for their number, the rest is left out.
_PATIENCE = 3


@frozen
class Visit:
    """A call of the tour.

    Attributes:
        operation: What was called.
        answer: What became of it.
        is_probe: It was called with an id that doesn't exist.
    """

    operation: Operation
    answer: Answer
    is_probe: bool = False


async def tour(
    lb: LedgerBee,
    raw: Mapping[str, Any],
    operations: Mapping[str, Operation],
    kind: str,
    progress: Callable[[int, int, str], None] | None = None,
) -> list[Visit]:
    """Call every GET: those that need nothing, and then the others with ids that came back.

    Args:
        lb: A client that doesn't check scopes.
        raw: The document.
        operations: By name.
        kind: Of the credential: `api_key` or `oauth2`.
        progress: Is told how many calls were made, of how many, and which is next.

    Returns:
        All of them, in the order of the calls.

    Raises:
        LedgerBeeError: The credential is refused, or the API can't be reached.
    """
    book, visits, silent = IdBook(), [], 0
    planned = list(plan(raw, operations))
    for number, operation in enumerate(planned):
        if progress is not None:
            progress(number, len(planned), operation.name)
        reason = _reason_to_skip(operation, kind, silent)
        if reason:
            visits.append(Visit(operation, Answer("not_tried", note=reason)))
            continue
        request, is_known = _request(raw, operation, book)
        try:
            response = await lb.execute(operation, request, parse_any)
        except LedgerBeeError as error:
            if isinstance(error, AuthenticationError) or (isinstance(error, TransportError) and number == 0):
                raise
            silent = silent + 1 if isinstance(error, TransportError | RateLimitError) else 0
            has_id = "{" in operation.path or not is_known
            visits.append(Visit(operation, failed(error, has_id=has_id, is_probe=not is_known), not is_known))
            continue
        silent = 0
        is_json = operation.response_kind == "json"
        if is_json:
            book.add(operation, response.parsed)
        body = response.parsed if is_json else None
        visits.append(Visit(operation, answered(response.status_code, body, is_json=is_json)))
    return visits


def plan(raw: Mapping[str, Any], operations: Mapping[str, Operation]) -> Iterator[Operation]:
    """Put the reads in order: what needs nothing first, then the deeper paths after the shorter ones."""
    reads = [one for one in operations.values() if one.method == "GET"]
    yield from sorted(reads, key=lambda one: (one.path.count("{"), len(_required(raw, one)), one.path.count("/")))


def _reason_to_skip(operation: Operation, kind: str, silent: int) -> str:
    if silent >= _PATIENCE:
        return "the API had stopped answering"
    if operation.auth and kind not in operation.auth:
        return f"it takes another credential ({' or '.join(operation.auth)})"
    return ""


def _request(raw: Mapping[str, Any], operation: Operation, book: IdBook) -> tuple[Request, bool]:
    """The request for an operation, and whether everything in it is known to exist."""
    path, is_known = book.fill(operation.path, operation.name)
    request = Request(path)
    for name, kind in _required(raw, operation).items():
        request.query.append((name, "1" if kind in ("integer", "number") else NOBODY))
        is_known = False
    return request, is_known


def _required(raw: Mapping[str, Any], operation: Operation) -> dict[str, str]:
    """The query parameters without which an operation can't be called, and their types."""
    item = raw["paths"].get(operation.path, {})
    node = item.get(operation.method.lower(), {})
    found = {}
    for one in [*item.get("parameters", ()), *node.get("parameters", ())]:
        reference = one.get("$ref", "").rpartition("/")[2]
        parameter = raw.get("components", {}).get("parameters", {}).get(reference, {}) if reference else one
        if parameter.get("in") == "query" and parameter.get("required"):
            found[parameter["name"]] = str((parameter.get("schema") or {}).get("type"))
    return found


__all__ = ["Visit", "plan", "tour"]
