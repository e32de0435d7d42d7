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


__all__ = ["decoded"]
