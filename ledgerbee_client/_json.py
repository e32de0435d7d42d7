"""JSON on the wire: the one place where bodies are written and read.

With the extra `speed`, msgspec reads them. What msgspec refuses is given to the standard library, so that what comes
out, and what is refused, is the same with and without it. (orjson is as fast, but makes floats of large integers.)
Numbers with a fraction keep the digits that they were written with.
Bodies that are sent are small, and the standard library writes them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from .generated.decoding import read_number
from .generated.encoding import write_json


def dumps(value: Any) -> bytes:
    """A JSON body. Values that JSON lacks are written as the API does (decimals as strings, ISO dates).

    Raises:
        TypeError, ValueError: the value can't be sent.
    """
    return write_json(value).encode()


def loads(content: bytes) -> Any:
    """A JSON body, read.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return _reader()(content)
    except Exception:  # noqa: BLE001  # what msgspec raises depends on its version; the standard library has the last word
        return _read(content)


_decoder = json.JSONDecoder(parse_float=read_number)  # json.loads would make one each time


def _read(content: bytes) -> Any:
    return _decoder.decode(content.decode(json.detect_encoding(content), "surrogatepass"))


@cache
def _reader() -> Callable[[bytes], Any]:
    """The fastest reader there is, imported when it is first needed."""
    try:
        from msgspec.json import Decoder
    except ImportError:
        return _read
    return Decoder(float_hook=read_number).decode
