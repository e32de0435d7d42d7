"""From the body of a response to what an operation returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from . import _json
from .generated.errors import DecodeError
from .generated.observing import Watch

if TYPE_CHECKING:
    import httpx

    from ._deviations import Deviations
    from .errors import ResponseDecodeError
    from .generated.types import Operation, ResponseKind

T = TypeVar("T")


def decoded(
    operation: Operation,
    response: httpx.Response,
    kind: ResponseKind,
    decode: Callable[[Any], T],
    deviations: Deviations | None = None,
) -> T:
    """Return what a response holds.

    Args:
        operation: What was called.
        response: The response, its body read.
        kind: What the body is.
        decode: Makes the result of it.
        deviations: Where it is noted what differs from the document; None: it isn't.

    Raises:
        ResponseDecodeError: The body is not JSON, or not the documented object or list.
    """
    value: Any
    if kind == "json":
        try:
            value = _json.loads(response.content)
        except (ValueError, RecursionError):
            raise _undecodable(_not_json(response), operation, response) from None
    elif kind == "bytes":
        ensure_file(operation, response)
        value = response.content
        ensure_content(operation, response, value)
    else:
        value = response.text if kind == "text" else None
    try:
        with Watch() as watch:
            result = decode(value)
    except DecodeError as error:
        raise _undecodable(error, operation, response) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise _undecodable(DecodeError(str(error)), operation, response) from None
    if watch.irregular and deviations is not None:
        deviations.look(operation, result)
    return result


def ensure_file(operation: Operation, response: httpx.Response) -> None:
    """Refuse a page or a message where a file should be: a login page, or 'still being made'.

    Raises:
        ResponseDecodeError: That is what it is.
    """
    kind = media_type(response)
    if kind == "text/html" or kind.endswith(("+xml", "/xml")) or is_json(response):
        raise _undecodable(DecodeError(f"is {kind}, not a file"), operation, response)


def ensure_content(operation: Operation, response: httpx.Response, head: bytes) -> None:
    """Refuse what doesn't begin like a file, whatever it is said to be: nothing, or a page.

    Args:
        operation: What was called.
        response: Its headers.
        head: The first bytes of its body, 1,024 if there are as many.

    Raises:
        ResponseDecodeError: It is empty or a page, or said to be a PDF and none.
    """
    kind = media_type(response)
    if not head:
        raise _undecodable(DecodeError("is empty"), operation, response)
    if kind == "application/pdf" and b"%PDF" not in head[:1024]:
        raise _undecodable(DecodeError("is not a PDF, though it is said to be one"), operation, response)
    beginning = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:14].lower()
    if kind.startswith("text/") and not beginning.startswith(b"%pdf"):
        raise _undecodable(DecodeError(f"is {kind}, not a file"), operation, response)
    if beginning.startswith((b"<!doctype html", b"<html")) or (not kind and beginning[:1] in (b"<", b"{")):
        raise _undecodable(DecodeError("is a page or a message, not a file"), operation, response)


def _undecodable(error: DecodeError, operation: Operation, response: httpx.Response) -> ResponseDecodeError:
    from ._failures import undecodable  # where something fails

    return undecodable(error, operation, response)


def media_type(response: httpx.Response) -> str:
    """Return the media type, in lower case and without parameters; empty if there is none."""
    value: str = response.headers.get("content-type", "")
    return value.partition(";")[0].strip().lower()


def is_json(response: httpx.Response) -> bool:
    """Whether a response says that its body is JSON."""
    kind = media_type(response)
    return kind == "application/json" or kind.endswith(("+json", "/json"))


def _not_json(response: httpx.Response) -> DecodeError:
    if not response.content:
        return DecodeError("is empty")
    kind = media_type(response) or "of unknown type"
    return DecodeError(f"is not valid JSON ({kind}, {len(response.content)} bytes)")


__all__ = ["decoded", "ensure_content", "ensure_file", "is_json", "media_type"]
