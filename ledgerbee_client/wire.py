"""JSON on the wire: the one place where bodies are written and read."""

from __future__ import annotations

import json
from typing import Any

from .generated.codec import encode_any


def dumps(value: Any) -> bytes:
    """A JSON body. Values that JSON lacks are written as the API does (decimals as strings, ISO dates).

    Raises:
        TypeError, ValueError: the value can't be sent.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_encode).encode()


def loads(content: bytes) -> Any:
    """A JSON body, read.

    Raises:
        ValueError: it is no JSON.
    """
    return json.loads(content)


def _encode(value: Any) -> Any:
    return encode_any(value, "body")
