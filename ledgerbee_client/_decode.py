"""From the body of a response to its model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from . import _json
from ._failures import not_json, undecodable
from .generated.errors import DecodeError

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation, ResponseKind

T = TypeVar("T")


def decoded(operation: Operation, response: httpx.Response, kind: ResponseKind, decode: Callable[[Any], T]) -> T:
    """Decode what a response holds.

    Raises:
        ResponseDecodeError: It is not what it should be.
    """
    value: Any
    if kind == "bytes":
        value = response.content
        ensure_file(operation, response, value)
    elif kind == "text":
        value = response.text
    elif kind == "empty":
        value = None
    else:
        try:
            value = _json.loads(response.content)
        except (ValueError, RecursionError):
            raise undecodable(not_json(response), operation, response) from None
    try:
        return decode(value)
    except DecodeError as error:
        raise undecodable(error, operation, response) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise undecodable(DecodeError(str(error)), operation, response) from None


#: What is shown to a person, or says what went wrong.
_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/json"})


def ensure_file(operation: Operation, response: httpx.Response, head: bytes) -> None:
    """Check that a success holds a file, such as a PDF, and not a page that came in its place.

    Args:
        operation: What was called.
        response: Its status and headers.
        head: The beginning of its body, 1,024 bytes if there are as many.

    Raises:
        ResponseDecodeError: It doesn't.
    """
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    reason = None
    if not head:
        reason = "the body is empty"
    elif kind in _PAGES or kind.endswith("+json") or (not kind and head.lstrip()[:1] in (b"<", b"{")):
        reason = f"the body is not a file, but {kind or 'text'}"
    elif kind == "application/pdf" and b"%PDF" not in head[:1024]:
        reason = "the body is not a PDF, though it is said to be one"
    if reason is not None:
        raise undecodable(DecodeError(reason), operation, response)


__all__ = ["decoded", "ensure_file"]
